import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aContext, aRequest, command, words } from '../helpers/run-command.ts';
import { aChange } from '../helpers/world.ts';

describe('/changes since', () => {
  const ask = async (since: string, platform = '') => {
    const { context, store } = aContext();
    await store.changes.put('c', aChange({ id: 'c' }));
    return words(await command('changes').execute(aRequest({ options: { platform, since } }), context));
  };

  it('leaves out older changes, recorded or from the catalog', async () => {
    assert.match(await ask('2024', 'tunebox'), /Since 2024:[\s\S]*1 May 2026[\s\S]*February 2024/);
    assert.doesNotMatch(await ask('2024-03', 'tunebox'), /February 2024/);
    assert.match(await ask('2026-05-01'), /1 May 2026/);
    assert.match(await ask('2026-05-02'), /Since 2 May 2026:\nNo change about AI is recorded/);
  });

  it('refuses what is not a date', async () => {
    for (const since of ['yesterday', '2026-13', '2026-02-30', '26-01', '\u0000', '9'.repeat(500)]) {
      assert.match(await ask(since), /No such date[\s\S]*2026-05-31/, since);
    }
  });

  it('names a platform once above consecutive changes', async () => {
    const { context, store } = aContext();
    for (const id of ['c', 'd']) await store.changes.put(id, aChange({ id }));
    const shown = words(await command('changes').execute(aRequest({ options: {} }), context));
    assert.equal(shown.match(/^Tunebox$/gm)?.length, 1);
  });

  it('reads the arguments of its page buttons', () => {
    assert.deepEqual(command('changes').optionsFromArgs?.('tunebox/2026-05'), {
      platform: 'tunebox',
      since: '2026-05',
    });
    assert.deepEqual(command('changes').optionsFromArgs?.('/2026/3'), { platform: '', since: '2026', page: '3' });
    assert.deepEqual(command('changes').optionsFromArgs?.('/'), { platform: '', since: '' });
  });

  it('suggests common periods, then the date typed', async () => {
    const { context } = aContext();
    const suggest = async (typed: string) => command('changes').autocomplete?.('since', typed, aRequest(), context);
    assert.deepEqual((await suggest(''))?.[0], { name: 'The last 7 days (since 25 May 2026)', value: '2026-05-25' });
    assert.deepEqual(await suggest('2026-05'), [{ name: 'May 2026', value: '2026-05' }]);
    assert.deepEqual(await suggest('last tuesday'), []);
  });
});
