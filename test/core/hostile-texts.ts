/** Builds texts that are meant to keep the assessment busy or to crash it, of any length, for the tests and for `bench/linear-time.ts`. */

const repeat = (count: number, piece: (i: number) => string, separator = ''): string =>
  Array.from({ length: Math.ceil(count) }, (_, i) => piece(i)).join(separator);

/** The clauses from number `first`, all of them about AI. */
export const aiClauses = (count: number, first = 0): string => repeat(count, (i) => clause(first + i), '\n\n');
const clause = (i: number): string => `We may use content ${i} of yours to train AI model ${i * 7}.`;

/** What is built grows with `size`; at 1 it is 500 kB of plain text, or 10,000 clauses. */
export const HOSTILE_TEXTS: readonly (readonly [title: string, text: (size: number) => string])[] = [
  ['NUL bytes and invalid characters', (size) => '\0\ufffd\ud800 AI trains on your content.'.repeat(5000 * size)],
  ['right-to-left marks', (size) => 'We \u202emay\u202c train AI on your content. '.repeat(5000 * size)],
  ['words on one line', (size) => 'word '.repeat(100_000 * size)],
  ['letters without a space', (size) => 'ai'.repeat(250_000 * size)],
  ['full stops', (size) => '. '.repeat(250_000 * size)],
  ['brackets', (size) => '[('.repeat(50_000 * size)],
  ['different clauses about AI', (size) => aiClauses(10_000 * size)],
  ['one clause again and again', (size) => clause(1).repeat(10_000 * size)],
  [
    'items, each nested deeper',
    (size) => repeat(2000 * size, (i) => `${' '.repeat(i % 500)}* you may not train AI:`, '\n'),
  ],
  [
    'a heading of one long word above many paragraphs',
    (size) => `# AI ${'x'.repeat(10_000 * size)}\n\n${'Some words stand here now.\n\n'.repeat(2000 * size)}`,
  ],
  [
    'the longest heading and lead above many items',
    (size) =>
      `# AI ${'y'.repeat(290)}\n\nYou ${'z'.repeat(590)}:\n\n${'* Some words stand here now.\n\n'.repeat(2000 * size)}`,
  ],
  ['headings', (size) => '# AI\n\n'.repeat(20_000 * size)],
  ['a table of one row', (size) => `| ${'We train AI on your content<br>'.repeat(5000 * size)} |`],
  ['dates', (size) => 'Effective 1 May 2027. Last updated: 1 May 2026. '.repeat(5000 * size)],
];
