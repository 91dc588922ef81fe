/**
 * Puts our labels and the recorded texts they are about together again. The texts are others' and no part of this project: they stand
 * in the public collections of Open Terms Archive, and the labels (`labels/`) name them by git blob and by the hash of a clause.
 *
 *     node training/labelled-texts.ts COLLECTIONS > clauses.jsonl
 *
 * COLLECTIONS is a folder with a clone (bare or not) of each collection under its own name: `contrib-versions`, `pga-versions` …
 * Prints a line for each labelled clause, `{publisher, head, intro, prev, text, acts, weight, direction, training}`, in the form of the
 * corpus, and says how many were found. A collection that is not there is left out, and named.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { clausesOf, passagesOf } from '../src/core/clauses.ts';
import { sayKey } from '../src/core/normalise.ts';
import type { Direction, Position, Significance } from '../src/domain.ts';
import { type Blobs, openBlobs } from '../src/io/git-history/blobs.ts';

interface ClauseLabel {
  acts: string[];
  weight: Significance;
  direction: Direction;
  training: Position | null;
}

/** A line of `labels/clauses.jsonl`. */
interface LabelledClause extends ClauseLabel {
  repository: string;
  blob: string;
  clause: string;
  service: string;
}

type Side = { clause: string } & Partial<ClauseLabel>;

/** A line of `labels/changes.jsonl`; those with `pair` are of the corpus, whose texts stand there. */
interface LabelledChange {
  pair?: string;
  repository?: string;
  old: string;
  new: string;
  service: string;
  differences: { old?: Side; new?: Side }[];
}

interface Text {
  head: string;
  intro: string;
  prev: string;
  text: string;
}

/** Longer clauses were labelled by their beginning. */
const LABELLED_LETTERS = 900;

const [collections = ''] = process.argv.slice(2);
if (collections === '') throw new Error('node training/labelled-texts.ts COLLECTIONS');

const wanted = [
  ...linesOf<LabelledClause>('clauses'),
  ...linesOf<LabelledChange>('changes').flatMap(sidesOf),
] satisfies LabelledClause[];
let found = 0;
for (const [repository, labels] of Map.groupBy(wanted, (label) => label.repository)) {
  const dir = join(collections, basename(repository));
  if (!existsSync(dir)) {
    console.error(`${repository}: not in ${collections}, ${labels.length} labels left out`);
    continue;
  }
  const blobs = openBlobs(dir);
  for (const [blob, ofText] of Map.groupBy(labels, (label) => label.blob)) found += await print(blobs, blob, ofText);
  blobs.close();
}
console.error(`${found} of ${wanted.length} labelled clauses found`);

function linesOf<Line>(name: string): Line[] {
  const lines = readFileSync(new URL(`labels/${name}.jsonl`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => JSON.parse(line));
}

function sidesOf({ pair, repository, service, differences, ...blobs }: LabelledChange): LabelledClause[] {
  if (pair !== undefined || repository === undefined) return [];
  return differences.flatMap((difference) =>
    (['old', 'new'] as const).flatMap((side) => {
      const label = difference[side];
      return isLabelled(label) ? [{ repository, service, blob: blobs[side], ...label }] : [];
    }),
  );
}

function isLabelled(side: Side | undefined): side is { clause: string } & ClauseLabel {
  return side?.acts !== undefined;
}

async function print(blobs: Blobs, blob: string, labels: readonly LabelledClause[]): Promise<number> {
  const texts = textsOf((await blobs.read(blob)).toString('utf8'));
  let printed = 0;
  for (const { clause, service, acts, weight, direction, training } of labels) {
    const text = texts.get(clause);
    if (text === undefined) continue;
    console.log(JSON.stringify({ publisher: service, ...text, acts, weight, direction, training }));
    printed++;
  }
  return printed;
}

/** The clauses of a version with where they stand, by their hash. */
function textsOf(markdown: string): Map<string, Text> {
  const texts = new Map<string, Text>();
  for (const passage of passagesOf(markdown)) {
    let prev = '';
    for (const { text, section, lead } of clausesOf(passage)) {
      const hash = hashOf(text);
      if (!texts.has(hash)) texts.set(hash, { head: section.at(-1) ?? '', intro: lead, prev, text });
      prev = text;
    }
  }
  return texts;
}

function hashOf(text: string): string {
  const said = sayKey(text.slice(0, LABELLED_LETTERS));
  return createHash('sha256').update(said).digest('hex').slice(0, 16);
}
