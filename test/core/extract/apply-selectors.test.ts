import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Selector } from '../../../src/domain/catalog.ts';
import { CLAUSE, extract, markdownOf } from './extract-fixture.ts';

const HTML = `<body><header><h1>Terms</h1></header>
  <div id=intro>Intro</div>
  <div id=body><h2 class=a>Bots</h2><p class=x>None <b>at</b> all.</p><ul><li>one</li><li id=two>two</li><li>three</li></ul><h2 class=b>Pay</h2><p>${CLAUSE}</p></div>
  <p class=x id=end>End.</p></body>`;

const SELECTED: [name: string, select: Selector[], markdown: string][] = [
  ['one element each', ['#intro', '#body > p:last-child'], `Intro\n\n${CLAUSE}\n`],
  [
    'several elements, in the order of the selectors',
    ['h2', 'h1', 'p:not(.x)'],
    `## Bots\n\n## Pay\n\n# Terms\n\n${CLAUSE}\n`,
  ],
  ['an element inside a selected one, once', ['.b + p', '#body p:not(.x)', 'h1'], `${CLAUSE}\n\n# Terms\n`],
  ['alternatives, of which one matches', ['#absent', '.b + p'], `${CLAUSE}\n`],
  ['from before to before', [{ startBefore: '.b', endBefore: '#end' }], `## Pay\n\n${CLAUSE}\n`],
  ['from after to after', [{ startAfter: '.b', endAfter: '#end' }], `${CLAUSE}\n\nEnd.\n`],
  [
    'a range that starts inside a list',
    [{ startBefore: '#two', endBefore: '#end' }],
    `- two\n- three\n\n## Pay\n\n${CLAUSE}\n`,
  ],
  ['a range to the first end after its start', [{ startAfter: '.b', endAfter: 'p' }], `${CLAUSE}\n`],
  ['a range and an element', [{ startBefore: 'h1', endBefore: '#intro' }, '.b + p'], `# Terms\n\n${CLAUSE}\n`],
];
for (const [name, select, markdown] of SELECTED) {
  test(`selects ${name}`, () => assert.equal(markdownOf(HTML, { select }), markdown));
}

const REMOVED: [name: string, remove: Selector[], markdown: string][] = [
  ['elements', ['h2', 'ul'], `None **at** all.\n\n${CLAUSE}\n`],
  ['nothing where nothing matches', ['.absent', 'ul', '.a'], `None **at** all.\n\n## Pay\n\n${CLAUSE}\n`],
  [
    'a range, its ends in different elements',
    [{ startAfter: '.a', endBefore: '#two' }],
    `## Bots\n\n- two\n- three\n\n## Pay\n\n${CLAUSE}\n`,
  ],
  ['a range whose ends another selector removes', ['h2', { startBefore: '.a', endAfter: '.b' }], `${CLAUSE}\n`],
];
for (const [name, remove, markdown] of REMOVED) {
  test(`removes ${name}`, () => assert.equal(markdownOf(HTML, { select: ['#body'], remove }), markdown));
}

test('sibling selectors match across removed elements', () => {
  assert.equal(markdownOf(HTML, { select: ['ul + p', 'p + ul'], remove: ['.x', '.b'] }), `${CLAUSE}\n`);
});

const FAULTS: [name: string, select: Selector[], remove: Selector[], detail: RegExp][] = [
  ['no match', ['#nowhere'], [], /#nowhere/],
  ['a range without start', [{ startBefore: '#nowhere', endBefore: 'p' }], [], /start.*#nowhere/],
  ['a range without end', [{ startBefore: 'p', endBefore: '#nowhere' }], [], /end.*#nowhere/],
  ['a range that ends before it starts', [{ startBefore: '#end', endBefore: 'h1' }], [], /end.*h1/],
  ['a missing range beside a match', ['p', { startBefore: '#nowhere', endBefore: 'p' }], [], /#nowhere/],
  ['an invalid selector', ['p:::', 'p['], [], /invalid selector p\[/],
  ['an unknown pseudo-class', ['p:wild'], [], /invalid selector p:wild/],
  ['a range to remove without end', ['p'], [{ startBefore: 'p', endBefore: '#nowhere' }], /#nowhere/],
  ['an invalid selector to remove', ['p'], ['>'], /invalid selector >/],
];
for (const [name, select, remove, detail] of FAULTS) {
  test(`selector-missing for ${name}`, () => {
    const extraction = extract(HTML, { select, remove });
    assert.equal(extraction.status, 'unreadable');
    assert.equal(extraction.reason, 'selector-missing');
    assert.match(extraction.detail, detail);
  });
}

test('a wall without the selected element is reported as a wall, not as a missing selector', () => {
  const extraction = extract('<h1>Just a moment...</h1><p>Verify you are human by completing the action below.</p>', {
    select: ['#terms'],
  });
  assert.equal(extraction.status, 'unreadable');
  assert.equal(extraction.reason, 'challenge');
});
