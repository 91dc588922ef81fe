/** Answers read only what they show, however long the history is. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { findNewsroomActivity } from '../../src/app/ask/newsroom.ts';
import type { DatedCollection } from '../../src/app/ports/collection.ts';
import type { CommandContext } from '../../src/app/reply/command.ts';
import { translatorFor } from '../../src/app/words/translator.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { Change } from '../../src/domain/document.ts';
import type { Story } from '../../src/domain/news.ts';
import { aContext, aRequest, command, contextFor, words } from '../helpers/run-command.ts';
import { aChange, anAssessment, anItem } from '../helpers/world.ts';

const STORIES = 250;
const CHANGES = 90;

const day = (i: number) => new Date(Date.UTC(2020, 0, 1) + i * 86_400_000).toISOString();
const storyId = (i: number) => `story-${String(i).padStart(3, '0')}`;
const changeId = (i: number) => i.toString(16).padStart(64, '0');

const aStory = (i: number): Story => ({
  id: storyId(i),
  platforms: [i % 5 === 0 ? 'wavebarn' : 'tunebox'],
  topics: [],
  kind: 'deal',
  label: 'alert',
  firstSeen: day(i),
  items: [anItem({ title: `Deal number ${i}`, official: i === 17, date: day(i) })],
});

const aRecorded = (i: number): Change =>
  aChange({
    id: changeId(i),
    firstSeenNew: day(i * 3),
    assessment: anAssessment({ significance: i % 2 === 0 ? 'major' : 'none' }),
  });

/** Counts the values read from a collection. */
function counted<Value, Summary>(
  chronicle: DatedCollection<Value, Summary>,
  reads: { values: number },
): DatedCollection<Value, Summary> {
  return {
    ...chronicle,
    async get(key: string) {
      reads.values++;
      return chronicle.get(key);
    },
    async newest(which) {
      const values = await chronicle.newest(which);
      reads.values += values.length;
      return values;
    },
    async *entries(prefix?: string) {
      for await (const entry of chronicle.entries(prefix)) {
        reads.values++;
        yield entry;
      }
    },
  };
}

describe('with a long history', () => {
  const reads = { values: 0 };
  let context: CommandContext;
  before(async () => {
    const world = aContext();
    const { store } = world.context.readModel;
    const stories = Array.from({ length: STORIES }, (_, i) => aStory(i));
    await store.stories.putMany(stories.map((value) => ({ key: value.id, value })));
    const changes = Array.from({ length: CHANGES }, (_, i) => aRecorded(i));
    await store.changes.putMany(changes.map((value) => ({ key: value.id, value })));
    const readModel = {
      ...world.context.readModel,
      store: { ...store, stories: counted(store.stories, reads), changes: counted(store.changes, reads) },
    };
    context = contextFor(readModel);
  });

  const ask = async (name: string, options: Record<string, string> = {}): Promise<Answer & { read: number }> => {
    reads.values = 0;
    const answer = await command(name).execute(aRequest({ options }), context);
    return { ...answer, read: reads.values };
  };
  /** Presses a page button. */
  const turn = async (to: Answer['previousPage']) => {
    assert.ok(to);
    return ask(to.command, command(to.command).optionsFromArgs?.(to.args) ?? {});
  };

  it('/timeline shows the newest hundred entries without reading a value, and links to all others', async () => {
    const newest = await ask('timeline', { platform: 'tunebox' });
    assert.equal(newest.read, 0);
    assert.equal(newest.blocks.length, 100);
    assert.match(newest.pageRange ?? '', /^Entries 192 to 291 of 291$/);
    assert.equal(newest.nextPage, undefined);
    assert.match(words(newest), /A quiet clause[^\n]*\n\(Oldest first/);

    const pages = [newest];
    for (let link = newest.previousPage; link; link = pages[0]?.previousPage) pages.unshift(await turn(link));
    assert.deepEqual(
      pages.map(({ blocks }) => blocks.length),
      [91, 100, 100],
    );
    const lines = pages.flatMap(({ blocks }) => blocks.map((block) => JSON.stringify(block)));
    // 200 stories, 90 changes and one event of the catalog, each once.
    assert.equal(new Set(lines).size, 200 + 90 - duplicates(lines) + 1);
    assert.ok(pages.slice(0, -1).every(({ read }) => read === 0));
    assert.deepEqual((await turn(pages[0]?.nextPage)).pageRange, pages[1]?.pageRange);
  });

  it('the picture of /timeline counts all entries', async () => {
    const { picture } = await ask('timeline', { platform: 'tunebox' });
    assert.ok(picture?.kind === 'timeline');
    // Changes unrelated to AI are left out.
    assert.match(picture.subtitle ?? '', /246/);
    const marks = picture.earlier.reduce((sum, line) => sum + line.marks.length, 0);
    const more = picture.earlier.reduce((sum, line) => sum + Number(/\d+/.exec(line.more ?? '')?.[0] ?? 0), 0);
    assert.equal(marks + more + picture.latest.length, 246);
  });

  it('a page number out of range gives the last or the newest page', async () => {
    for (const page of ['999999', '12345678901', '-1', 'x', '']) {
      const { blocks } = await ask('timeline', { platform: 'tunebox', page });
      assert.ok(blocks.length >= 91, page);
    }
  });

  it('/changes reads the ten it shows, newest first, and links to the others', async () => {
    const newest = await ask('changes', { platform: 'tunebox' });
    // The newest entry is an event of the catalog.
    assert.equal(newest.read, 9);
    assert.equal(newest.previousPage, undefined);
    assert.match(newest.pageRange ?? '', /^Entries 1 to 10 of 91$/);
    const next = await turn(newest.nextPage);
    assert.match(next.pageRange ?? '', /^Entries 11 to 20 of 91$/);
    assert.equal((await turn(next.previousPage)).pageRange, newest.pageRange);
    assert.equal((await ask('changes')).read, 10);
    assert.equal((await ask('changes', { since: '2020-05' })).read, 10);
  });

  it('/news, suggestions and newsroom activity read no value', async () => {
    assert.equal((await ask('news')).read, 0);
    assert.equal((await ask('news', { platform: 'wavebarn' })).read, 0);
    reads.values = 0;
    const suggest = (name: string, option: string, typed: string) =>
      command(name).autocomplete?.(option, typed, aRequest({ subcommand: 'why' }), context);
    assert.equal((await suggest('diff', 'change', ''))?.length, 25);
    assert.equal((await suggest('alerts', 'what', 'number 249'))?.length, 1);
    const newsroom = await findNewsroomActivity(context.readModel, aRecorded(5), new Date('2021-01-01'));
    assert.deepEqual(newsroom, { status: 'said' });
    assert.equal(reads.values, 0);
  });

  it('/diff reads only the change asked for', async () => {
    for (const change of [changeId(4), changeId(4).slice(0, 40)]) {
      const { read, title } = await ask('diff', { change });
      assert.ok(read <= 1, `${read} read`);
      assert.match(title, /Tunebox/);
    }
    assert.equal((await ask('diff', { change: '0' })).tone, 'trouble');
  });

  it('/search finds stories without reading them', async () => {
    const found = await ask('search', { words: 'deal 249' });
    assert.equal(found.read, 0);
    assert.match(words(found), /Deal number 249/);
  });

  it('suggestions are up to date, in the language of each member', async () => {
    const suggest = async (typed: string, t = context.t) =>
      (await command('diff').autocomplete?.('change', typed, aRequest(), { ...context, t }))?.map(({ value }) => value);
    // The first search fills the index.
    await suggest('');
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(await suggest('2031'), []);
    await context.readModel.store.changes.put(
      'd'.repeat(64),
      aChange({ id: 'd'.repeat(64), firstSeenNew: '2031-02-03T10:00:00.000Z' }),
    );
    assert.deepEqual(await suggest('2031'), ['d'.repeat(40)]);
    assert.deepEqual(await suggest('februar 2031', translatorFor('de')), ['d'.repeat(40)]);
  });
});

/** Two changes of one day have the same line. */
const duplicates = (lines: readonly string[]): number => lines.length - new Set(lines).size;
