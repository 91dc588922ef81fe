/** Our own reader of HTML beside a widely used one: the same tree, whatever is written. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AnyNode, DomHandler, hasChildren, isTag, isText } from 'domhandler';
import { Parser } from 'htmlparser2';
import { parseHtml } from '../../../src/core/extract/parse-html.ts';

/** Comments left out, as `parseHtml` leaves them out; a text they part is one. */
function shown(node: AnyNode): unknown[] {
  const seen: unknown[] = [];
  for (const child of hasChildren(node) ? node.children : []) {
    if (isText(child)) {
      if (typeof seen.at(-1) === 'string') seen.push(`${seen.pop()}${child.data}`);
      else seen.push(child.data);
    } else if (isTag(child)) seen.push({ [child.name]: child.attribs, holds: shown(child) });
  }
  return seen;
}

function readByOthers(html: string): unknown[] {
  const handler = new DomHandler();
  new Parser(handler).end(html);
  return shown(handler.root);
}

/** Pieces of pages, well and badly written. */
const PIECES: readonly string[] = [
  ...'< > </ </> <3 " \' = & &amp; &lt &#65; &notit; a <p> </p> <P>b </P > <div> </div> <br> </br> <br/>'.split(' '),
  ...'<!-- --> --!> <!--> <!---> <!- <!> <!doctype> <?php ?> </!> <![CDATA[ ]]> <svg> </svg> <svg/> <path/>'.split(' '),
  ...'<title> </title> <script> </script> </SCRIPT> <style> </style> <textarea> </textarea> <iframe> <xmp>'.split(' '),
  ...'<form> </form> <li> <ul> </ul> <table> <tr> <td> <th> </table> <tbody> <h1> <h2> <dd> <dt> <select>'.split(' '),
  ...'<option> <optgroup> <button> <input> <image> </image> <math> <mi> </math> <plaintext> <body> <head>'.split(' '),
  ' ',
  '\n',
  '<a href="b>c" d=\'e"f\' g=h i>',
  '<a A=1 a=2 =b c = d / >',
  '<a b="&amp;&lt=&copy" c=&amp>',
  '<a b="',
  '<a b',
  '<a b=>',
  '</a b="c">',
];

describe('a page is read as others read it:', () => {
  const whole: [what: string, html: string][] = [
    ['paragraphs that nobody closes', '<p>a<p>b<div>c</div>d</p>e'],
    ['a table without its end tags', '<table><tr><th>a<td>b<tr><td>c</table>d'],
    ['lists in lists', '<ul><li>a<ul><li>b</ul><li>c</ul>'],
    ['a form in a form', '<form>a<form>b</form>c</form>d'],
    ['code that holds tags', '<script>if (a</b> && "</scr" + "ipt>") c</script><p>d'],
    ['an end tag in capital letters', '<style>a{}</STYLE\n>b'],
    ['text only that never ends', '<p>a<textarea>b<p>c'],
    ['drawings', '<svg><title>a</title><style>b{c:"&amp;"}</style><path/><![CDATA[d]]></svg>e<title>f<b></title>'],
    ['comments in a text', 'a<!-- b -->c<!doctype html>d<?e?>f</ g>h'],
    ['brackets that are nothing else', 'a < b <= c <> d </> e <3 f <'],
    ['attributes of every kind', '<p a b= c="d" E=\'f\' g=h/i c=j k=&quot;>l'],
    ['a tag that never ends', 'a<p b="c>d'],
  ];
  for (const [what, html] of whole) {
    it(what, () => assert.deepEqual(shown(parseHtml(html, 'https://a.example/').document), readByOthers(html)));
  }

  it('any two pieces of it, and a third after them', () => {
    for (const [i, first] of PIECES.entries()) {
      for (const [j, second] of PIECES.entries()) {
        const third = PIECES[(i * 31 + j * 17) % PIECES.length];
        const html = `${first}${second}x${third}y>z`;
        const read = shown(parseHtml(html, 'https://a.example/').document);
        assert.deepEqual(read, readByOthers(html), JSON.stringify(html));
      }
    }
  });
});

describe('a page as a tree', () => {
  it('lists all its elements in their order', () => {
    const { elements } = parseHtml('<main><h1>a</h1><p>b<br>c</p></main><template><i>', 'https://a.example/');
    assert.deepEqual(
      elements.map(({ name }) => name),
      ['main', 'h1', 'p', 'br', 'template', 'i'],
    );
  });

  it('resolves links against the first base it names', () => {
    const { baseUrl } = parseHtml('<base href="/b/?c&amp;d"><base href="/e/">', 'https://a.example/f/');
    assert.equal(baseUrl, 'https://a.example/b/?c&d');
  });
});
