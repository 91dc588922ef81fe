import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  buildClauseInput,
  buildPairInput,
  type EncoderPair,
} from '../../../../src/core/reader/encoder/encoder-input.ts';

/** A piece a word, numbered as it is spelt. */
const tokenize = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);
/** Words `from` to before `to`. */
const words = (from: number, to: number): string => numbers(from, to).join(' ');
const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

const [START, END, MARK] = [-1, -2, -3];
const SPECIAL_PIECES_PER_INPUT = { start: START, end: END };
const LIMITS = { text: 6, head: 2, intro: 3, prev: 0 };

describe('a clause in its context', () => {
  it('is read from its beginning, and what stands around it from its end', () => {
    const clause = { text: words(10, 30), head: words(30, 40), intro: words(40, 50), prev: words(50, 60) };
    assert.deepEqual(buildClauseInput(clause, tokenize, LIMITS, SPECIAL_PIECES_PER_INPUT), {
      pieces: [START, ...numbers(10, 16), END, ...numbers(38, 40), END, ...numbers(47, 50), END, END],
      clause: 8,
    });
  });
});

describe('a difference', () => {
  const side = 40;
  const put = (difference: Partial<EncoderPair>, { head = 2 } = {}) =>
    buildPairInput(
      { before: '', after: '', head: '', ...difference },
      tokenize,
      { ...LIMITS, head },
      { mark: MARK, side },
      SPECIAL_PIECES_PER_INPUT,
    );
  /** What is read of the new side, and of the old one. */
  const sides = (before: string, after: string): [after: number[], before: number[]] => {
    const { pieces, clause } = put({ before, after });
    assert.deepEqual(pieces.slice(0, 2), [START, MARK]);
    assert.deepEqual(pieces.slice(-2), [END, END]);
    assert.equal(pieces[clause - 1], END);
    return [pieces.slice(2, clause - 1), pieces.slice(clause, -2)];
  };
  const edited = (text: string, at: number): string => text.replace(`${at}`, '9999');

  it('is the mark, its new side, its old side and the end of its heading', () => {
    assert.deepEqual(put({ before: '10 11', after: '12 13 14', head: words(20, 30) }), {
      pieces: [START, MARK, 12, 13, 14, END, 10, 11, END, 28, 29, END],
      clause: 6,
    });
  });

  it('has no heading where none is read', () => {
    assert.deepEqual(put({ after: '12', head: words(20, 30) }, { head: 0 }).pieces, [START, MARK, 12, END, END, END]);
  });

  const SIDES: readonly (readonly [what: string, before: string, after: string, read: [number[], number[]]])[] = [
    ['nothing beside nothing', '', '', [[], []]],
    ['a long side beside nothing is read from its beginning', '', words(100, 200), [numbers(100, 140), []]],
    ['nothing beside a long side', words(100, 200), '', [[], numbers(100, 140)]],
    [
      'two that are long and alike are read at their end',
      words(100, 200),
      words(100, 200),
      [numbers(160, 200), numbers(160, 200)],
    ],
    [
      'two that are nothing alike are read from their beginning',
      words(100, 200),
      words(300, 400),
      [numbers(300, 340), numbers(100, 140)],
    ],
    [
      'two that differ in the middle are read around it',
      words(100, 200),
      edited(words(100, 200), 150),
      [[...numbers(126, 150), 9999, ...numbers(151, 166)], numbers(126, 166)],
    ],
    [
      'two that differ near their end are read to their end',
      words(100, 200),
      edited(words(100, 200), 195),
      [[...numbers(160, 195), 9999, ...numbers(196, 200)], numbers(160, 200)],
    ],
    [
      'two that differ near their beginning are read from there',
      words(100, 200),
      edited(words(100, 200), 110),
      [[...numbers(100, 110), 9999, ...numbers(111, 140)], numbers(100, 140)],
    ],
    [
      'a side that is short is read whole, and a long one where the short one ends',
      words(100, 139),
      words(100, 200),
      [numbers(115, 155), numbers(100, 139)],
    ],
    [
      'a side as long as is read is read whole',
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

  it('is never longer than both sides, the heading and the marks', () => {
    for (let at = 100; at < 200; at++) {
      const { pieces } = put({ before: words(100, 200), after: edited(words(100, 200), at), head: words(1, 50) });
      assert.equal(pieces.length, 2 * side + LIMITS.head + 5);
      assert.ok(pieces.includes(9999) && pieces.includes(at), `what differs at ${at} is read`);
    }
  });
});
