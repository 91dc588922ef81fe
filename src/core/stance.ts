/** What a version says about AI, topic by topic, in its own words. */
import { type DocumentStance, type StanceLine, TOPICS, type Version } from '../domain.ts';
import type { ClauseReader } from './reader/clause-reader.ts';
import type { AiClause } from './reader/version-reading.ts';

/** Quotes kept for each topic; answers show fewer. */
const QUOTES_KEPT = 5;

/** The stance of one version. Every quote is an exact substring of its Markdown; a topic that nothing is said about is absent. */
export function readStance(
  { id, document, markdown, seen }: Omit<Version, 'identity'>,
  clauseReader: ClauseReader,
): DocumentStance {
  const { aiClauses, training } = clauseReader.readVersion(markdown);
  const lines: StanceLine[] = TOPICS.flatMap((topic) => {
    const telling = aiClauses.filter((one) => one.statements.some((statement) => statement.topic === topic));
    if (telling.length === 0) return [];
    return [{ topic, quotes: mostTelling(telling, topic).slice(0, QUOTES_KEPT).map(quoteOf) }];
  });
  return { document, version: id, seen, training, lines, judgedBy: clauseReader.way };
}

/** Statements about rights stand before the others; otherwise the order of the document. */
function mostTelling(clauses: readonly AiClause[], topic: StanceLine['topic']): AiClause[] {
  const isMajor = ({ statements }: AiClause) => statements.some((one) => one.topic === topic && one.weight === 'major');
  const distinct = [...new Map(clauses.map((one) => [one.clause.key, one])).values()];
  return [...distinct.filter(isMajor), ...distinct.filter((one) => !isMajor(one))];
}

const quoteOf = ({ clause }: AiClause) => ({ text: clause.text, section: clause.section.at(-1) ?? '' });
