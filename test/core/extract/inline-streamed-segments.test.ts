/** Streamed segments that have no usable place; the page fixture `streamed` shows how the others are moved. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLAUSE, markdownOf } from './extract-fixture.ts';

const UNPLACED: [name: string, html: string][] = [
  ['no script says where it belongs', `<template id="B:0"></template><div hidden id="S:0"><p>${CLAUSE}</p></div>`],
  [
    'its placeholder is missing',
    `<p>Terms</p><div hidden id="S:0"><p>${CLAUSE}</p></div><script>$RC("B:0","S:0")</script>`,
  ],
  [
    'its placeholder is inside it',
    `<div hidden id="S:0"><p>${CLAUSE}</p><template id="B:0"></template></div><script>$RC("B:0","S:0")</script>`,
  ],
];
for (const [name, html] of UNPLACED) {
  test(`a segment stays where it was sent if ${name}`, () =>
    assert.match(markdownOf(`<body>${html}</body>`), /You keep every right/));
}

test('a chain of segments does not make the tree too deep', () => {
  const deep = (inside: string) => `${'<div>'.repeat(250)}${inside}${'</div>'.repeat(250)}`;
  const segments = Array.from(
    { length: 50 },
    (_, i) =>
      `<div hidden id="S:${i}"><p>${CLAUSE}</p>${deep(`<template id="P:${i + 1}"></template>`)}</div><script>$RS("S:${i}","P:${i}")</script>`,
  );
  assert.match(markdownOf(`<body><template id="P:0"></template>${segments.join('')}</body>`), /You keep every right/);
});
