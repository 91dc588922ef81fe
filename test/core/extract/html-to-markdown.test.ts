import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLAUSE, markdownOf } from './extract-fixture.ts';

/** HTML inside `<main>` and the Markdown read from it; a clause follows each so that the page counts as a document. */
const GOLDEN: [name: string, html: string, markdown: string][] = [
  ['headings and paragraphs', '<h1>Terms</h1><p>One\n  two.</p><h3>Next</h3>', '# Terms\n\nOne two.\n\n### Next'],
  ['headings by role', '<div role=heading aria-level=3>Rights</div>', '### Rights'],
  ['a heading needs no bold', '<h2><strong>Rights</strong> of <em>yours</em></h2>', '## Rights of *yours*'],
  ['an empty heading is none', '<h2> <br></h2><p>Text.</p>', 'Text.'],
  ['strong and emphasis, spaces outside the marks', '<p>a<b> b </b>c <i>d</i></p>', 'a **b** c *d*'],
  ['bold in bold', '<p><b>a <strong>b</strong> c</b></p>', '**a b c**'],
  ['empty marks vanish', '<p>a<b> </b><i></i>b</p>', 'a b'],
  ['marks that hold blocks', '<b><p>a</p><p>b</p></b>', '**a**\n\n**b**'],
  ['deleted text shows as deleted', '<p><del>old</del> <ins>new</ins></p>', '~~old~~ new'],
  ['line breaks', '<p>a<br>b<br><br>c</p>', 'a  \nb\n\nc'],
  ['a rule', '<p>a</p><hr><p>b</p>', 'a\n\n* * *\n\nb'],
  ['a list', '<ul><li>a<li>b</ul>', '- a\n- b'],
  ['lists in lists', '<ul><li>a<ol><li>b<li>c<ul><li>d</ul></ol><li>e</ul>', '- a\n  1. b\n  2. c\n     - d\n- e'],
  ['paragraphs in an item', '<ul><li><p>a</p><p>b</p></li><li>c</li></ul>', '- a\n\n  b\n- c'],
  ['numbers start where the page says', '<ol start=9><li>a<li>b<li value=20>c</ol>', '9. a\n10. b\n20. c'],
  ['numbers run down', '<ol reversed><li>a<li>b</ol>', '2. a\n1. b'],
  [
    'letters and Roman numbers',
    '<ol type=a start=26><li>a<li>b</ol><ol type=I><li>c<li>d</ol>',
    '- z. a\n- aa. b\n\n- I. c\n- II. d',
  ],
  ['an item without words is none', '<ul><li> <li>a</ul><p>b</p>', '- a\n\nb'],
  [
    'a table',
    '<table><tr><th>Plan<th>Price<tr><td>Solo<td>5<br>a|b</table>',
    '| Plan | Price |\n| --- | --- |\n| Solo | 5<br>a\\|b |',
  ],
  ['rows of unequal width', '<table><tr><td>a<td>b<tr><td>c</table>', '| a | b |\n| --- | --- |\n| c |  |'],
  [
    'a table that holds paragraphs is layout',
    '<table><tr><td><p>a</p><p>b</p><td>c<tr><td>d<td>e</table>',
    'a\n\nb\n\nc\n\nd\n\ne',
  ],
  ['a table that holds headings is layout', '<table><tr><td><h3>a</h3>b<td>c</table>', '### a\n\nb\n\nc'],
  [
    'definitions',
    '<dl><dt>Bot<dt>Crawler<dd>a program<dt>You<dd>a person</dl>',
    'Bot\nCrawler\n: a program\n\nYou\n: a person',
  ],
  [
    'closed accordions are read',
    '<details><summary>AI</summary><p>No training.</p></details>',
    '**AI**\n\nNo training.',
  ],
  ['a heading in a summary', '<details><summary><h2>AI</h2></summary>None.</details>', '## AI\n\nNone.'],
  ['hidden panels are read', '<div hidden>a</div><div aria-hidden=true>b</div>', 'a\n\nb'],
  ['a quote', '<blockquote><p>a</p><ul><li>b</ul></blockquote>', '> a\n>\n> - b'],
  ['code keeps its lines', '<pre><code>a {\n  b\n}\n</code></pre>', '```\na {\n  b\n}\n```'],
  ['prose in pre', '<pre>1. One\ntwo\n\nthree</pre>', '1\\. One  \ntwo\n\nthree'],
  ['code in a line', '<p>put <code>noai</code> or <code>a`b</code></p>', 'put `noai` or `` a`b ``'],
  ['images are their alternative text', '<p>a<img alt="the logo" src=x>b<img src=y></p>', 'a the logo b'],
  ['quoted words', '<p>say <q>no</q></p>', 'say “no”'],
  [
    'what nobody reads is dropped',
    '<script>x</script><style>x</style><noscript>x</noscript><template>x</template><svg><text>x</text></svg><iframe>x</iframe><select><option>x</select><input value=x><p>a</p>',
    'a',
  ],
  ['a shadow root is read', '<x-terms><template shadowrootmode=open><p>a</p></template></x-terms>', 'a'],
  ['a read-only text area is read', '<textarea readonly>a\n\nb</textarea><textarea>c</textarea>', 'a\n\nb'],
  ['buttons keep apart', '<h2><button>One</button><button>Two</button></h2>', '## One Two'],
  ['links are absolute', '<p><a href="../ai#x">AI</a></p>', '[AI](https://platform.example/ai#x)'],
  [
    'tracking goes from links',
    '<p><a href="/a?utm_source=x&b=1&fbclid=2&c=%20d">a</a></p>',
    '[a](https://platform.example/a?b=1&c=%20d)',
  ],
  ['parentheses in a link', '<p><a href="/a_(b)">a]b</a></p>', '[a\\]b](https://platform.example/a_%28b%29)'],
  [
    'links that lead nowhere are text',
    '<p><a>a</a> <a href="javascript:x()">b</a> <a href="http://[">c</a></p>',
    'a b c',
  ],
  ['a mail address is its own link', '<p><a href="mailto:a@b.example">a@b.example</a></p>', 'a@b.example'],
  ['an empty link is none', '<p>a<a href=/x><img></a>b</p>', 'a b'],
  [
    'protected addresses',
    '<p>Write <a href="/cdn-cgi/l/email-protection#1f" class=__cf_email__ data-cfemail=1f>[email&#160;protected]</a>, or <a href="/cdn-cgi/l/email-protection#2e">us</a>.</p>',
    'Write [email protected], or us.',
  ],
  [
    'text is escaped only where it must be',
    '<p>5 * 3, a*b, snake_case, _x_, [sic], 1 &lt; 2, &lt;b&gt;, AT&amp;T, &amp;lt;</p>',
    '5 * 3, a\\*b, snake_case, \\_x\\_, [sic], 1 < 2, \\<b>, AT&T, \\&lt;',
  ],
  [
    'the start of a paragraph is escaped',
    '<p>1. One</p><p>- two</p><p># three</p><p>&gt; four</p>',
    '1\\. One\n\n\\- two\n\n\\# three\n\n\\> four',
  ],
  [
    'spaces and invisible characters',
    '<p>a&nbsp;b\u2003c ma&shy;chine lear\u200bning \u202eok</p>',
    'a b c machine learning ok',
  ],
  ['joiners stay where a script needs them', '<p>می\u200cخواهم ar\u200ctist</p>', 'می\u200cخواهم artist'],
  ['broken nesting', '<p>a<div>b<p>c</b></i></div>d', 'a\n\nb\n\nc\n\nd'],
];
for (const [name, html, markdown] of GOLDEN) {
  test(`Markdown: ${name}`, () => {
    assert.equal(
      markdownOf(`<main>${html}<p>${CLAUSE}</p></main>`, { select: ['main'] }),
      `${markdown}\n\n${CLAUSE}\n`,
    );
  });
}

test('a base address in the page is what links are resolved against', () => {
  const html = `<head><base href="/docs/"></head><main><a href="a">x</a> ${CLAUSE}</main>`;
  assert.equal(markdownOf(html), `[x](https://platform.example/docs/a) ${CLAUSE}\n`);
});

test('query parameters named by the declaration go, and no others', () => {
  const html = `<main><a href="/a?sid=1&b=2&x%20y=3">x</a> ${CLAUSE}</main>`;
  assert.equal(
    markdownOf(html, { removeQueryParams: ['sid', 'x y'] }),
    `[x](https://platform.example/a?b=2) ${CLAUSE}\n`,
  );
});
