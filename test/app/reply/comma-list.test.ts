import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseCommaList, suggestCommaList } from '../../../src/app/reply/comma-list.ts';

describe('a comma-separated option', () => {
  const known = [
    { value: 'a', name: 'Alpha' },
    { value: 'b', name: 'Beta' },
  ];
  it('is parsed by value or name, each value once', () => {
    assert.deepEqual(parseCommaList(' ALPHA ,, b,a', known), { values: ['a', 'b'] });
    assert.deepEqual(parseCommaList('a,zzz,b', known), { values: ['a'], unknown: 'zzz' });
    assert.deepEqual(parseCommaList(',,,', known), { values: [] });
  });

  it('is completed within Discord’s limits, whatever was typed', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ value: `value-${i}`, name: `A rather long name ${i}` }));
    for (const typed of ['', many.map(({ value }) => value).join(','), ','.repeat(6000), 'x'.repeat(6000)]) {
      const choices = suggestCommaList(typed, many, () => many);
      assert.ok(choices.length <= 25);
      for (const { name, value } of choices) assert.ok(name.length <= 100 && value.length <= 100);
    }
  });
});
