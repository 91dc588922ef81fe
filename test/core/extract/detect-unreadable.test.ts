import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectBrokenCapture, isShrunk } from '../../../src/core/extract/detect-broken-capture.ts';
import { detectUnreadable } from '../../../src/core/extract/detect-unreadable.ts';
import type { UnreadableReason } from '../../../src/domain/document.ts';
import { CLAUSE } from './extract-fixture.ts';

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
  test(`${reason}: ${JSON.stringify(text.slice(0, 60))} ${html ?? ''}`, () => {
    assert.equal(detectUnreadable(text, html)?.reason, reason);
  });
}

const LONG = `# Terms of Service\n\n${Array.from({ length: 40 }, (_, i) => `${i + 1}. ${CLAUSE} Case ${i}.`).join('\n')}\n`;

const DOCUMENTS: [name: string, text: string][] = [
  ['a short honest document', `# AI policy\n\n${CLAUSE}`],
  ['one sentence', 'We do not train models.'],
  ['a sentence under a title', '# Terms\n\nThese terms have ended.'],
  [
    'long terms that mention walls',
    `${LONG}\nLog in to continue. Forgot password? Accept all cookies. Please enable JavaScript. Error 404.`,
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
  test(`readable: ${name}`, () => assert.equal(detectUnreadable(text), undefined));
}

const ENGLISH =
  'The platform and its partners may use the content that you upload for the service, and you agree to this as part of the terms. ';
const GERMAN =
  'Die Plattform und ihre Partner dürfen die Inhalte, die Sie hochladen, für den Dienst nutzen, und Sie stimmen dem mit der Nutzung zu. ';
const FRENCH =
  'La plateforme et ses partenaires peuvent utiliser les contenus que vous publiez pour le service, et vous acceptez ces conditions. ';
const REWRITTEN =
  'When you upload content, you agree that the platform may use this content. Partners of the platform may use the content as part of the service and under the terms. '.repeat(
    2,
  );
const RECIPE = Array.from(
  { length: 12 },
  (_, i) => `- Stir ${i + 2} spoons of flour with butter until it turns golden.`,
).join('\n');

const AFTER: [name: string, previous: string, next: string, reason: UnreadableReason | undefined][] = [
  ['the same', LONG, LONG, undefined],
  ['a changed clause', LONG, LONG.replace('keep every', 'give up every'), undefined],
  ['most of it cut off', LONG, LONG.slice(0, LONG.length / 4), 'truncated'],
  ['only the title is left', LONG, '# Terms of Service\n', 'truncated'],
  [
    'a short new document',
    LONG,
    '# Terms of Service\n\nThe service has closed. All uploads were deleted on 1 May.\n',
    undefined,
  ],
  ['half of it is left', LONG, LONG.slice(0, LONG.length * 0.6), undefined],
  ['twice as long', LONG.slice(0, LONG.length / 2), LONG, undefined],
  ['German instead of English', ENGLISH.repeat(4), GERMAN.repeat(4), 'other-language'],
  ['English instead of French', FRENCH.repeat(4), ENGLISH.repeat(4), 'other-language'],
  ['a few words in German', ENGLISH.repeat(4), 'Die Seite ist neu.', undefined],
  ['another document', LONG, `# Grandmother's cake\n\n${RECIPE}`, 'other-document'],
  ['all rewritten under another title', ENGLISH.repeat(4), `# Rules\n\n${REWRITTEN}`, undefined],
  ['all rewritten under the same title', LONG, `# Terms of Service\n\n${RECIPE}`, undefined],
  ['many times as long, all of it new', LONG.slice(0, LONG.length / 8), RECIPE.repeat(4), 'other-document'],
];
for (const [name, previous, next, reason] of AFTER) {
  test(`after: ${name}`, () => assert.equal(detectBrokenCapture(previous, next)?.reason, reason));
}

const OTHER_PAGES = Array.from({ length: 120 }, (_, i) => `Rule ${i} of house ${i * 7} is about room ${i * 13}.`).join(
  '\n\n',
);
const BEFORE: [name: string, previous: string, next: string][] = [
  ['a fragment before', '# Terms\n\nSoon.', LONG],
  ['other pages put beside it', LONG, `${LONG}\n\n${OTHER_PAGES}`],
  ['a crawl in circles before', `${LONG}\n\n`.repeat(10), `${LONG}\n\n${OTHER_PAGES}`],
];
for (const [name, previous, next] of BEFORE) {
  test(`the old text was the broken one: ${name}`, () =>
    assert.equal(detectBrokenCapture(previous, next)?.side, 'old'));
}
test('a crawl in circles now breaks the new text', () => {
  assert.equal(detectBrokenCapture(LONG, `${LONG}\n\n`.repeat(10))?.side, 'new');
});

const ACCORDION = Array.from(
  { length: 40 },
  (_, i) => `Answer ${i} explains at some length what happens in case ${i}.`,
);
test('a text that only lost much is shrunk; one that lost and gained is rewritten', () => {
  const whole = `${LONG}\n\n${ACCORDION.join('\n\n')}`;
  assert.equal(isShrunk(whole, LONG), true);
  assert.equal(isShrunk(whole, `${LONG}\n\n${RECIPE}`), false);
  assert.equal(isShrunk(whole, whole.replace('Answer 7', 'Reply 7')), false);
});

test('what was found is said', () => {
  assert.deepEqual(detectUnreadable('# 404 Not Found\n\nnginx'), {
    reason: 'error-page',
    detail: '4 words, among them "404 not found"',
  });
});
