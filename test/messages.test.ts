/** Messages and command names are complete in every language, consistent with English, and all in use. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import { commandData, commands } from '../commands/index.ts';
import { COMMANDS } from '../sandbox/discord/model/command-schema.ts';
import { parseBody } from '../sandbox/discord/model/validate.ts';
import type { CommandData, OptionData } from '../src/app/reply/command.ts';
import { COMMAND_NAMES } from '../src/app/words/command-names.ts';
import { MESSAGES, type MessageKey } from '../src/app/words/translator.ts';
import { LANGUAGES } from '../src/domain/vocabulary.ts';

const KEYS = Object.keys(MESSAGES.en) as MessageKey[];
const TRANSLATIONS = LANGUAGES.filter((language) => language !== 'en');

/** Translations that are rightly the same as the English message. */
const SAME_AS_ENGLISH: Readonly<Record<(typeof TRANSLATIONS)[number], Partial<Record<MessageKey, string>>>> = {
  fr: {
    'platform-kind.streaming': 'the same word',
    'event.opinion': 'the same word',
    'compare.clauses': 'the same word, with the same plural',
    'search.clause': 'the same word',
    'place.FR': 'the same name',
    'place.US-TN': 'the same name',
    'picture.cell.clauses': 'the same word, with the same plural',
    'picture.cell.researched': 'the same word',
  },
  de: {
    'platform-kind.streaming': 'the same word',
    'platform-kind.hosting': 'the same word',
    'status.title': 'the same word',
    'place.US-TN': 'the same name',
    'place.CN': 'the same name',
    'place.JP': 'the same name',
    'picture.topic.training': 'the same word',
    'picture.topic.scraping': 'the word that is used',
  },
  es: {
    'platform-kind.streaming': 'the same word',
    'quote.original': 'the same word',
    'regulation-kind.debate': 'the same word',
    'place.US-CA': 'the same name',
    'place.US-TN': 'the same name',
    'place.CN': 'the same name',
    'place.IN': 'the same name',
  },
};

describe('the messages', () => {
  for (const language of TRANSLATIONS) {
    it(`are complete in ${language}, with none superfluous`, () => {
      assert.deepEqual(Object.keys(MESSAGES[language]).sort(), [...KEYS].sort());
    });

    it(`have the same placeholders, plurals and tags in ${language}`, () => {
      for (const key of KEYS) {
        const [theirs, ours] = [shapeOf(MESSAGES[language][key]), shapeOf(MESSAGES.en[key])];
        assert.deepEqual([...theirs.values], [...ours.values], `${key} in ${language}: placeholders`);
        assert.deepEqual(theirs.tags, ours.tags, `${key} in ${language}: tags`);
        const uncounted = [...ours.counts].filter((name) => !theirs.counts.has(name));
        assert.deepEqual(uncounted, [], `${key} in ${language}: plurals`);
      }
    });

    it(`are translated to ${language}`, () => {
      const untranslated = KEYS.filter(
        (key) => MESSAGES[language][key] === MESSAGES.en[key] && hasWords(MESSAGES.en[key]),
      );
      assert.deepEqual(untranslated.sort(), Object.keys(SAME_AS_ENGLISH[language]).sort());
    });
  }

  for (const language of LANGUAGES) {
    it(`use typographic punctuation in ${language}`, () => {
      for (const key of KEYS) {
        const message = MESSAGES[language][key];
        // In ICU messages a straight apostrophe also quotes what follows it.
        assert.doesNotMatch(message, /['"]/, `${key}: straight quotation marks or apostrophes`);
        assert.doesNotMatch(message, /\.\.\.| {2}|^\s|\s$/, `${key}: dots or spaces`);
        if (language === 'fr') assert.doesNotMatch(message, / [:;?!»]|« /, `${key}: a space that may break the line`);
      }
    });
  }

  it('are all used', () => {
    const { keys, prefixes } = stringsInSource();
    const unused = KEYS.filter((key) => !keys.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)));
    assert.deepEqual(unused, []);
  });
});

describe('the names of commands', () => {
  const paths = commands.flatMap(({ data }) => pathsOf(data.name, data));
  const english = new Map(paths.map(({ path, data }) => [path, data]));

  for (const language of TRANSLATIONS) {
    const names = COMMAND_NAMES[language];

    it(`are complete in ${language}, with none superfluous`, () => {
      assert.deepEqual(Object.keys(names).sort(), [...english.keys()].sort());
    });

    it(`have their own descriptions in ${language} where they have English ones`, () => {
      for (const [path, { description }] of english) {
        assert.equal(typeof names[path]?.description, typeof description, path);
        if (description !== undefined) assert.notEqual(names[path]?.description, description, path);
        assert.doesNotMatch(names[path]?.description ?? '', /['"]/, path);
      }
    });
  }

  it('are registered in every Discord locale of these languages, choices included', () => {
    const locales = ['de', 'es-419', 'es-ES', 'fr'];
    for (const command of commandData) {
      for (const { path, data } of pathsOf(command.name, command)) {
        assert.deepEqual(Object.keys(data.name_localizations ?? {}).sort(), locales, path);
        if (data.description !== undefined)
          assert.deepEqual(Object.keys(data.description_localizations ?? {}).sort(), locales, path);
        for (const choice of 'choices' in data ? (data.choices ?? []) : [])
          assert.deepEqual(Object.keys(choice.name_localizations ?? {}).sort(), locales, `${path}=${choice.value}`);
      }
    }
  });

  it('are accepted by Discord: lengths, letters, unique names, 8,000 characters a command', () => {
    parseBody(COMMANDS, JSON.parse(JSON.stringify(commandData)));
  });
});

/** The placeholders, plurals and tags of a message, each in alphabetical order. */
function shapeOf(message: string) {
  const values = new Set<string>();
  const counts = new Set<string>();
  const tags: string[] = [];
  const visit = (elements: Ast) => {
    for (const element of elements) {
      // The parser's types: 0 is literal text, 6 a plural, 7 the # of a plural, 8 a tag; all others name a placeholder.
      if (element.type === 0 || element.type === 7) continue;
      if (element.type === 8) tags.push(element.value);
      else values.add(element.value);
      if (element.type === 6) counts.add(element.value);
      if ('options' in element) for (const { value } of Object.values(element.options)) visit(value);
      if ('children' in element) visit(element.children);
    }
  };
  visit(new IntlMessageFormat(message, 'en').getAst());
  return { values: new Set([...values].sort()), counts, tags: tags.sort() };
}
type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** Whether there is anything to translate besides placeholders. */
const hasWords = (message: string): boolean => /\p{L}/u.test(message.replace(/\{\w+\}|<\/?\w+>/g, ''));

/** The string literals of the source, and the beginnings of template strings. */
function stringsInSource(): { keys: Set<string>; prefixes: string[] } {
  const source = ['src', 'commands']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const keys = [...source.matchAll(/'([\w.-]+)'/g)].map(([, key = '']) => key);
  const prefixes = [...source.matchAll(/`([\w-]+\.[\w.-]*)\$\{/g)].map(([, prefix = '']) => prefix);
  return { keys: new Set(keys), prefixes: [...new Set(prefixes)] };
}

function pathsOf(path: string, data: CommandData | OptionData): { path: string; data: CommandData | OptionData }[] {
  return [{ path, data }, ...(data.options ?? []).flatMap((one) => pathsOf(`${path} ${one.name}`, one))];
}
