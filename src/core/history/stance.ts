/** Reads where a version stands on AI, topic by topic, in its own words. */
import type { DocumentStance, DocumentVersion, StanceLine } from '../../domain/document.ts';
import { TOPICS, type Topic } from '../../domain/vocabulary.ts';
import type { ClauseReader } from '../judge/clause-reader.ts';
import type { AiClause } from '../reader/analyse-version.ts';
import { ACT_OUTPUTS_BY_TOPIC, outputIndex } from '../reader/outputs.ts';

/** Quotes kept per topic; answers show fewer. */
const MAX_QUOTES_PER_TOPIC = 5;
/** Less likely clauses are not quoted: better a quote too few. */
const MIN_TOPIC_PROBABILITY = 0.5;

/** Every quote is an exact substring of the Markdown. Topics nothing is said about are absent. */
export function readStance(
  { id, document, markdown, seen }: Omit<DocumentVersion, 'identity'>,
  clauseReader: ClauseReader,
): DocumentStance {
  const { aiClauses, training } = clauseReader.readVersion(markdown);
  const lines: StanceLine[] = TOPICS.flatMap((topic) => {
    const ranked = rankClauses(aiClauses, topic);
    return ranked.length === 0 ? [] : [{ topic, quotes: ranked.slice(0, MAX_QUOTES_PER_TOPIC).map(toStanceQuote) }];
  });
  return { document, version: id, seen, training, lines, judgedBy: clauseReader.version };
}

/** Clauses that touch rights first, then the likeliest. */
function rankClauses(clauses: readonly AiClause[], topic: Topic): AiClause[] {
  const distinct = new Map(clauses.map((aiClause) => [aiClause.clause.key, aiClause])).values();
  return [...distinct]
    .map((aiClause) => ({ aiClause, isMajor: isMajor(aiClause), probability: topicProbability(aiClause, topic) }))
    .filter(({ probability }) => probability >= MIN_TOPIC_PROBABILITY)
    .sort((a, b) => Number(b.isMajor) - Number(a.isMajor) || b.probability - a.probability)
    .map(({ aiClause }) => aiClause);
}

const isMajor = ({ probabilities }: AiClause): boolean =>
  (probabilities[outputIndex('major')] ?? 0) >= MIN_TOPIC_PROBABILITY;

const topicProbability = ({ probabilities }: AiClause, topic: Topic): number =>
  Math.max(0, ...ACT_OUTPUTS_BY_TOPIC[topic].map((output) => probabilities[output] ?? 0));

const toStanceQuote = ({ clause }: AiClause) => ({ text: clause.text, section: clause.section.at(-1) ?? '' });
