import { createNewsPipeline } from '../core/news/news-pipeline.ts';
import type { NewsItem } from '../domain/news.ts';
import { loadNewsModel } from '../io/load-news-model.ts';
import { type CliCommand, JSON_OPTION, parseArguments } from './cli-command.ts';
import { printJson, readJsonLines, textField } from './files.ts';
import { requireCatalog, requireConfig } from './setup.ts';

export const relevance: CliCommand = {
  name: 'relevance',
  usage: 'FILE.jsonl',
  summary: 'says which news items matter, about whom, and which tell the same story',
  help:
    'FILE.jsonl: one {"id", "title", "summary", "date", "lang", "outlet", "official"} a line.\n' +
    'Answers {id, label, platforms, topics, kind, story, why, joined} as JSON Lines, in the same order.\n' +
    'why: the words that spoke most; joined: what it has in common with the likest earlier report of its story.',
  async run(args) {
    const { positionals } = parseArguments(args, JSON_OPTION, { min: 1, max: 1 });
    const [path = ''] = positionals;
    const { platforms } = await requireCatalog(requireConfig().catalogDirs);
    const items = (await readJsonLines(path)).map((line) => itemOf(line, path));
    for (const { item, classification: reading, storyId, joinReason: joinedBy } of createNewsPipeline(
      platforms,
      loadNewsModel(),
    ).processAll(items)) {
      const { label, platforms: named, topics, kind, reason } = reading;
      const story = storyId ?? null;
      printJson({ id: item.id, label, platforms: named, topics, kind, story, why: reason, joined: joinedBy });
    }
  },
};

function itemOf(line: Record<string, unknown>, path: string): NewsItem {
  const id = textField(line, 'id', path);
  const where = `${path}, ${id}`;
  const optional = (name: string) =>
    line[name] === undefined || line[name] === null ? '' : textField(line, name, where);
  const date = optional('date');
  return {
    id,
    title: textField(line, 'title', where),
    summary: optional('summary'),
    link: '',
    date: Number.isNaN(Date.parse(date)) ? undefined : new Date(date).toISOString(),
    language: optional('lang') || 'und',
    outlet: optional('outlet'),
    official: line.official === true,
  };
}
