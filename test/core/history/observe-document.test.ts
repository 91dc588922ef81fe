import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { computeIdentity } from '../../../src/core/extract/identity.ts';
import { computeVersionId, type DocumentState } from '../../../src/core/history/observe-document.ts';
import { isMajor } from '../../../src/domain/document.ts';
import { withClauseReader } from '../../helpers/clauses.ts';

const { observe } = withClauseReader();

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

/** A page polled once an hour, or after so many hours. */
function watchPage() {
  let state: DocumentState | undefined;
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
    const observation = observe(state, { version, isConfirmed }, 600);
    const isCurrent = observation.head.current.version === version.id;
    state = { head: observation.head, markdown: isCurrent || state === undefined ? markdown : state.markdown };
    return observation;
  };
}

/** A page that showed two texts in turn, last the one with the clause. */
function watchFlappingPage() {
  const poll = watchPage();
  poll(terms(TRAINING));
  for (const clause of ['We answer within a week.', 'We answer within a month.']) {
    poll(terms(TRAINING, clause));
    poll(terms(TRAINING, clause));
  }
  const back = poll(terms(TRAINING));
  assert.equal(back.outcome, 'variant');
  return poll;
}

describe('a clause that a page no longer shows', () => {
  const WITHOUT = terms('We answer by letter.');

  it('is gone at the second poll, where the page shows everybody the same', () => {
    const poll = watchPage();
    poll(terms(TRAINING));
    assert.equal(poll(WITHOUT).outcome, 'unconfirmed');
    assert.equal(poll(WITHOUT).outcome, 'changed');
  });

  it('is gone on a page that flaps after three polls over two days without it', () => {
    const poll = watchFlappingPage();
    const first = poll(WITHOUT);
    assert.equal(first.outcome, 'unconfirmed');
    assert.equal(poll(WITHOUT, { afterHours: 24 }).outcome, 'unconfirmed');
    const last = poll(WITHOUT, { afterHours: 24 });
    assert.equal(last.outcome, 'changed');
    const change = last.outcome === 'changed' ? last.change : undefined;
    assert.equal(change?.assessment.significance, 'major');
    assert.equal(change?.firstSeenNew, first.head.pending?.firstSeen);
    assert.equal(last.head.missing, undefined);
  });

  const rows: [title: string, polls: [markdown: string, afterHours: number][]][] = [
    ['is not gone after many polls within a day', Array.from({ length: 20 }, () => [WITHOUT, 1])],
    [
      'is not gone after two polls, however far apart',
      [
        [WITHOUT, 1],
        [WITHOUT, 400],
      ],
    ],
    [
      'is not gone if a poll in between finds it',
      [
        [WITHOUT, 1],
        [WITHOUT, 24],
        [terms(TRAINING), 1],
        [WITHOUT, 24],
        [WITHOUT, 24],
      ],
    ],
    [
      'is not gone if a poll in between finds another text with it',
      [
        [WITHOUT, 1],
        [WITHOUT, 24],
        [terms(TRAINING, 'We answer by telephone.'), 1],
        [WITHOUT, 24],
        [WITHOUT, 24],
      ],
    ],
  ];
  for (const [title, polls] of rows) {
    it(`${title}, on a page that flaps`, () => {
      const poll = watchFlappingPage();
      const observations = polls.map(([markdown, afterHours]) => poll(markdown, { afterHours }));
      assert.deepEqual(
        observations.filter(
          (observation) => observation.outcome === 'changed' && isMajor(observation.change.assessment),
        ),
        [],
      );
    });
  }

  it('is gone though each poll finds another text without it', () => {
    const poll = watchFlappingPage();
    poll(terms('We answer by letter.'));
    poll(terms('We answer by telegram.'), { afterHours: 24 });
    assert.equal(poll(terms('We answer by pigeon.'), { afterHours: 24 }).outcome, 'changed');
  });

  it('is gone at once in a recorded history, which has no other poll', () => {
    assert.equal(watchFlappingPage()(WITHOUT, { isConfirmed: true }).outcome, 'changed');
  });
});

describe('a promise given up and given again', () => {
  const [PROMISE, PERMISSION] = [
    'We do not use your uploads to train AI models.',
    'We use your uploads to train AI models.',
  ];
  /** The major changes after the promise: the permission, the promise in another text, the permission in another text. */
  const directionsAfter = (days: number) => {
    const poll = watchPage();
    poll(terms(PROMISE), { isConfirmed: true });
    const texts = [
      terms(PERMISSION),
      terms(PROMISE, 'We answer by letter.'),
      terms(PERMISSION, 'We answer by telegram.'),
    ];
    return texts.map((markdown, i) => {
      const observation = poll(markdown, { isConfirmed: true, afterHours: i === 0 ? 1 : 24 * days });
      const assessment = observation.outcome === 'changed' ? observation.change.assessment : undefined;
      return assessment && isMajor(assessment) ? assessment.direction : 'nothing';
    });
  };
  it('within days is a page that flaps, and changes once', () => {
    assert.deepEqual(directionsAfter(3), ['worse', 'nothing', 'nothing']);
  });
  it('weeks later changes each time', () => {
    assert.deepEqual(directionsAfter(20), ['worse', 'better', 'worse']);
    assert.deepEqual(directionsAfter(90), ['worse', 'better', 'worse']);
  });
});

it('a clause that returns after weeks and replaces no other is no change about AI', () => {
  const poll = watchPage();
  poll(terms(TRAINING), { isConfirmed: true });
  poll(terms('We answer by letter.'), { isConfirmed: true });
  const back = poll(terms(TRAINING, 'We answer by telegram.'), { isConfirmed: true, afterHours: 24 * 20 });
  assert.equal(back.outcome === 'changed' && back.change.assessment.significance, 'none');
});

it('a heading that reverses the clause below it is a change, though no clause differs', () => {
  const under = (heading: string) => terms(`## ${heading}`, '* Train artificial intelligence on your uploads.');
  const poll = watchPage();
  poll(under('What we do not do'));
  assert.equal(poll(under('What we do')).outcome, 'unconfirmed');
  assert.equal(poll(under('What we do')).outcome, 'changed');
  assert.equal(poll(under('What our company does')).outcome, 'cosmetic');
});

describe('on a page that flaps', () => {
  it('what is new is a change at the second poll', () => {
    const poll = watchFlappingPage();
    assert.equal(poll(terms(TRAINING, CLONING)).outcome, 'unconfirmed');
    assert.equal(poll(terms(TRAINING, CLONING)).outcome, 'changed');
  });

  it('what is new is a change at the second poll, though something else is missing', () => {
    const poll = watchFlappingPage();
    assert.equal(poll(terms(CLONING)).outcome, 'unconfirmed');
    assert.equal(poll(terms(CLONING)).outcome, 'changed');
  });
});
