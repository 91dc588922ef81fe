/** Builds signal files that are meant to keep the parsers busy or to crash them, of any length, for the tests and `bench/linear-time.ts`. */

/** What is built grows with `size`; at 1 the longest are 600 kB, more than is read of a robots.txt or of the head of a page. */
export const HOSTILE_SIGNALS: readonly (readonly [name: string, text: (size: number) => string])[] = [
  ['one line', (size) => 'x'.repeat(600_000 * size)],
  ['one long rule', (size) => `User-agent: GPTBot\nDisallow: /${'a'.repeat(600_000 * size)}`],
  ['only spaces', (size) => ' '.repeat(600_000 * size)],
  ['only line ends', (size) => '\r'.repeat(600_000 * size)],
  ['NUL bytes', (size) => `User-agent:\0GPTBot\0\nDisallow: /\0${'\0'.repeat(10_000 * size)}`],
  ['many groups', (size) => 'User-agent: a\nDisallow: /\n'.repeat(10_000 * size)],
  [
    'many groups of one crawler, each with a path',
    (size) =>
      Array.from({ length: Math.ceil(2000 * size) }, (_, i) => `User-agent: GPTBot\nDisallow: /${i}\n`).join(''),
  ],
  [
    'one group of many agents and many rules',
    (size) => 'User-agent: GPTBot\n'.repeat(1000 * size) + 'Content-Signal: ai-train=no\n'.repeat(1000 * size),
  ],
  ['only brackets', (size) => '['.repeat(50_000 * size)],
  ['only opening tags', (size) => '<meta '.repeat(100_000 * size)],
  ['only opening comments', (size) => '<!--'.repeat(20_000 * size)],
  ['scripts that never end', (size) => '<script>'.repeat(10_000 * size)],
  ['quotes that never end', (size) => '{"'.repeat(20_000 * size)],
  ['links that never end', (size) => `link: ${'<a>;rel='.repeat(20_000 * size)}`],
  ['only stars', (size) => `User-agent: *\nDisallow: /${'*'.repeat(10_000 * size)}x`],
];
