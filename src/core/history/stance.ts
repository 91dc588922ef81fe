/** What a version says about AI, topic by topic, in its own words. */
import { type DocumentStance, type StanceLine, type Version } from '../../domain/document.ts';
import { TOPICS, type Topic } from '../../domain/vocabulary.ts';
import type { ClauseReader } from '../judge/clause-reader.ts';
import { at, OUTPUTS_OF_TOPIC } from '../reader/outputs.ts';
import type { AiClause } from '../reader/version-analysis.ts';

/** Quotes kept for each topic; answers show fewer. */
const QUOTES_KEPT = 5;
/** A clause less likely to speak of a topic is not quoted for it: better a quote too few. */
const SPEAKS_OF_IT = 0.5;

/** The stance of one version. Every quote is an exact substring of its Markdown; a topic that nothing is said about is absent. */
export function readStance(
  { id, document, markdown, seen }: Omit<Version, 'identity'>,
  clauseReader: ClauseReader,
): DocumentStance {
  const { aiClauses, training } = clauseReader.readVersion(markdown);
  const lines: StanceLine[] = TOPICS.flatMap((topic) => {
    const telling = mostTelling(aiClauses, topic);
    return telling.length === 0 ? [] : [{ topic, quotes: telling.slice(0, QUOTES_KEPT).map(quoteOf) }];
  });
  return { document, version: id, seen, training, lines, judgedBy: clauseReader.way };
}

/** Clauses that touch rights stand before the others; otherwise the likeliest first. */
function mostTelling(clauses: readonly AiClause[], topic: Topic): AiClause[] {
  const distinct = [...new Map(clauses.map((one) => [one.clause.key, one])).values()];
  const likelihood = new Map(distinct.map((one) => [one, speaksOf(one, topic)]));
  const isMajor = ({ says }: AiClause) => (says[at('major')] ?? 0) >= SPEAKS_OF_IT;
  return distinct
    .filter((one) => (likelihood.get(one) ?? 0) >= SPEAKS_OF_IT)
    .sort(
      (one, other) =>
        Number(isMajor(other)) - Number(isMajor(one)) || (likelihood.get(other) ?? 0) - (likelihood.get(one) ?? 0),
    );
}

const speaksOf = ({ says }: AiClause, topic: Topic): number =>
  Math.max(0, ...OUTPUTS_OF_TOPIC[topic].map((output) => says[output] ?? 0));

const quoteOf = ({ clause }: AiClause) => ({ text: clause.text, section: clause.section.at(-1) ?? '' });
