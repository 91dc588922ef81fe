/** Writes and deletes stories, one or several at a time, until it is killed. */
import { openStore } from '../../../src/io/store/open-store.ts';
import { anItem } from '../../helpers/world.ts';

const [path = '', seed = '0'] = process.argv.slice(2);
const store = openStore(`sqlite:${path}`);
process.send?.('writing');
for (let i = 0; ; i++) {
  const stories = Array.from({ length: 1 + (i % 4) }, (_, n) => ({
    id: `s${(i * 7 + n * 3 + Number(seed)) % 200}`,
    platforms: [['tunebox', 'wavebarn'][i % 2] ?? '', 'larkspool'].slice(0, 1 + (n % 2)),
    topics: [],
    kind: (['deal', 'lawsuit'] as const)[n % 2] ?? 'deal',
    label: 'alert' as const,
    firstSeen: new Date(Date.UTC(2016 + (i % 10), i % 12, 1 + n)).toISOString(),
    items: [anItem({ official: i % 3 === 0 })],
  }));
  await store.stories.putMany(stories.map((value) => ({ key: value.id, value })));
  if (i % 5 === 0) await store.stories.delete(`s${i % 200}`);
}
