/** Searches the titles of stories with SQLite's full-text index, so that no story is held in memory for it. */
import type { DatabaseSync } from 'node:sqlite';
import { yieldToEventLoop } from '../../app/event-loop.ts';
import type { SearchTerm, StorySummary, StoryTitleIndex } from '../../app/ports/store.ts';
import { foldAccents } from '../../core/text/fold-accents.ts';
import { findSimilarWords, MIN_PREFIX_LENGTH } from '../../core/text/fuzzy-words.ts';
import type { DatabaseExecutor } from './database-executor.ts';

/** Triggers on the summaries of stories keep the index, as triggers on the stories keep the summaries. */
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

/** @param untilFilled resolves when all stories are indexed. */
export function openTitleSearch(
  database: DatabaseSync,
  executor: DatabaseExecutor,
  untilFilled: () => Promise<void>,
  parse: (summary: string) => unknown,
): StoryTitleIndex {
  const matches = 'FROM story_titles WHERE story_titles MATCH ?';
  const count = database.prepare(`SELECT count(*) AS count ${matches}`);
  const best = database.prepare(
    `SELECT summary FROM (
       SELECT revision, rank FROM (
         SELECT rowid AS revision, bm25(story_titles, 1, 2) AS rank ${matches} ORDER BY rowid DESC LIMIT ${MAX_RANKED}
       ) ORDER BY rank LIMIT ?
     ) JOIN chronicle_summaries USING (revision) ORDER BY rank`,
  );
  const readVocabulary = createVocabularyCache(database, executor);

  return {
    async warmUp() {
      await untilFilled();
      await readVocabulary();
    },
    async search(terms, match, limit) {
      await untilFilled();
      const vocabulary = terms.length > 0 ? await readVocabulary() : [];
      let guessesLeft = MAX_FUZZY_TERMS;
      const parts = terms.map((term) => {
        const isKnown = term.platforms.length > 0 || hasPrefix(vocabulary, term.word);
        const similar =
          isKnown || guessesLeft-- <= 0
            ? []
            : findSimilarWords(term.word, withFirstLetter(vocabulary, term.word), MAX_FUZZY_MATCHES);
        return matchTerm(term, similar);
      });
      if (parts.length === 0) return { total: 0, best: [] };
      const query = parts.join(match === 'all' ? ' AND ' : ' OR ');
      const { total, rows } = await executor.read(() => {
        const total = Number(count.get(query)?.count);
        return { total, rows: total === 0 ? [] : best.all(query, limit) };
      });
      return { total, best: rows.map(({ summary }) => parse(String(summary)) as StorySummary) };
    },
  };
}

/** @param sortedWords in ascending order, as in the functions below. */
function hasPrefix(sortedWords: readonly string[], prefix: string): boolean {
  return sortedWords[lowerBound(sortedWords, prefix)]?.startsWith(prefix) ?? false;
}

/** Assumes that the first letter is right, to compare fewer words. */
function withFirstLetter(sortedWords: readonly string[], word: string): readonly string[] {
  const letter = word.slice(0, 1);
  return sortedWords.slice(lowerBound(sortedWords, letter), lowerBound(sortedWords, `${letter}\u{10FFFF}`));
}

/** The index of the first word that does not sort before this one. */
function lowerBound(sortedWords: readonly string[], word: string): number {
  let [from, to] = [0, sortedWords.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sortedWords[middle] ?? '') < word) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** How many of the newest matches are ranked. */
const MAX_RANKED = 1000;
/** How many unknown words of one search are guessed at, and how many guesses for each are tried. */
const MAX_FUZZY_TERMS = 3;
const MAX_FUZZY_MATCHES = 20;

const VOCABULARY_PAGE_SIZE = 1000;
/** New words are found at once, but not guessed at before the next reading. */
const VOCABULARY_TTL_MS = 10 * 60_000;

/** Keeps every word of the titles in memory, since guessing compares them all. */
function createVocabularyCache(database: DatabaseSync, executor: DatabaseExecutor): () => Promise<readonly string[]> {
  const page = database.prepare('SELECT term FROM story_title_words WHERE term > ? ORDER BY term LIMIT ?');
  const read = async () => {
    const words: string[] = [];
    while (database.isOpen) {
      const rows = await executor.read(() => page.all(words.at(-1) ?? '', VOCABULARY_PAGE_SIZE));
      words.push(...rows.map(({ term }) => String(term)));
      if (rows.length < VOCABULARY_PAGE_SIZE) break;
      await yieldToEventLoop();
    }
    return words;
  };
  let words: Promise<readonly string[]> | undefined;
  let readAtMs = 0;
  return async () => {
    if (words === undefined || performance.now() - readAtMs > VOCABULARY_TTL_MS) {
      const previous = words;
      const reading = read();
      readAtMs = performance.now();
      // Meanwhile the previous words serve.
      words = previous ?? reading;
      reading.then(
        () => {
          words = reading;
        },
        () => {
          words = previous;
        },
      );
    }
    return words;
  };
}

/** An FTS5 expression; in it, a quoted string is a plain word whatever it holds. */
function matchTerm({ word, platforms }: SearchTerm, alternatives: readonly string[]): string {
  const prefixOrWord = word.length >= MIN_PREFIX_LENGTH ? `${quoted(word)} *` : quoted(word);
  const others = [...alternatives.map(quoted), ...platforms.map((id) => `platforms : ${quoted(id)}`)];
  return `(${[prefixOrWord, ...others].join(' OR ')})`;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""').replaceAll('\0', ' ')}"`;
