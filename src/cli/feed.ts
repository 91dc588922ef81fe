/** `clausewatch feed`: lists the items of a saved feed. */
import { parseFeed } from '../io/feed/parse-feed.ts';
import { type CliCommand, JSON_OPTION, parseArguments, UsageError } from './cli-command.ts';
import { readText } from './input.ts';
import { print, printJson } from './output.ts';

export const feed: CliCommand = {
  name: 'feed',
  usage: 'FILE [--url URL] [--json]',
  summary: 'lists the items of a saved feed',
  help:
    'Reads a saved RSS or Atom feed. --url: its address, for relative links.\n' +
    'Answers {title, link, id, date, summary, language} for each item.',
  async run(args) {
    const { positionals, values } = parseArguments(args, { ...JSON_OPTION, url: { type: 'string' } }, { min: 1 });
    const [path = ''] = positionals;
    const url = values.url ?? 'about:blank';
    const parsed = await parseFeed(await readText(path), { url, title: path, language: 'und', official: false });
    if (parsed.status === 'not-a-feed') throw new UsageError(`${path} is not a feed: ${parsed.detail}`);
    for (const { title, link, id, date = null, summary, language } of parsed.items) {
      if (values.json) printJson({ title, link, id, date, summary, language });
      else print(`${date?.slice(0, 10) ?? 'undated   '}  ${title}  <${link}>`);
    }
  },
};
