/** Words of the titles of stories, in SQLite's own index of words: however many stories there are, none is held in memory to be found. */
import type { DatabaseSync } from 'node:sqlite';
import type { StoryTitles, WantedWord } from '../../app/ports/store.ts';
import { foldAccents } from '../../core/fold-accents.ts';
import { editDistance } from '../../core/platform-names.ts';

/** Kept by triggers on the summaries of stories, as those are kept by triggers on the stories. */
export function layOutTitles(database: DatabaseSync): void {
  const ofStory = (row: string) => `WHEN ${row}.collection = 'stories'`;
  database.exec(`
    CREATE VIRTUAL TABLE IF NOT EXISTS story_titles USING fts5 (
      titles, platforms, content = '', contentless_delete = 1, prefix = '3', tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE VIRTUAL TABLE IF NOT EXISTS story_title_words USING fts5vocab (story_titles, 'row');
    CREATE TRIGGER IF NOT EXISTS story_titles_insert AFTER INSERT ON chronicle_summaries ${ofStory('new')} BEGIN
      INSERT INTO story_titles (rowid, titles, platforms) VALUES (
        new.revision,
        (SELECT group_concat(${folded("item.value ->> '$.title'")}, ' ') FROM json_each(new.summary, '$.items') AS item),
        (SELECT group_concat(platform.value, ' ') FROM json_each(new.summary, '$.platforms') AS platform)
      );
    END;
    CREATE TRIGGER IF NOT EXISTS story_titles_delete AFTER DELETE ON chronicle_summaries ${ofStory('old')} BEGIN
      DELETE FROM story_titles WHERE rowid = old.revision;
    END;`);
}

/** Letters that `remove_diacritics` leaves as they are, as core/fold-accents.ts folds them. */
const folded = (words: string): string =>
  [...'ßẞøØłŁđĐæÆœŒı'].reduce(
    (sql, letter) => `replace(${sql}, '${letter}', '${foldAccents(letter.toLowerCase())}')`,
    words,
  );

/** @param filled waits until the stories are all in. */
export function openTitles(
  database: DatabaseSync,
  filled: () => Promise<void>,
  parse: (summary: string) => unknown,
): StoryTitles {
  const found = 'FROM story_titles WHERE story_titles MATCH ?';
  const count = database.prepare(`SELECT count(*) AS count ${found}`);
  const best = database.prepare(
    `SELECT summary FROM (SELECT rowid AS revision, bm25(story_titles, 1, 2) AS rank ${found} ORDER BY rank LIMIT ?)
     JOIN chronicle_summaries USING (revision) ORDER BY rank`,
  );
  const begins = database.prepare('SELECT 1 FROM story_title_words WHERE term >= ? AND term < ? LIMIT 1');
  const near = database.prepare('SELECT term FROM story_title_words WHERE length(term) BETWEEN ? AND ?');

  /** What may have been meant by a word that no title has. */
  const corrected = (word: string): string[] => {
    if (begins.get(word, `${word}\u{10FFFF}`) !== undefined) return [];
    const mistakes = Math.round(word.length * WRONG_SHARE);
    const terms = near.all(word.length - mistakes, word.length + mistakes).map(({ term }) => String(term));
    return terms.filter((term) => editDistance(term, word) <= mistakes).slice(0, MOST_MEANT);
  };

  return {
    async search(words, how, limit) {
      await filled();
      let guesses = MOST_GUESSED;
      const parts = words.map(({ word, platforms }) => {
        const guessed = word.length >= FUZZY_FROM && platforms.length === 0 && guesses > 0;
        const meant = guessed ? corrected(word) : [];
        if (meant.length > 0) guesses--;
        return partOf({ word, platforms }, meant);
      });
      if (parts.length === 0) return { total: 0, best: [] };
      const query = parts.join(how === 'all' ? ' AND ' : ' OR ');
      const total = Number(count.get(query)?.count);
      const rows = total === 0 ? [] : best.all(query, limit);
      return { total, best: rows.map(({ summary }) => parse(String(summary)) as never) };
    },
  };
}

/** Words shorter than this must be written right; longer ones may have one letter in five wrong. */
const FUZZY_FROM = 5;
const WRONG_SHARE = 0.2;
/** Words of one question that are guessed at, and guesses for each: every one looks through all words there are. */
const MOST_GUESSED = 3;
const MOST_MEANT = 20;
/** Words that short are not begun by others: "is" is no search for "island". */
const PREFIX_FROM = 3;

/** In the language of FTS5, where a quoted string is a word whatever it holds. */
function partOf({ word, platforms }: WantedWord, meant: readonly string[]): string {
  const whole = word.length >= PREFIX_FROM ? `${quoted(word)} *` : quoted(word);
  const others = [...meant.map(quoted), ...platforms.map((id) => `platforms : ${quoted(id)}`)];
  return `(${[whole, ...others].join(' OR ')})`;
}

const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`;
