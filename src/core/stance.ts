/** What a version says about AI, topic by topic, in its own words. */
import {
  type DocumentId,
  type DocumentStance,
  type Instant,
  type Sha256,
  type StanceLine,
  TOPICS,
  type WayOfJudging,
} from '../domain.ts';
import { type AiClause, readVersion } from './read-version.ts';

/**
 * To be raised with every change that makes texts come out with another stance; a test of made-up texts tells when. What was judged
 * in another way is read anew at the next start.
 */
export const WAY_OF_JUDGING: WayOfJudging = 1;

/** Quotes kept for each topic; answers show fewer. */
const QUOTES_KEPT = 5;

/**
 * The stance of one version. Every quote is an exact substring of its Markdown; a topic that nothing is said about is absent.
 * @param seen when that version was first seen.
 */
export function readStance(document: DocumentId, version: Sha256, markdown: string, seen: Instant): DocumentStance {
  const { aiClauses, training } = readVersion(markdown);
  const lines: StanceLine[] = TOPICS.flatMap((topic) => {
    const telling = aiClauses.filter((one) => one.statements.some((statement) => statement.topic === topic));
    if (telling.length === 0) return [];
    return [{ topic, quotes: mostTelling(telling, topic).slice(0, QUOTES_KEPT).map(quoteOf) }];
  });
  return { document, version, seen, training, lines, judgedBy: WAY_OF_JUDGING };
}

/** Statements about rights stand before the others; otherwise the order of the document. */
function mostTelling(clauses: readonly AiClause[], topic: StanceLine['topic']): AiClause[] {
  const isMajor = ({ statements }: AiClause) => statements.some((one) => one.topic === topic && one.weight === 'major');
  const distinct = [...new Map(clauses.map((one) => [one.clause.key, one])).values()];
  return [...distinct.filter(isMajor), ...distinct.filter((one) => !isMajor(one))];
}

const quoteOf = ({ clause }: AiClause) => ({ text: clause.text, section: clause.section.at(-1) ?? '' });
