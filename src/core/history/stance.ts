/** What a version says about AI, topic by topic, in its own words. */
import type { DocumentStance, DocumentVersion, StanceLine } from '../../domain/document.ts';
import { TOPICS, type Topic } from '../../domain/vocabulary.ts';
import type { ClauseReader } from '../judge/clause-reader.ts';
import { ACT_OUTPUTS_BY_TOPIC, outputIndex } from '../reader/outputs.ts';
import type { AiClause } from '../reader/version-analysis.ts';

/** Quotes kept for each topic; answers show fewer. */
const MAX_QUOTES_PER_TOPIC = 5;
/** A clause less likely to speak of a topic is not quoted for it: better a quote too few. */
const MIN_TOPIC_PROBABILITY = 0.5;

/** The stance of one version. Every quote is an exact substring of its Markdown; a topic that nothing is said about is absent. */
export function readStance(
  { id, document, markdown, seen }: Omit<DocumentVersion, 'identity'>,
  clauseReader: ClauseReader,
): DocumentStance {
  const { aiClauses, training } = clauseReader.readVersion(markdown);
  const lines: StanceLine[] = TOPICS.flatMap((topic) => {
    const telling = rankClauses(aiClauses, topic);
    return telling.length === 0 ? [] : [{ topic, quotes: telling.slice(0, MAX_QUOTES_PER_TOPIC).map(toStanceQuote) }];
  });
  return { document, version: id, seen, training, lines, judgedBy: clauseReader.version };
}

/** Clauses that touch rights stand before the others; otherwise the likeliest first. */
function rankClauses(clauses: readonly AiClause[], topic: Topic): AiClause[] {
  const distinct = [...new Map(clauses.map((one) => [one.clause.key, one])).values()];
  const likelihood = new Map(distinct.map((one) => [one, topicProbability(one, topic)]));
  const isMajor = ({ probabilities: says }: AiClause) => (says[outputIndex('major')] ?? 0) >= MIN_TOPIC_PROBABILITY;
  return distinct
    .filter((one) => (likelihood.get(one) ?? 0) >= MIN_TOPIC_PROBABILITY)
    .sort(
      (one, other) =>
        Number(isMajor(other)) - Number(isMajor(one)) || (likelihood.get(other) ?? 0) - (likelihood.get(one) ?? 0),
    );
}

const topicProbability = ({ probabilities: says }: AiClause, topic: Topic): number =>
  Math.max(0, ...ACT_OUTPUTS_BY_TOPIC[topic].map((output) => says[output] ?? 0));

const toStanceQuote = ({ clause }: AiClause) => ({ text: clause.text, section: clause.section.at(-1) ?? '' });
