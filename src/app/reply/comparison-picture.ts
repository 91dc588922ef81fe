/** The picture of `/compare`: for each topic and platform, whether documents or research speak of it, and how much. */
import { type Platform } from '../../domain/catalog.ts';
import { type Direction, type Position, TOPICS, type Topic } from '../../domain/vocabulary.ts';
import type { DocumentReading } from '../ask/read-model.ts';
import type { Say } from '../words/translator.ts';
import type { CellFact, CellMark, MatrixCell, MatrixPicture } from '../../domain/picture.ts';

export interface Compared {
  platform: Platform;
  readings: DocumentReading[];
}

/** @returns nothing where there is nothing to compare. */
export function comparisonPicture(columns: readonly Compared[], say: Say): MatrixPicture | undefined {
  if (columns.length < 2) return undefined;
  const names = columns.map(({ platform }) => platform.name);
  const rows = TOPICS.map((topic) => ({
    label: say.text(`picture.topic.${topic}`),
    cells: columns.map((one) => (topic === 'training' ? trainingCell(one, say) : topicCell(topic, one, say))),
  }));
  const told = rows.map(({ label, cells }) => {
    const each = cells.map((cell, i) => `${names[i]} ${cell.map((fact) => factWords(fact, say)).join(', ')}`);
    return `${label}: ${each.join('; ')}.`;
  });
  return {
    kind: 'matrix',
    name: 'compare',
    title: say.text('picture.compare.title'),
    columns: names,
    rows,
    legend: [
      { mark: 'read', words: say.text('picture.compare.read') },
      { mark: 'researched', words: say.text('picture.compare.researched') },
      { mark: 'unknown', words: say.text('compare.unknown') },
    ],
    alternative: [say.text('picture.compare.alternative', { platforms: say.all(names) }), ...told].join(' '),
  };
}

/** For the ear, to which a mark says nothing. */
function factWords({ marks, figure, words }: CellFact, say: Say): string {
  const sources = say.text('picture.cell.researched');
  const source = marks.includes('researched') && words !== sources ? `(${sources})` : undefined;
  return [figure, words, source].filter(Boolean).join(' ');
}

function topicCell(topic: Topic, { platform, readings }: Compared, say: Say): MatrixCell {
  const clauses = readings.reduce((sum, { stance }) => sum + clausesOn(topic, stance), 0);
  const researched = platform.researched.notes[topic] !== undefined;
  if (clauses === 0) return [researched ? researchedFact(say) : unknownFact(say)];
  const words = say.text('picture.cell.clauses', { count: clauses });
  return [{ marks: researched ? ['read', 'researched'] : ['read'], figure: String(clauses), words }];
}

const clausesOn = (topic: Topic, stance: DocumentReading['stance']): number =>
  stance?.lines.find((line) => line.topic === topic)?.quotes.length ?? 0;

const researchedFact = (say: Say): CellFact => ({
  marks: ['researched'],
  words: say.text('picture.cell.researched'),
});
const unknownFact = (say: Say): CellFact => ({ marks: ['unknown'], words: say.text('picture.cell.unknown') });

/** On training a position can be told, which says more than a number; research only where it says something else. */
function trainingCell({ platform, readings }: Compared, say: Say): MatrixCell {
  const read = positionsOf(readings);
  const { training: researched, notes } = platform.researched;
  const facts = read.map((position) => positionFact('read', position, say));
  if (researched !== 'unclear' && !read.includes(researched)) facts.push(positionFact('researched', researched, say));
  if (facts.length > 0) return facts;
  return [notes.training === undefined ? unknownFact(say) : researchedFact(say)];
}

const positionFact = (mark: CellMark, position: Position, say: Say): CellFact => ({
  marks: [mark],
  words: say.text(`picture.position.${position}`),
  tone: TONES[position],
});

/** What the documents say, each position once; that one of several is silent says nothing. */
function positionsOf(readings: readonly DocumentReading[]): Position[] {
  const all = [...new Set(readings.flatMap(({ stance }) => (stance ? [stance.training] : [])))];
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
