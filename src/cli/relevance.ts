/** `clausewatch relevance`: classifies news items and finds their stories. */
import { requireCatalog, requireConfig } from '../bot/setup.ts';
import { createNewsPipeline } from '../core/news/news-pipeline.ts';
import type { NewsItem } from '../domain/news.ts';
import { loadNewsModel } from '../io/load-news-model.ts';
import { type CliCommand, JSON_OPTION, parseArguments } from './cli-command.ts';
import { readJsonLines, textField } from './input.ts';
import { printJson } from './output.ts';

export const relevance: CliCommand = {
  name: 'relevance',
  usage: 'FILE.jsonl',
  summary: 'says which news items matter, about whom, and which tell the same story',
  help:
    'FILE.jsonl: one {"id", "title", "summary", "date", "lang", "outlet", "official"} a line.\n' +
    'Answers {id, label, platforms, topics, kind, story, why, joined} as JSON Lines, in the same order.\n' +
    'why: the words that weighed most; joined: what it has in common with the most similar earlier report of its story.',
  async run(args) {
    // --json is accepted for symmetry: the answer is always JSON Lines.
    const { positionals } = parseArguments(args, JSON_OPTION, { min: 1 });
    const [path = ''] = positionals;
    const { platforms } = await requireCatalog(requireConfig().catalogDirs);
    const items = (await readJsonLines(path)).map((line) => toNewsItem(line, path));
    const pipeline = createNewsPipeline(platforms, loadNewsModel());
    for (const { item, classification, storyId = null, joinReason } of pipeline.processAll(items)) {
      const { label, platforms: named, topics, kind, reason } = classification;
      printJson({
        id: item.id,
        label,
        platforms: named,
        topics,
        kind,
        story: storyId,
        why: reason,
        joined: joinReason,
      });
    }
  },
};

function toNewsItem(line: Record<string, unknown>, path: string): NewsItem {
  const id = textField(line, 'id', path);
  const where = `${path}, ${id}`;
  const optional = (name: string) => (line[name] == null ? '' : textField(line, name, where));
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
