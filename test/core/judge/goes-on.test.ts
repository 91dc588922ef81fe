import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readingClauses } from '../../helpers/clauses.ts';

const { readChange, readVersion } = readingClauses();

const TRAINS = 'We use your uploads to train our AI models.';

describe('the position on training where a sentence goes on with it:', () => {
  const rows: [text: string, position: string][] = [
    [`${TRAINS} You can opt out in your settings.`, 'opt-out'],
    [`${TRAINS} If you do not want that, turn the switch off.`, 'opt-out'],
    [`${TRAINS} Where the law says so, you have the possibility to object to this use.`, 'opt-out'],
    [`${TRAINS} We do so for as long as the account exists.`, 'permitted'],
    [`${TRAINS} You can opt out of our newsletter.`, 'permitted'],
    [`${TRAINS} Do not upload what you do not want to be used.`, 'permitted'],
    [`${TRAINS}\n\nYou can opt out of being found by your number.`, 'permitted'],
    ['We use machine learning to detect spam. You can opt out in your settings.', 'silent'],
    // What one can object to covers only a part.
    [`${TRAINS}\n\nWe also train AI models on your prompts, unless you opt out.`, 'permitted'],
    ['We train AI models on your prompts, unless you opt out.', 'opt-out'],
  ];
  for (const [text, position] of rows) {
    it(`${position}: ${text}`, () => assert.equal(readVersion(`# Terms\n\n${text}\n`).training, position));
  }
});

describe('a sentence that goes on with a ban', () => {
  const says = (text: string) =>
    readVersion(`# Rules\n\n${text}\n`).aiClauses.flatMap(({ statements }) => statements.map((one) => one.says));
  it('bans what it includes', () => {
    assert.deepEqual(says('Scraping is forbidden. This includes scraping in order to train AI.'), [
      'others may not train on or mine the platform',
    ]);
  });
  it('says less where no ban stands before it', () => {
    assert.notDeepEqual(says('You find help here. This includes an answer to how scrapers train AI.'), [
      'others may not train on or mine the platform',
    ]);
  });
});

it('goes on under a heading that speaks of AI too', () => {
  const text = `# Terms\n\n## Artificial intelligence\n\n${TRAINS} You can opt out of this in your settings.\n`;
  assert.equal(readVersion(text).training, 'opt-out');
});

describe('a sentence that bounds the one before it is told:', () => {
  const AROUND = [
    '# Terms\n\nThese terms apply to everybody who opens an account with Larkspur Audio.\n\n',
    '\n\n## Payments\n\nWe pay royalties every month once they reach twenty euros.\n',
  ];
  const PROMISE = 'We do not use your uploads to train AI models.';
  const OBJECTION = `${TRAINS}\n\nYou can opt out of AI training in your settings.`;
  const rows: [before: string, more: string, change: string, direction: string][] = [
    [PROMISE, 'This does not apply to free accounts.', 'major', 'worse'],
    [PROMISE, 'However, this promise only applies in Norway.', 'major', 'worse'],
    [PROMISE, 'Free accounts are exempt from this.', 'major', 'worse'],
    [TRAINS, 'This does not apply in the European Union.', 'major', 'better'],
    [TRAINS, 'It will not apply to the uploads of children.', 'major', 'better'],
    [OBJECTION, 'This does not apply to free accounts.', 'major', 'worse'],
    [`${TRAINS} You can opt out in your settings.`, 'This does not apply to free accounts.', 'major', 'worse'],
    ['You may not use the service to train AI models.', 'This does not apply to our partners.', 'major', 'worse'],
    ['You must label music that was made with AI.', 'This does not apply to demos.', 'major', 'mixed'],
    [PROMISE, 'This does not affect your other rights.', 'none', 'neutral'],
    [PROMISE, 'The warranty does not apply to free accounts.', 'none', 'neutral'],
    ['We use machine learning to detect spam.', 'This does not apply to free accounts.', 'none', 'neutral'],
  ];
  for (const [before, more, change, direction] of rows) {
    it(`${change}, ${direction}: ${before} + ${more}`, () => {
      const { reading } = readChange(AROUND.join(before), AROUND.join(`${before} ${more}`));
      assert.deepEqual([reading.change, reading.direction], [change, direction], reading.reason);
    });
  }
  it('each of several, from the same sentence', () => {
    const [, first, second] = readVersion(
      `${PROMISE} This does not apply to demos. It does not apply in Norway.`,
    ).aiClauses;
    for (const one of [first, second]) {
      assert.deepEqual(
        one?.statements.map(({ says }) => says),
        ['an exemption from “no training”'],
      );
    }
  });

  it('what is paid for training is the same in a sentence of its own', () => {
    const [joined, split] = [
      ', and are paid a share of the revenue for it.',
      '. They are paid a share of the revenue for it.',
    ];
    const artists = 'Artists who join our choir let us train singing voice models on their vocals';
    const { reading } = readChange(AROUND.join(artists + joined), AROUND.join(artists + split));
    assert.notEqual(reading.change, 'major', reading.reason);
    assert.equal(readChange(AROUND.join(artists + split), AROUND.join(`${artists}.`)).reading.change, 'major');
  });

  const OTHERS: [language: string, around: string, promise: string, exemption: string][] = [
    [
      'German',
      'Diese Bedingungen gelten für alle, die bei uns ein Konto eröffnen und den Dienst nutzen. ',
      'Wir nutzen deine Uploads nicht, um KI-Modelle zu trainieren.',
      'Dies gilt nicht für kostenlose Konten.',
    ],
    [
      'French',
      'Ces conditions s’appliquent à toutes les personnes qui ouvrent un compte chez nous. ',
      'Nous n’utilisons pas vos contenus pour entraîner des modèles d’IA.',
      'Cela ne s’applique pas aux comptes gratuits.',
    ],
    [
      'Spanish',
      'Estas condiciones se aplican a todas las personas que abren una cuenta en el sitio. ',
      'No usamos tus contenidos para entrenar modelos de IA.',
      'Esto no se aplica a las cuentas gratuitas.',
    ],
    [
      'Italian',
      'Queste condizioni si applicano a tutte le persone che aprono un account presso di noi. ',
      'Non usiamo i tuoi contenuti per addestrare modelli di IA.',
      'Ciò non si applica agli account gratuiti.',
    ],
    [
      'Portuguese',
      'Estes termos aplicam-se a todas as pessoas que abrem uma conta na nossa plataforma. ',
      'Não usamos os seus conteúdos para treinar modelos de IA.',
      'Isso não se aplica às contas gratuitas.',
    ],
  ];
  for (const [language, around, promise, exemption] of OTHERS) {
    it(`in ${language}`, () => {
      const [before, after] = [promise, `${promise} ${exemption}`].map((text) => `${around.repeat(4)}\n\n${text}\n`);
      const { reading } = readChange(before ?? '', after ?? '');
      assert.deepEqual([reading.change, reading.direction], ['major', 'worse'], reading.reason);
    });
  }
});
