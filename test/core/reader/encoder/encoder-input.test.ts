import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  buildClauseInput,
  buildPairInput,
  type EncoderPair,
} from '../../../../src/core/reader/encoder/encoder-input.ts';

/** One piece for each number. */
const tokenize = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);
/** Numbers from `from` up to, but not including, `to`. */
const words = (from: number, to: number): string => numbers(from, to).join(' ');
const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

const [START, END, MARK] = [-1, -2, -3];
const SPECIAL_PIECES = { start: START, end: END };
const LIMITS = { text: 6, head: 2, intro: 3, prev: 0 };

describe('the input of a clause', () => {
  it('keeps the start of the clause and the end of its context', () => {
    const clause = { text: words(10, 30), head: words(30, 40), intro: words(40, 50), prev: words(50, 60) };
    assert.deepEqual(buildClauseInput(clause, tokenize, LIMITS, SPECIAL_PIECES), {
      pieces: [START, ...numbers(10, 16), END, ...numbers(38, 40), END, ...numbers(47, 50), END, END],
      clause: 8,
    });
  });
});

describe('the input of a difference', () => {
  const side = 40;
  const build = (difference: Partial<EncoderPair>, { head = 2 } = {}) =>
    buildPairInput(
      { before: '', after: '', head: '', ...difference },
      tokenize,
      { ...LIMITS, head },
      { mark: MARK, side },
      SPECIAL_PIECES,
    );
  /** What is read of both sides. */
  const sides = (before: string, after: string): [after: number[], before: number[]] => {
    const { pieces, clause } = build({ before, after });
    assert.deepEqual(pieces.slice(0, 2), [START, MARK]);
    assert.deepEqual(pieces.slice(-2), [END, END]);
    assert.equal(pieces[clause - 1], END);
    return [pieces.slice(2, clause - 1), pieces.slice(clause, -2)];
  };
  const edited = (text: string, at: number): string => text.replace(`${at}`, '9999');

  it('is the mark, the new side, the old side and the end of the heading', () => {
    assert.deepEqual(build({ before: '10 11', after: '12 13 14', head: words(20, 30) }), {
      pieces: [START, MARK, 12, 13, 14, END, 10, 11, END, 28, 29, END],
      clause: 6,
    });
  });

  it('omits the heading where none is read', () => {
    assert.deepEqual(build({ after: '12', head: words(20, 30) }, { head: 0 }).pieces, [START, MARK, 12, END, END, END]);
  });

  const SIDES: readonly (readonly [what: string, before: string, after: string, read: [number[], number[]]])[] = [
    ['empty sides', '', '', [[], []]],
    ['a long side beside an empty one keeps its start', '', words(100, 200), [numbers(100, 140), []]],
    ['an empty side beside a long one', words(100, 200), '', [[], numbers(100, 140)]],
    ['long equal sides keeps their end', words(100, 200), words(100, 200), [numbers(160, 200), numbers(160, 200)]],
    [
      'long different sides keeps their start',
      words(100, 200),
      words(300, 400),
      [numbers(300, 340), numbers(100, 140)],
    ],
    [
      'sides that differ in the middle keeps what surrounds it',
      words(100, 200),
      edited(words(100, 200), 150),
      [[...numbers(126, 150), 9999, ...numbers(151, 166)], numbers(126, 166)],
    ],
    [
      'sides that differ near the end keeps their end',
      words(100, 200),
      edited(words(100, 200), 195),
      [[...numbers(160, 195), 9999, ...numbers(196, 200)], numbers(160, 200)],
    ],
    [
      'sides that differ near the start keeps their start',
      words(100, 200),
      edited(words(100, 200), 110),
      [[...numbers(100, 110), 9999, ...numbers(111, 140)], numbers(100, 140)],
    ],
    [
      'a short side and a long one keeps what surrounds the end of the short one',
      words(100, 139),
      words(100, 200),
      [numbers(115, 155), numbers(100, 139)],
    ],
    [
      'sides of exactly the limit keeps them whole',
      edited(words(100, 140), 139),
      words(100, 140),
      [numbers(100, 140), [...numbers(100, 139), 9999]],
    ],
  ];
  for (const [what, before, after, read] of SIDES) {
    it(`of ${what}`, () => {
      assert.deepEqual(sides(before, after), read);
    });
  }

  it('is never longer than its limits, and always contains the difference', () => {
    for (let at = 100; at < 200; at++) {
      const { pieces } = build({ before: words(100, 200), after: edited(words(100, 200), at), head: words(1, 50) });
      assert.equal(pieces.length, 2 * side + LIMITS.head + 5);
      assert.ok(pieces.includes(9999) && pieces.includes(at), `contains the difference at ${at}`);
    }
  });
});
