/** What is made of differences, whatever the reader has learnt: by a reader here that knows a few words. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitIntoPassages } from '../../../src/core/document/clauses.ts';
import { compareVersions } from '../../../src/core/document/compare-versions.ts';
import { DIFFERENCE_FEATURES } from '../../../src/core/judge/difference-features.ts';
import { type JudgeContext, judge } from '../../../src/core/judge/judge.ts';
import type { VerdictModel } from '../../../src/core/judge/verdict-model.ts';
import { analyseVersion } from '../../../src/core/reader/analyse-version.ts';
import { type ClauseWithPrevious, toEncoderClause } from '../../../src/core/reader/clause-model.ts';
import { DIRECTIONS, POSITIONS, TOPICS } from '../../../src/domain/vocabulary.ts';
import { makeProbabilities } from '../../helpers/probabilities.ts';

/** “never” turns what it stands above or in. */
const clauses = {
  screenClause: ({ clause }: ClauseWithPrevious) => (clause.text.includes('AI') ? 0.9 : undefined),
  classify: (place: ClauseWithPrevious) => {
    const { text, intro } = toEncoderClause(place);
    if (!text.includes('train')) return makeProbabilities({ minor: 0.9, tool: 0.9 });
    const never = `${intro} ${text}`.includes('never');
    return never
      ? makeProbabilities({ major: 0.9, 'train-never': 0.9, 'direction better': 0.9 })
      : makeProbabilities({ major: 0.9, train: 0.9, 'direction worse': 0.9 });
  },
  classifyLinear: () => makeProbabilities({}),
  compare: ({ before, after }: { before: string; after: string }) =>
    before.includes('train') === after.includes('train') && before.includes('never') === after.includes('never')
      ? Float32Array.of(before.includes('AI') ? 5 : 0, 3, 0, 5, 0, 0, 0)
      : Float32Array.of(0, 0, 5, 0, 5, 0, 0),
  topWords: (_place: ClauseWithPrevious, act: string) => [`${act}-word`],
};
const over = (columns: readonly string[], weights: Readonly<Record<string, number>>, bias = 0) => ({
  weights: columns.map((name) => weights[name] ?? 0),
  bias,
});
const every = <Name extends string, Value>(names: readonly Name[], value: (name: Name) => Value) =>
  Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
const columns = ['better', 'worse', 'mixed'].flatMap((turn) =>
  ['act', 'outright', 'now'].map((part) => `${turn} ${part}`),
);
const verdict: VerdictModel = {
  differences: {
    major: over(DIFFERENCE_FEATURES, { 'counts major': 1 }),
    any: over(DIFFERENCE_FEATURES, { 'counts none': -1 }, -0.5),
  },
  bounds: { ping: 0.5, digest: 0.5 },
  directions: every(DIRECTIONS, (direction) => over(columns, { [`${direction} act`]: 5 })),
  topics: every(TOPICS, () => ({ weights: [], bias: -1, bound: 0.5 })),
};
const positions = every(POSITIONS, (position) => ({ weights: [], bias: position === 'unclear' ? 1 : 0 }));

const AROUND = 'You must be sixteen to open an account.\n\nFees are shown before you pay.';
const TRAINS = 'We train AI on your songs.';
const NEVER = 'We never train AI on your songs.';
const TOOL = 'Our AI masters your songs.';
const terms = (...more: string[]) => `# Terms\n\n${[AROUND, ...more].join('\n\n')}\n`;

function judged(before: string, after: string, circumstances: Partial<JudgeContext> = {}) {
  const [old, now] = [before, after].map((markdown) => analyseVersion(markdown, { clauseModel: clauses, positions }));
  assert.ok(old && now);
  assert.deepEqual(old.passages, splitIntoPassages(before));
  return judge(
    old,
    now,
    compareVersions(before, after),
    { recall: () => undefined, ...circumstances },
    { clauseModel: clauses, verdict },
  );
}

describe('a change', () => {
  it('far from AI is none', () => {
    const { change, reason } = judged(terms(TRAINS), terms(TRAINS).replace('sixteen', 'eighteen'));
    assert.deepEqual([change, reason], ['none', 'nothing that is said about AI differs']);
  });

  it('that pings has quotes of both sides, the likeliest first, and the words that spoke', () => {
    const { change, alert, direction, evidence, reason } = judged(
      terms(NEVER, 'Our AI is quick.'),
      terms(TRAINS, 'Our AI is fast.'),
    );
    assert.deepEqual([change, alert, direction], ['major', true, 'worse']);
    assert.deepEqual([evidence[0]?.before?.text, evidence[0]?.after?.text], [NEVER, TRAINS]);
    assert.deepEqual(evidence[0]?.topics, ['training']);
    assert.equal(evidence[0]?.direction, 'worse');
    assert.equal(evidence.length, 1, 'what hardly counts is no evidence');
    assert.match(reason, /^new: train 90 % \(“train-word”\) \(\d\d % likely major, \d\d % to matter\)$/);
  });

  it('of which something matters goes to the digest', () => {
    const { change, alert, evidence } = judged(terms(), terms(TOOL));
    assert.deepEqual([change, alert], ['minor', false]);
    assert.deepEqual(
      evidence.map(({ after }) => after?.text),
      [TOOL],
    );
  });

  it('is noise where one side is not the document', () => {
    const { capture, change, reason } = judged(terms(), terms(TRAINS), {
      broken: { reason: 'truncated', detail: 'cut off' },
    });
    assert.deepEqual([capture, change, reason], ['noise', 'none', 'truncated: cut off']);
  });
});

describe('a clause that keeps its words', () => {
  const list = (lead: string) => terms(`${lead}\n\n* train AI on your songs;\n* lend songs to radios.`);

  it('and stands under a line that turns it has come or gone, and is shown under that line', () => {
    const { alert, direction, evidence } = judged(list('We will never:'), list('We may:'));
    assert.deepEqual([alert, direction], [true, 'worse']);
    assert.deepEqual([evidence[0]?.before?.section, evidence[0]?.after?.section], ['We will never:', 'We may:']);
  });

  it('is shown under the end of a long line, between words', () => {
    const long = `${'Whoever reads these terms and likes them should know more: '.repeat(5)}We will never:`;
    assert.match(
      judged(list(long), list('We may:')).evidence[0]?.before?.section ?? '',
      /^… \w.{100,150}We will never:$/,
    );
  });

  it('and stands under another line that says the same has not', () => {
    assert.equal(judged(list('We may:'), list('We are free to:')).change, 'none');
  });
});

describe('what was said before', () => {
  it('within days never went, and is no news', () => {
    assert.equal(judged(terms(), terms(TRAINS), { recall: () => 'flapping' }).change, 'none');
  });

  it('within weeks is no gain', () => {
    assert.equal(judged(terms(), terms(TRAINS), { recall: () => 'known' }).change, 'none');
  });

  it('within weeks takes the place of something all the same: of that only the loss counts', () => {
    const { alert, evidence } = judged(terms(NEVER), terms(TRAINS), { recall: () => 'known' });
    assert.equal(alert, true);
    assert.deepEqual(
      evidence[0]?.frames?.map(({ act, side }) => [act, side]),
      [['train-never', 'lost']],
    );
  });
});
