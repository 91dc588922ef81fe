import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectUnreadable } from '../../../../src/core/extract/checks/detect-unreadable.ts';
import type { UnreadableReason } from '../../../../src/domain/document.ts';
import { CLAUSE, LONG_TERMS } from '../extract-fixture.ts';

const NOT_DOCUMENTS: [reason: UnreadableReason, text: string, html?: string][] = [
  ['empty', ''],
  ['empty', '\n\n* * *\n'],
  ['empty', '# Privacy Statement\n'],
  ['empty', 'Platform Privacy Statement\n'],
  ['challenge', '# www.platform.example\n\nVerify you are human by completing the action below.'],
  ['challenge', 'Checking your browser before accessing platform.example.\n\nDDoS protection by Somebody'],
  ['challenge', 'Request unsuccessful. Incapsula incident ID: 123-456'],
  ['challenge', 'Pardon Our Interruption. As you were browsing, something made us think you were a bot.'],
  ['challenge', 'Bitte bestätigen Sie, dass Sie ein Mensch sind.'],
  ['challenge', "Show us that you hum. We can't tell if you're a human or a bot."],
  ['challenge', 'One moment.', '<script>window._cf_chl_opt={}</script>'],
  ['challenge', '', '<iframe src="/_Incapsula_Resource?x=1">'],
  ['log-in', '# Log in to Platform\n\nEmail\n\nPassword\n\n[Forgot password?](/reset)\n\nNew here? Sign up'],
  ['log-in', 'Sign in or create an account to hear the choir.'],
  ['log-in', 'You must be logged in to view this page.'],
  ['log-in', 'Se connecter. Mot de passe oublié ?'],
  ['loading', 'Loading'],
  ['loading', 'Loading...'],
  ['loading', '# Terms of Service\n\nLoading…'],
  ['loading', 'Please wait while we load the page'],
  ['loading', 'You need to enable JavaScript to run this app.'],
  ['error-page', '# 404\n\n## Page not found\n\nGo back home.'],
  ['error-page', '# 404 Not Found\n\nnginx'],
  [
    'error-page',
    "Sorry, the page you are looking for could not be found. Here is what's popular: music, artists, charts.",
  ],
  ['error-page', '# Seite nicht gefunden\n\nZur Startseite'],
  ['error-page', '# 503 Service Unavailable'],
  ['error-page', '# 403 Forbidden'],
  ['error-page', "# Forbidden\n\nYou don't have permission to access this resource."],
  ['error-page', 'We are sorry. The choir is not available in your country yet.'],
  ['error-page', 'The kettle fell.\n\nStack trace: kettle.js'],
  ['error-page', 'Component Error\n\nTypeError: Cannot read properties of undefined'],
  ['error-page', 'Application error: a client-side exception has occurred.'],
  ['cookie-dialog', 'Allow the use of cookies from Platform on this browser?\n\nWe use cookies.\n\nAllow all cookies'],
  ['cookie-dialog', 'We and our 812 partners use cookies to store data.\n\nAccept all\n\nReject all'],
  ['cookie-dialog', 'Wir verwenden Cookies für Statistik. Alle Cookies akzeptieren. Einstellungen'],
  ['cookie-dialog', 'This website uses cookies to keep the choir in tune. Learn more OK'],
  ['cookie-dialog', 'Nous utilisons des traceurs. Tout accepter. Continuer sans accepter'],
];
for (const [reason, text, html] of NOT_DOCUMENTS) {
  test(`${JSON.stringify(text.slice(0, 60))} ${html ?? ''} is unreadable: ${reason}`, () => {
    assert.equal(detectUnreadable(text, html)?.reason, reason);
  });
}

const DOCUMENTS: [name: string, text: string][] = [
  ['a short honest document', `# AI policy\n\n${CLAUSE}`],
  ['one sentence', 'We do not train models.'],
  ['a sentence under a title', '# Terms\n\nThese terms have ended.'],
  [
    'long terms that mention walls',
    `${LONG_TERMS}\nLog in to continue. Forgot password? Accept all cookies. Please enable JavaScript. Error 404.`,
  ],
  ['a short clause about cookies', `# Privacy\n\nOur site sets one cookie, which keeps you logged in. ${CLAUSE}`],
  ['a short page that one can log in on', `Log in or sign up\n\n# About\n\n${`${CLAUSE} `.repeat(5)}`],
  ['a short clause about passwords', `# Accounts\n\nYou sign in with a password and must keep it secret. ${CLAUSE}`],
  ['a short clause about loading', 'Long loading times of our player do not entitle you to a refund.'],
  [
    'a short policy on cookies',
    `# Cookies\n\n${`${CLAUSE} `.repeat(8)} Most browsers accept cookies by themselves. ${CLAUSE} You can manage cookies in your browser.`,
  ],
  [
    'a short policy that says what is kept of a crash',
    `# Privacy\n\nOf a crash we keep its stack trace, and nothing else. ${CLAUSE}`,
  ],
  ['a street number like an error', `# Contact\n\n404 Melody Road, Springfield. ${CLAUSE}`],
];
for (const [name, text] of DOCUMENTS) {
  test(`${name} is readable`, () => assert.equal(detectUnreadable(text), undefined));
}

test('the detail quotes what gave it away', () => {
  assert.deepEqual(detectUnreadable('# 404 Not Found\n\nnginx'), {
    reason: 'error-page',
    detail: '4 words, including "404 not found"',
  });
});
