/** The picture of `/compare`: for each topic and platform, whether documents or research speak of it, and how much. */
import type { Platform } from '../../domain/catalog.ts';
import type { CellFact, CellMark, MatrixCell, MatrixPicture } from '../../domain/picture.ts';
import { type Direction, type Position, TOPICS, type Topic } from '../../domain/vocabulary.ts';
import type { DocumentWithStance } from '../ask/read-model.ts';
import type { Translator } from '../words/translator.ts';

export interface ComparisonColumn {
  platform: Platform;
  documents: DocumentWithStance[];
}

/** @returns nothing where there is nothing to compare. */
export function comparisonPicture(columns: readonly ComparisonColumn[], t: Translator): MatrixPicture | undefined {
  if (columns.length < 2) return undefined;
  const names = columns.map(({ platform }) => platform.name);
  const rows = TOPICS.map((topic) => ({
    label: t.text(`picture.topic.${topic}`),
    cells: columns.map((one) => (topic === 'training' ? trainingCell(one, t) : topicCell(topic, one, t))),
  }));
  const told = rows.map(({ label, cells }) => {
    const each = cells.map((cell, i) => `${names[i]} ${cell.map((fact) => factText(fact, t)).join(', ')}`);
    return `${label}: ${each.join('; ')}.`;
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
    altText: [t.text('picture.compare.alternative', { platforms: t.joinList(names) }), ...told].join(' '),
  };
}

/** For the ear, to which a mark says nothing. */
function factText({ marks, figure, words }: CellFact, t: Translator): string {
  const sources = t.text('picture.cell.researched');
  const source = marks.includes('researched') && words !== sources ? `(${sources})` : undefined;
  return [figure, words, source].filter(Boolean).join(' ');
}

function topicCell(topic: Topic, { platform, documents: readings }: ComparisonColumn, t: Translator): MatrixCell {
  const clauses = readings.reduce((sum, { stance }) => sum + countClauses(topic, stance), 0);
  const researched = platform.researched.notes[topic] !== undefined;
  if (clauses === 0) return [researched ? researchedFact(t) : unknownFact(t)];
  const words = t.text('picture.cell.clauses', { count: clauses });
  return [{ marks: researched ? ['read', 'researched'] : ['read'], figure: String(clauses), words }];
}

const countClauses = (topic: Topic, stance: DocumentWithStance['stance']): number =>
  stance?.lines.find((line) => line.topic === topic)?.quotes.length ?? 0;

const researchedFact = (t: Translator): CellFact => ({
  marks: ['researched'],
  words: t.text('picture.cell.researched'),
});
const unknownFact = (t: Translator): CellFact => ({ marks: ['unknown'], words: t.text('picture.cell.unknown') });

/** On training a position can be told, which says more than a number; research only where it says something else. */
function trainingCell({ platform, documents: readings }: ComparisonColumn, t: Translator): MatrixCell {
  const read = positionsOf(readings);
  const { training: researched, notes } = platform.researched;
  const facts = read.map((position) => positionFact('read', position, t));
  if (researched !== 'unclear' && !read.includes(researched)) facts.push(positionFact('researched', researched, t));
  if (facts.length > 0) return facts;
  return [notes.training === undefined ? unknownFact(t) : researchedFact(t)];
}

const positionFact = (mark: CellMark, position: Position, t: Translator): CellFact => ({
  marks: [mark],
  words: t.text(`picture.position.${position}`),
  tone: TONES[position],
});

/** What the documents say, each position once; that one of several is silent says nothing. */
function positionsOf(documents: readonly DocumentWithStance[]): Position[] {
  const all = [...new Set(documents.flatMap(({ stance }) => (stance ? [stance.training] : [])))];
  const telling = all.filter((position) => position !== 'silent');
  return telling.length > 0 ? telling : all;
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
