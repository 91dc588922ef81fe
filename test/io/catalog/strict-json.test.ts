import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseStrictJson } from '../../../src/io/catalog/strict-json.ts';

describe('strict JSON', () => {
  const good = ['{}', '[]', ' "text" ', '-1.5e+3', 'null', '{"a":[1,{"a":true}],"b":{"a":false}}', '{"a":"\\"}{"}\n'];
  for (const text of good) {
    it(`is parsed: ${text.trim()}`, () =>
      assert.deepEqual(parseStrictJson(text), { status: 'ok', value: JSON.parse(text) }));
  }

  const faulty: [what: string, text: string, line: number, column: number, problem: RegExp][] = [
    ['nothing at all', '', 1, 1, /expected a value, but the file ends here/],
    ['a truncated file', '{\n  "a": [1,', 2, 11, /expected a value, but the file ends here/],
    ['an unclosed string', '{"a": "b', 1, 7, /expected a value, but found "b/],
    ['a trailing comma in an object', '{\n  "a": 1,\n}', 3, 1, /remove the comma before it/],
    ['a trailing comma in a list', '["a",\n]', 2, 1, /remove the comma before it/],
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 3, 3, /expected a comma or }, but found "b":/],
    ['a missing colon', '{"a" 1}', 1, 6, /expected a colon/],
    ['a key without quotes', '{a: 1}', 1, 2, /expected a key in double quotes or }/],
    ['single quotes', "['a']", 1, 2, /expected a value or \]/],
    ['a comment', '{} // done', 1, 4, /expected the end of the file/],
    ['an unknown word', '[yes]', 1, 2, /expected a value or \], but found yes/],
    ['brackets that do not match', '{"a": [1}', 1, 9, /expected a comma or \]/],
    ['a key written twice', '{"a": 1,\n "b": 2,\n "a": 3}', 3, 2, /the key "a" is written twice/],
    ['an escape that does not exist', '"\\x"', 1, 1, /is not JSON: .*escape/],
  ];
  for (const [what, text, line, column, problem] of faulty) {
    it(`is refused with line and column: ${what}`, () => {
      const result = parseStrictJson(text);
      assert.ok(result.status === 'faulty');
      assert.equal(result.faults.length, 1);
      const [fault] = result.faults;
      assert.deepEqual([fault?.line, fault?.column], [line, column]);
      assert.match(fault?.problem ?? '', problem);
    });
  }

  it('may be nested as deeply as a megabyte allows', () => {
    assert.equal(parseStrictJson('['.repeat(1_000_000)).status, 'faulty');
    assert.equal(parseStrictJson(`${'['.repeat(400_000)}${']'.repeat(400_000)}`).status, 'ok');
  });

  it('may hold texts as long, and as many repeated keys, as a megabyte allows', () => {
    assert.equal(parseStrictJson(`"${'x'.repeat(999_000)}"`).status, 'ok');
    assert.equal(parseStrictJson(`"${'\\\\'.repeat(400_000)}`).status, 'faulty');
    const repeated = parseStrictJson(`{${'"a":1,'.repeat(150_000)}"b":2}`);
    assert.ok(repeated.status === 'faulty' && repeated.faults.length === 20);
  });
});
