/** The picture of `/compare`: what documents and research say on each topic, platform by platform. */
import type { Platform } from '../../domain/catalog.ts';
import type { CellFact, CellMark, MatrixCell, MatrixPicture } from '../../domain/picture.ts';
import { type Direction, type Position, TOPICS, type Topic } from '../../domain/vocabulary.ts';
import { countClauses, type DocumentWithStance } from '../ask/documents.ts';
import type { Translator } from '../words/translator.ts';

export interface ComparisonColumn {
  platform: Platform;
  documents: DocumentWithStance[];
}

/** @returns undefined for fewer than two platforms. */
export function comparisonPicture(columns: readonly ComparisonColumn[], t: Translator): MatrixPicture | undefined {
  if (columns.length < 2) return undefined;
  const names = columns.map(({ platform }) => platform.name);
  const rows = TOPICS.map((topic) => ({
    label: t.text(`picture.topic.${topic}`),
    cells: columns.map((column) => (topic === 'training' ? trainingCell(column, t) : topicCell(topic, column, t))),
  }));
  const rowTexts = rows.map(({ label, cells }) => {
    const cellTexts = cells.map((cell, i) => `${names[i]} ${cell.map((fact) => factText(fact, t)).join(', ')}`);
    return `${label}: ${cellTexts.join('; ')}.`;
  });
  return {
    kind: 'matrix',
    name: 'compare',
    title: t.text('picture.compare.title'),
    columns: names,
    rows,
    legend: [
      { mark: 'read', words: t.text('picture.compare.read') },
      { mark: 'researched', words: t.text('picture.compare.researched') },
      { mark: 'unknown', words: t.text('compare.unknown') },
    ],
    altText: [t.text('picture.compare.alternative', { platforms: t.joinList(names) }), ...rowTexts].join(' '),
  };
}

/** For screen readers, which do not see the mark. */
function factText({ marks, figure, words }: CellFact, t: Translator): string {
  const sources = t.text('picture.cell.researched');
  const source = marks.includes('researched') && words !== sources ? `(${sources})` : undefined;
  return [figure, words, source].filter(Boolean).join(' ');
}

function topicCell(topic: Topic, { platform, documents }: ComparisonColumn, t: Translator): MatrixCell {
  const clauses = countClauses(documents, topic);
  const researched = platform.researched.notes[topic] !== undefined;
  if (clauses === 0) return [researched ? researchedFact(t) : unknownFact(t)];
  const words = t.text('picture.cell.clauses', { count: clauses });
  return [{ marks: researched ? ['read', 'researched'] : ['read'], figure: String(clauses), words }];
}

const researchedFact = (t: Translator): CellFact => ({
  marks: ['researched'],
  words: t.text('picture.cell.researched'),
});
const unknownFact = (t: Translator): CellFact => ({ marks: ['unknown'], words: t.text('picture.cell.unknown') });

/** A position says more than a number of clauses. Research is shown where it differs from the documents. */
function trainingCell({ platform, documents }: ComparisonColumn, t: Translator): MatrixCell {
  const fromDocuments = positionsOf(documents);
  const { training: researched, notes } = platform.researched;
  const facts = fromDocuments.map((position) => positionFact('read', position, t));
  if (researched !== 'unclear' && !fromDocuments.includes(researched))
    facts.push(positionFact('researched', researched, t));
  if (facts.length > 0) return facts;
  return [notes.training === undefined ? unknownFact(t) : researchedFact(t)];
}

const positionFact = (mark: CellMark, position: Position, t: Translator): CellFact => ({
  marks: [mark],
  words: t.text(`picture.position.${position}`),
  tone: TONES[position],
});

/** The distinct positions of the documents; silent ones count only when all are silent. */
function positionsOf(documents: readonly DocumentWithStance[]): Position[] {
  const all = [...new Set(documents.flatMap(({ stance }) => (stance ? [stance.training] : [])))];
  const stated = all.filter((position) => position !== 'silent');
  return stated.length > 0 ? stated : all;
}

const TONES = {
  prohibited: 'better',
  'opt-in': 'better',
  'opt-out': 'mixed',
  limited: 'mixed',
  permitted: 'worse',
  silent: 'neutral',
  unclear: 'neutral',
} as const satisfies Record<Position, Direction>;
