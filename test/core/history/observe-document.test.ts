import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { computeIdentity } from '../../../src/core/extract/identity.ts';
import { computeVersionId, type DocumentState } from '../../../src/core/history/observe-document.ts';
import { readingClauses } from '../../helpers/clauses.ts';

const { observe } = readingClauses();

const TRAINING =
  'We may use the content that you upload to train, develop and improve our artificial intelligence models.';
const CLONING =
  'You may not upload recordings that imitate the voice of another artist with the help of artificial intelligence.';
const ORDINARY = [
  'You must be at least sixteen years old to open an account with us.',
  'You are responsible for everything that happens under your account.',
  'We may suspend accounts that break these terms after giving notice.',
  'You keep all rights in the recordings and compositions that you upload.',
  'Fees are shown before you pay and are charged in the currency of your country.',
  'The law of Ireland applies, and its courts decide.',
];

const terms = (...clauses: string[]): string => `# Terms\n\n${[...ORDINARY, ...clauses].join('\n\n')}\n`;

/** A page looked at once an hour, unless told otherwise, each look after the first confirming what it can. */
function watching() {
  let memory: DocumentState | undefined;
  let hour = 0;
  return (markdown: string, { afterHours = 1, isConfirmed = false } = {}) => {
    hour += afterHours;
    const seen = new Date(Date.UTC(2026, 4, 1, hour)).toISOString();
    const document = 'tunebox/Terms of Service';
    const version = {
      id: computeVersionId(document, markdown),
      document,
      markdown,
      identity: computeIdentity(markdown),
      seen,
    };
    const observation = observe(memory, { version, isConfirmed }, 600);
    const isCurrent = observation.head.current.version === version.id;
    memory = { head: observation.head, markdown: isCurrent || memory === undefined ? markdown : memory.markdown };
    return observation;
  };
}

/** A page that has shown its readers two texts in turn, and shows the one with the clause. */
function flapping() {
  const look = watching();
  look(terms(TRAINING));
  for (const clause of ['We answer within a week.', 'We answer within a month.']) {
    look(terms(TRAINING, clause));
    look(terms(TRAINING, clause));
  }
  const back = look(terms(TRAINING));
  assert.equal(back.outcome, 'variant');
  return look;
}

describe('a clause that a page does not show any more', () => {
  const WITHOUT = terms('We answer by letter.');

  it('is gone at the second look, where the page shows everybody the same', () => {
    const look = watching();
    look(terms(TRAINING));
    assert.equal(look(WITHOUT).outcome, 'unconfirmed');
    assert.equal(look(WITHOUT).outcome, 'changed');
  });

  it('is gone on a page that flaps once three looks over two days have not found it', () => {
    const look = flapping();
    const first = look(WITHOUT);
    assert.equal(first.outcome, 'unconfirmed');
    assert.equal(look(WITHOUT, { afterHours: 24 }).outcome, 'unconfirmed');
    const last = look(WITHOUT, { afterHours: 24 });
    assert.equal(last.outcome, 'changed');
    const change = last.outcome === 'changed' ? last.change : undefined;
    assert.equal(change?.reading.alert, true);
    assert.equal(change?.firstSeenNew, first.head.pending?.firstSeen);
    assert.equal(last.head.missing, undefined);
  });

  const rows: [what: string, looks: [markdown: string, afterHours: number][]][] = [
    ['is not gone after many looks within a day', Array.from({ length: 20 }, () => [WITHOUT, 1])],
    [
      'is not gone after two looks, however far apart',
      [
        [WITHOUT, 1],
        [WITHOUT, 400],
      ],
    ],
    [
      'is not gone if a look in between finds it',
      [
        [WITHOUT, 1],
        [WITHOUT, 24],
        [terms(TRAINING), 1],
        [WITHOUT, 24],
        [WITHOUT, 24],
      ],
    ],
    [
      'is not gone if a look in between finds another text that has it',
      [
        [WITHOUT, 1],
        [WITHOUT, 24],
        [terms(TRAINING, 'We answer by telephone.'), 1],
        [WITHOUT, 24],
        [WITHOUT, 24],
      ],
    ],
  ];
  for (const [what, looks] of rows) {
    it(`${what}, on a page that flaps`, () => {
      const look = flapping();
      const seen = looks.map(([markdown, afterHours]) => look(markdown, { afterHours }));
      assert.deepEqual(
        seen.filter((observation) => observation.outcome === 'changed' && observation.change.reading.alert),
        [],
      );
    });
  }

  it('is gone though each look finds another text without it', () => {
    const look = flapping();
    look(terms('We answer by letter.'));
    look(terms('We answer by telegram.'), { afterHours: 24 });
    assert.equal(look(terms('We answer by pigeon.'), { afterHours: 24 }).outcome, 'changed');
  });

  it('is gone at once in a recorded history, which has no other look', () => {
    assert.equal(flapping()(WITHOUT, { isConfirmed: true }).outcome, 'changed');
  });
});

describe('a promise given up and given again', () => {
  const [PROMISE, PERMISSION] = [
    'We do not use your uploads to train AI models.',
    'We use your uploads to train AI models.',
  ];
  /** What is told of the promise, the permission in its place, and the promise again in a text that differs elsewhere. */
  const toldAfter = (days: number) => {
    const look = watching();
    look(terms(PROMISE), { isConfirmed: true });
    const looks = [
      terms(PERMISSION),
      terms(PROMISE, 'We answer by letter.'),
      terms(PERMISSION, 'We answer by telegram.'),
    ];
    return looks.map((markdown, i) => {
      const observation = look(markdown, { isConfirmed: true, afterHours: i === 0 ? 1 : 24 * days });
      const reading = observation.outcome === 'changed' ? observation.change.reading : undefined;
      return reading?.alert ? reading.direction : 'nothing';
    });
  };
  it('within days is a page that flaps, and told once', () => {
    assert.deepEqual(toldAfter(3), ['worse', 'nothing', 'nothing']);
  });
  it('weeks later is news each time', () => {
    assert.deepEqual(toldAfter(20), ['worse', 'better', 'worse']);
    assert.deepEqual(toldAfter(90), ['worse', 'better', 'worse']);
  });
});

it('a clause that comes back after weeks without taking the place of another is known', () => {
  const look = watching();
  look(terms(TRAINING), { isConfirmed: true });
  look(terms('We answer by letter.'), { isConfirmed: true });
  const back = look(terms(TRAINING, 'We answer by telegram.'), { isConfirmed: true, afterHours: 24 * 20 });
  assert.equal(back.outcome === 'changed' && back.change.reading.change, 'none');
});

it('a heading that turns what stands below it is told, though no clause differs', () => {
  const under = (heading: string) => terms(`## ${heading}`, '* Train artificial intelligence on your uploads.');
  const look = watching();
  look(under('What we do not do'));
  assert.equal(look(under('What we do')).outcome, 'unconfirmed');
  assert.equal(look(under('What we do')).outcome, 'changed');
  assert.equal(look(under('What our company does')).outcome, 'cosmetic');
});

describe('on a page that flaps', () => {
  it('what is new is told at the second look', () => {
    const look = flapping();
    assert.equal(look(terms(TRAINING, CLONING)).outcome, 'unconfirmed');
    assert.equal(look(terms(TRAINING, CLONING)).outcome, 'changed');
  });

  it('so is what is new where something else is missing', () => {
    const look = flapping();
    assert.equal(look(terms(CLONING)).outcome, 'unconfirmed');
    assert.equal(look(terms(CLONING)).outcome, 'changed');
  });
});
