/** Compares our HTML parser with htmlparser2: the same tree for any input. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AnyNode, DomHandler, hasChildren, isTag, isText } from 'domhandler';
import { Parser } from 'htmlparser2';
import { parseHtml } from '../../../src/core/extract/parse-html.ts';

/** Without comments, as in `parseHtml`; a text that a comment splits is one. */
function dump(node: AnyNode): unknown[] {
  const nodes: unknown[] = [];
  for (const child of hasChildren(node) ? node.children : []) {
    if (isText(child)) {
      if (typeof nodes.at(-1) === 'string') nodes.push(`${nodes.pop()}${child.data}`);
      else nodes.push(child.data);
    } else if (isTag(child)) nodes.push({ [child.name]: child.attribs, children: dump(child) });
  }
  return nodes;
}

function parseWithHtmlparser2(html: string): unknown[] {
  const handler = new DomHandler();
  new Parser(handler).end(html);
  return dump(handler.root);
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

describe('parsed like htmlparser2 does:', () => {
  const pages: [name: string, html: string][] = [
    ['paragraphs that are never closed', '<p>a<p>b<div>c</div>d</p>e'],
    ['a table without its end tags', '<table><tr><th>a<td>b<tr><td>c</table>d'],
    ['lists in lists', '<ul><li>a<ul><li>b</ul><li>c</ul>'],
    ['a form in a form', '<form>a<form>b</form>c</form>d'],
    ['code that holds tags', '<script>if (a</b> && "</scr" + "ipt>") c</script><p>d'],
    ['an end tag in capital letters', '<style>a{}</STYLE\n>b'],
    ['a text-only element that never ends', '<p>a<textarea>b<p>c'],
    ['drawings', '<svg><title>a</title><style>b{c:"&amp;"}</style><path/><![CDATA[d]]></svg>e<title>f<b></title>'],
    ['comments in text', 'a<!-- b -->c<!doctype html>d<?e?>f</ g>h'],
    ['brackets that are just characters', 'a < b <= c <> d </> e <3 f <'],
    ['attributes of every kind', '<p a b= c="d" E=\'f\' g=h/i c=j k=&quot;>l'],
    ['a tag that never ends', 'a<p b="c>d'],
  ];
  for (const [name, html] of pages) {
    it(name, () => assert.deepEqual(dump(parseHtml(html, 'https://a.example/').document), parseWithHtmlparser2(html)));
  }

  it('any two pieces with a third after them', () => {
    for (const [i, first] of PIECES.entries()) {
      for (const [j, second] of PIECES.entries()) {
        const third = PIECES[(i * 31 + j * 17) % PIECES.length];
        const html = `${first}${second}x${third}y>z`;
        const parsed = dump(parseHtml(html, 'https://a.example/').document);
        assert.deepEqual(parsed, parseWithHtmlparser2(html), JSON.stringify(html));
      }
    }
  });
});

describe('a page as a tree', () => {
  it('lists all its elements in document order', () => {
    const { elements } = parseHtml('<main><h1>a</h1><p>b<br>c</p></main><template><i>', 'https://a.example/');
    assert.deepEqual(
      elements.map(({ name }) => name),
      ['main', 'h1', 'p', 'br', 'template', 'i'],
    );
  });

  it('resolves links against its first base', () => {
    const { baseUrl } = parseHtml('<base href="/b/?c&amp;d"><base href="/e/">', 'https://a.example/f/');
    assert.equal(baseUrl, 'https://a.example/b/?c&d');
  });
});
