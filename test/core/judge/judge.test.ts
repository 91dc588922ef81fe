/** Judging with a stub reader that knows a few words, so that results do not depend on trained weights. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitIntoPassages } from '../../../src/core/document/clauses.ts';
import { compareVersions } from '../../../src/core/document/compare-versions.ts';
import { DIFFERENCE_FEATURES } from '../../../src/core/judge/difference-features.ts';
import { type JudgeContext, judge } from '../../../src/core/judge/judge.ts';
import { DIRECTION_FEATURES } from '../../../src/core/judge/output-deltas.ts';
import type { VerdictModel } from '../../../src/core/judge/verdict-model.ts';
import { analyseVersion } from '../../../src/core/reader/analyse-version.ts';
import { type ClauseWithPrevious, toEncoderClause } from '../../../src/core/reader/clause-model.ts';
import { DIRECTIONS, POSITIONS, TOPICS } from '../../../src/domain/vocabulary.ts';
import { makeProbabilities } from '../../helpers/probabilities.ts';

/** “never” in a clause or its introduction makes a permission a promise. */
const clauseModel = {
  screenClause: ({ clause }: ClauseWithPrevious) => (clause.text.includes('AI') ? 0.9 : undefined),
  classify: (clause: ClauseWithPrevious) => {
    const { text, intro } = toEncoderClause(clause);
    if (!text.includes('train')) return makeProbabilities({ minor: 0.9, tool: 0.9 });
    return `${intro} ${text}`.includes('never')
      ? makeProbabilities({ major: 0.9, 'train-never': 0.9, 'direction better': 0.9 })
      : makeProbabilities({ major: 0.9, train: 0.9, 'direction worse': 0.9 });
  },
  classifyLinear: () => makeProbabilities({}),
  compare: ({ before, after }: { before: string; after: string }) =>
    before.includes('train') === after.includes('train') && before.includes('never') === after.includes('never')
      ? Float32Array.of(before.includes('AI') ? 5 : 0, 3, 0, 5, 0, 0, 0)
      : Float32Array.of(0, 0, 5, 0, 5, 0, 0),
  topWords: (_clause: ClauseWithPrevious, act: string) => [`${act}-word`],
};
const over = (columns: readonly string[], weights: Readonly<Record<string, number>>, bias = 0) => ({
  weights: columns.map((name) => weights[name] ?? 0),
  bias,
});
const every = <Name extends string, Value>(names: readonly Name[], value: (name: Name) => Value) =>
  Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
const verdict: VerdictModel = {
  differences: {
    major: over(DIFFERENCE_FEATURES, { 'counts major': 1 }),
    any: over(DIFFERENCE_FEATURES, { 'counts none': -1 }, -0.5),
  },
  bounds: { ping: 0.5, digest: 0.5 },
  directions: every(DIRECTIONS, (direction) => over(DIRECTION_FEATURES, { [`${direction} act`]: 5 })),
  topics: every(TOPICS, () => ({ weights: [], bias: -1, bound: 0.5 })),
};
const positions = every(POSITIONS, (position) => ({ weights: [], bias: position === 'unclear' ? 1 : 0 }));

const AROUND = 'You must be sixteen to open an account.\n\nFees are shown before you pay.';
const TRAINS = 'We train AI on your songs.';
const NEVER = 'We never train AI on your songs.';
const TOOL = 'Our AI masters your songs.';
const terms = (...more: string[]) => `# Terms\n\n${[AROUND, ...more].join('\n\n')}\n`;

function judgeTexts(before: string, after: string, context: Partial<JudgeContext> = {}) {
  const [old, now] = [before, after].map((markdown) => analyseVersion(markdown, { clauseModel, positions }));
  assert.ok(old && now);
  assert.deepEqual(old.passages, splitIntoPassages(before));
  return judge(
    old,
    now,
    compareVersions(before, after),
    { recall: () => undefined, ...context },
    { clauseModel, verdict },
  );
}

describe('a change', () => {
  it('that is not about AI is none', () => {
    const { significance, reason } = judgeTexts(terms(TRAINS), terms(TRAINS).replace('sixteen', 'eighteen'));
    assert.deepEqual([significance, reason], ['none', 'no clause about AI differs']);
  });

  it('that pings has quotes of both sides, the likeliest first, and the words behind them', () => {
    const { significance, direction, evidence, reason } = judgeTexts(
      terms(NEVER, 'Our AI is quick.'),
      terms(TRAINS, 'Our AI is fast.'),
    );
    assert.deepEqual([significance, direction], ['major', 'worse']);
    assert.deepEqual([evidence[0]?.before?.text, evidence[0]?.after?.text], [NEVER, TRAINS]);
    assert.deepEqual(evidence[0]?.topics, ['training']);
    assert.equal(evidence[0]?.direction, 'worse');
    assert.equal(evidence.length, 1, 'what hardly matters is not evidence');
    assert.match(reason, /^new: train 90 % \(“train-word”\) \(\d\d % likely major, \d\d % to matter\)$/);
  });

  it('that matters without being major goes to the digest', () => {
    const { significance, evidence } = judgeTexts(terms(), terms(TOOL));
    assert.equal(significance, 'minor');
    assert.deepEqual(
      evidence.map(({ after }) => after?.text),
      [TOOL],
    );
  });

  it('with a broken side is noise', () => {
    const { capture, significance, reason } = judgeTexts(terms(), terms(TRAINS), {
      broken: { reason: 'truncated', detail: 'cut off' },
    });
    assert.deepEqual([capture, significance, reason], ['noise', 'none', 'truncated: cut off']);
  });
});

describe('a clause that keeps its words', () => {
  const list = (lead: string) => terms(`${lead}\n\n* train AI on your songs;\n* lend songs to radios.`);

  it('changes with a lead-in that reverses its meaning, and is quoted under both', () => {
    const { significance, direction, evidence } = judgeTexts(list('We will never:'), list('We may:'));
    assert.deepEqual([significance, direction], ['major', 'worse']);
    assert.deepEqual([evidence[0]?.before?.section, evidence[0]?.after?.section], ['We will never:', 'We may:']);
  });

  it('is quoted under the end of a long lead-in, cut between words', () => {
    const long = `${'Whoever reads these terms and likes them should know more: '.repeat(5)}We will never:`;
    assert.match(
      judgeTexts(list(long), list('We may:')).evidence[0]?.before?.section ?? '',
      /^… \w.{100,150}We will never:$/,
    );
  });

  it('does not change with a lead-in of the same meaning', () => {
    assert.equal(judgeTexts(list('We may:'), list('We are free to:')).significance, 'none');
  });
});

describe('a clause that returns', () => {
  it('within days was never gone', () => {
    assert.equal(judgeTexts(terms(), terms(TRAINS), { recall: () => 'flapping' }).significance, 'none');
  });

  it('within weeks is not new', () => {
    assert.equal(judgeTexts(terms(), terms(TRAINS), { recall: () => 'known' }).significance, 'none');
  });

  it('within weeks replaces another clause, and only that loss counts', () => {
    const { significance, evidence } = judgeTexts(terms(NEVER), terms(TRAINS), { recall: () => 'known' });
    assert.equal(significance, 'major');
    assert.deepEqual(
      evidence[0]?.frames?.map(({ act, side }) => [act, side]),
      [['train-never', 'lost']],
    );
  });
});
