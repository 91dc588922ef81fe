/** Words of the titles of stories, in SQLite's own index of words: however many stories there are, none is held in memory to be found. */
import type { DatabaseSync } from 'node:sqlite';
import { yieldToEventLoop } from '../../app/event-loop.ts';
import type { SearchTerm, StorySummary, StoryTitleIndex } from '../../app/ports/store.ts';
import { foldAccents } from '../../core/text/fold-accents.ts';
import { findSimilarWords, MIN_PREFIX_LENGTH } from '../../core/text/fuzzy-words.ts';
import type { DatabaseExecutor } from './database-executor.ts';

/** Kept by triggers on the summaries of stories, as those are kept by triggers on the stories. */
export function createTitleIndex(database: DatabaseSync): void {
  const ofStory = (row: string) => `WHEN ${row}.collection = 'stories'`;
  database.exec(`
    CREATE VIRTUAL TABLE IF NOT EXISTS story_titles USING fts5 (
      titles, platforms, content = '', contentless_delete = 1, prefix = '3', tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE VIRTUAL TABLE IF NOT EXISTS story_title_words USING fts5vocab (story_titles, 'row');
    CREATE TRIGGER IF NOT EXISTS story_titles_insert AFTER INSERT ON chronicle_summaries ${ofStory('new')} BEGIN
      INSERT INTO story_titles (rowid, titles, platforms) VALUES (
        new.revision,
        (SELECT group_concat(${foldSql("item.value ->> '$.title'")}, ' ') FROM json_each(new.summary, '$.items') AS item),
        (SELECT group_concat(platform.value, ' ') FROM json_each(new.summary, '$.platforms') AS platform)
      );
    END;
    CREATE TRIGGER IF NOT EXISTS story_titles_delete AFTER DELETE ON chronicle_summaries ${ofStory('old')} BEGIN
      DELETE FROM story_titles WHERE rowid = old.revision;
    END;`);
}

/** Letters that `remove_diacritics` leaves as they are, as core/text/fold-accents.ts folds them. */
const foldSql = (words: string): string =>
  [...'ßẞøØłŁđĐæÆœŒı'].reduce(
    (sql, letter) => `replace(${sql}, '${letter}', '${foldAccents(letter.toLowerCase())}')`,
    words,
  );

/** @param filled waits until the stories are all in. */
export function openTitleSearch(
  database: DatabaseSync,
  executor: DatabaseExecutor,
  filled: () => Promise<void>,
  parse: (summary: string) => unknown,
): StoryTitleIndex {
  const found = 'FROM story_titles WHERE story_titles MATCH ?';
  const count = database.prepare(`SELECT count(*) AS count ${found}`);
  const best = database.prepare(
    `SELECT summary FROM (
       SELECT revision, rank FROM (
         SELECT rowid AS revision, bm25(story_titles, 1, 2) AS rank ${found} ORDER BY rowid DESC LIMIT ${MAX_RANKED}
       ) ORDER BY rank LIMIT ?
     ) JOIN chronicle_summaries USING (revision) ORDER BY rank`,
  );
  const wordsOf = createVocabularyCache(database, executor);

  return {
    async warmUp() {
      await filled();
      await wordsOf();
    },
    async search(words, how, limit) {
      await filled();
      const known = words.length > 0 ? await wordsOf() : [];
      let guesses = MAX_FUZZY_TERMS;
      const parts = words.map((wanted) => {
        const isKnown = wanted.platforms.length > 0 || hasPrefix(known, wanted.word);
        const meant =
          isKnown || guesses-- <= 0
            ? []
            : findSimilarWords(wanted.word, withFirstLetter(known, wanted.word), MAX_FUZZY_MATCHES);
        return matchTerm(wanted, meant);
      });
      if (parts.length === 0) return { total: 0, best: [] };
      const query = parts.join(how === 'all' ? ' AND ' : ' OR ');
      const { total, rows } = await executor.read(() => {
        const found = Number(count.get(query)?.count);
        return { total: found, rows: found === 0 ? [] : best.all(query, limit) };
      });
      return { total, best: rows.map(({ summary }) => parse(String(summary)) as StorySummary) };
    },
  };
}

/** @param words in order. */
function hasPrefix(words: readonly string[], beginning: string): boolean {
  return words[lowerBound(words, beginning)]?.startsWith(beginning) ?? false;
}

/** The first letter is taken to be right: others than those need not be compared. */
function withFirstLetter(words: readonly string[], word: string): readonly string[] {
  const letter = word.slice(0, 1);
  return words.slice(lowerBound(words, letter), lowerBound(words, `${letter}\u{10FFFF}`));
}

/** Where a word stands, or would stand. */
function lowerBound(words: readonly string[], word: string): number {
  let [from, to] = [0, words.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((words[middle] ?? '') < word) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Of thousands that are found, so many are weighed against each other. */
const MAX_RANKED = 1000;
/** Words of one question that are guessed at, and guesses for each. */
const MAX_FUZZY_TERMS = 3;
const MAX_FUZZY_MATCHES = 20;

/** Words are read so many at once, and again after so long: what is new for minutes is found, but not guessed at yet. */
const VOCABULARY_PAGE_SIZE = 1000;
const VOCABULARY_TTL_MS = 10 * 60_000;

/** Every word of the titles, in memory: guessing what is meant goes through all of them. */
function createVocabularyCache(database: DatabaseSync, executor: DatabaseExecutor): () => Promise<readonly string[]> {
  const page = database.prepare('SELECT term FROM story_title_words WHERE term > ? ORDER BY term LIMIT ?');
  const read = async () => {
    const words: string[] = [];
    while (database.isOpen) {
      const rows = await executor.read(() => page.all(words.at(-1) ?? '', VOCABULARY_PAGE_SIZE));
      const some = rows.map(({ term }) => String(term));
      words.push(...some);
      if (some.length < VOCABULARY_PAGE_SIZE) break;
      await yieldToEventLoop();
    }
    return words;
  };
  let words: Promise<readonly string[]> | undefined;
  let readAtMs = 0;
  return async () => {
    if (words === undefined || performance.now() - readAtMs > VOCABULARY_TTL_MS) {
      const before = words;
      const reading = read();
      readAtMs = performance.now();
      // Who asks meanwhile is served from what was known.
      words = before ?? reading;
      reading.then(
        () => {
          words = reading;
        },
        () => {
          words = before;
        },
      );
    }
    return words;
  };
}

/** In the language of FTS5, where a quoted string is a word whatever it holds. */
function matchTerm({ word, platforms }: SearchTerm, alternatives: readonly string[]): string {
  const whole = word.length >= MIN_PREFIX_LENGTH ? `${quoted(word)} *` : quoted(word);
  const others = [...alternatives.map(quoted), ...platforms.map((id) => `platforms : ${quoted(id)}`)];
  return `(${[whole, ...others].join(' OR ')})`;
}

const quoted = (words: string): string => `"${words.replaceAll('"', '""').replaceAll('\0', ' ')}"`;
