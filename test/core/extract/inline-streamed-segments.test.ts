/** Pages whose server sends parts of them after the rest. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLAUSE, markdownOf } from './extract-fixture.ts';

const PLACE = '<template id="B:0"></template><i>Just a moment</i>';
const PART = `<div hidden id="S:0"><p>${CLAUSE} First.</p><template id="P:1"></template></div><script>$RC("B:0","S:0")</script>`;
const INNER = `<div hidden id="S:1"><p>${CLAUSE} Second.</p></div><script>$RS("S:1","P:1")</script>`;

test('what is sent later stands where it belongs', () => {
  const html = `<body><main><h1>Terms</h1>${PLACE}<p>${CLAUSE} Third.</p></main>${PART}${INNER}</body>`;
  const texts = markdownOf(html).match(/First|Second|Third/g);
  assert.deepEqual(texts, ['First', 'Second', 'Third']);
});

test('a selector finds it there', () => {
  const html = `<body><article class=doc><h1>Terms</h1>${PLACE}</article>${PART}${INNER}</body>`;
  assert.match(markdownOf(html, { select: ['.doc p'] }), /First[\s\S]*Second/);
});

const LEFT: [name: string, html: string][] = [
  ['nothing says where it belongs', `<body>${PLACE}<div hidden id="S:0"><p>${CLAUSE}</p></div></body>`],
  ['its place is not there', `<body><p>Terms</p>${PART}</body>`],
  [
    'its place is inside it',
    `<body><div hidden id="S:0"><p>${CLAUSE}</p><template id="B:0"></template></div><script>$RC("B:0","S:0")</script></body>`,
  ],
];
for (const [name, html] of LEFT) {
  test(`it is left where it was sent: ${name}`, () => assert.match(markdownOf(html), /You keep every right/));
}

test('no chain of parts grows the tree too deep', () => {
  const deep = (inside: string) => `${'<div>'.repeat(250)}${inside}${'</div>'.repeat(250)}`;
  const parts = Array.from(
    { length: 50 },
    (_, i) =>
      `<div hidden id="S:${i}"><p>${CLAUSE}</p>${deep(`<template id="P:${i + 1}"></template>`)}</div><script>$RS("S:${i}","P:${i}")</script>`,
  );
  assert.match(markdownOf(`<body><template id="P:0"></template>${parts.join('')}</body>`), /You keep every right/);
});
