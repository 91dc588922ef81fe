/** Lines of `pairs.jsonl`: labelled version pairs of the corpus and of public collections. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitIntoPassages } from '../../src/core/document/clauses.ts';
import { comparePassages } from '../../src/core/document/compare-versions.ts';
import { detectBrokenCapture, summarizeText } from '../../src/core/extract/checks/detect-broken-capture.ts';
import { createNearestFinder, type NearestClause } from '../../src/core/reader/nearest-clause.ts';
import { readJsonl } from '../jsonl.ts';
import type { ClauseIndex } from './clause-index.ts';
import { type ClauseLabel, clausesIn, hashClause, readLabels, withCollection } from './sources.ts';

interface DifferenceLabel {
  old?: { clause: string } & Partial<ClauseLabel>;
  new?: { clause: string } & Partial<ClauseLabel>;
  counts: string;
  side: string;
}

interface LabelledChange {
  pair?: string;
  repository: string;
  old: string;
  new: string;
  service: string;
  differences: DifferenceLabel[];
}

type PairLabel = Record<string, unknown> & { id: string; service: string };

export async function writeLabelledPairs(
  corpus: string,
  collections: string,
  clauses: ClauseIndex,
  write: (line: unknown) => void,
): Promise<void> {
  const changes = readLabels<LabelledChange>('changes');
  const differencesByPair = new Map(changes.map(({ pair, differences }) => [pair, differences]));

  for (const { old: _old, new: _new, ...label } of readJsonl<PairLabel>(join(corpus, 'pairs-dev.jsonl'))) {
    const readSide = (side: string) => readFileSync(join(corpus, 'pairs', label.id, `${side}.md`), 'utf8');
    const differences = differencesByPair.get(label.id) ?? [];
    write({ source: 'corpus', ...label, ...numberPair(readSide('old'), readSide('new'), differences, clauses) });
  }

  const ofCollections = changes.filter(({ pair }) => pair === undefined);
  for (const [repository, labelled] of Map.groupBy(ofCollections, (change) => change.repository)) {
    await withCollection(collections, repository, async (readBlob) => {
      for (const { differences, old, new: now, ...label } of labelled) {
        const [before, after] = [await readBlob(old), await readBlob(now)];
        const id = `${old.slice(0, 8)}${now.slice(0, 8)}`;
        write({ source: 'ours', id, ...label, ...numberPair(before, after, differences, clauses) });
      }
    });
  }
}

/** What training needs of a pair: its clauses by number, and each difference with the nearest clause of the other side. */
function numberPair(before: string, after: string, labels: readonly DifferenceLabel[], clauses: ClauseIndex) {
  const { edited, removed, added } = comparePassages(splitIntoPassages(before), splitIntoPassages(after));
  const [old, now] = [numberVersion(before, clauses), numberVersion(after, clauses)];
  const labelByHashes = new Map(
    labels.map((label) => [`${label.old?.clause ?? ''} ${label.new?.clause ?? ''}`, label]),
  );
  const differences = [
    ...edited,
    ...removed.map((before) => ({ before, after: undefined })),
    ...added.map((after) => ({ before: undefined, after })),
  ].map(({ before, after }) => {
    const label = labelByHashes.get(`${before ? hashClause(before.text) : ''} ${after ? hashClause(after.text) : ''}`);
    return {
      old: before && old.numbers.get(before.key),
      new: after && now.numbers.get(after.key),
      nearNew: before && nearestLine(now, now.findNearest(before)),
      nearOld: after && nearestLine(old, old.findNearest(after)),
      stillStands: before && now.numbers.has(before.key),
      stoodBefore: after && old.numbers.has(after.key),
      label: label && { ...label, old: withoutHash(label.old), new: withoutHash(label.new) },
    };
  });
  return {
    unreadable: detectBrokenCapture(summarizeText(before), summarizeText(after))?.reason,
    letters: [before.length, after.length],
    old: [...old.numbers.values()],
    new: [...now.numbers.values()],
    differences,
  };
}

function numberVersion(markdown: string, clauses: ClauseIndex) {
  const all = clausesIn(markdown);
  const numbers = new Map<string, number>();
  for (const one of all) {
    if (!numbers.has(one.clause.key)) numbers.set(one.clause.key, clauses.add(one, one.clause.key));
  }
  return { numbers, findNearest: createNearestFinder(all.map(({ clause }) => clause)) };
}

const nearestLine = ({ numbers }: ReturnType<typeof numberVersion>, nearest: NearestClause | undefined) =>
  nearest && { clause: numbers.get(nearest.clause.key), likeness: nearest.similarity };

function withoutHash(side: DifferenceLabel['old']): Partial<ClauseLabel> | undefined {
  if (side?.acts === undefined) return undefined;
  const { clause: _hash, ...label } = side;
  return label;
}
