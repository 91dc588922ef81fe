/**
 * Puts together what the reader is trained on: the corpus, our labels of public collections, and for each of their clauses what the
 * program itself makes of it (core/document/clauses.ts, core/document/compare-versions.ts, core/reader/clause-features.ts), so that training and reading see the same.
 *
 *     node training/dataset.ts CORPUS COLLECTIONS WORK
 *
 * CORPUS holds `clauses.jsonl`, `clauses-own.jsonl`, `pairs-dev.jsonl` and `pairs/`; COLLECTIONS a clone of each public collection under
 * its own name (see labels/README.md); into WORK go
 *
 * - `labelled.jsonl`: a labelled clause a line, `{source, service, language?, clause, acts, weight, direction, training}`;
 * - `written.jsonl`: a difference of our own a line (own/differences.jsonl), `{old?, new?, near?, head, counts, side}`; its sides stand in
 *   `labelled.jsonl`, too;
 * - `pairs.jsonl`: a labelled pair a line, `{…its label, old, new: [clause …], differences: [{old?, new?, near?, label?}]}`;
 * - `clauses.jsonl`: the texts, `{text, head, intro, prev, mentionsAi}` a line; a `clause` above is a line's number here, from 0;
 * - `features.u32`: for each of these its own features and those of its context, each with their count before them.
 */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { splitIntoPassages, splitPassage } from '../src/core/document/clauses.ts';
import { comparePassages } from '../src/core/document/compare-versions.ts';
import { detectBrokenCapture } from '../src/core/extract/detect-broken-capture.ts';
import { extractClauseFeatures, extractContextWords, extractWords } from '../src/core/reader/clause-features.ts';
import { mentionsAi } from '../src/core/reader/mentions-ai.ts';
import { createNearestFinder, type NearestClause } from '../src/core/reader/nearest-clause.ts';
import { textKey } from '../src/core/text/normalise-text.ts';
import type { Clause } from '../src/domain/document.ts';
import { openBlobReader } from '../src/io/git-history/blobs.ts';

const [corpus = '', collections = '', work = ''] = process.argv.slice(2);
if (work === '') throw new Error('node training/dataset.ts CORPUS COLLECTIONS WORK');
mkdirSync(work, { recursive: true });

interface Context {
  text: string;
  head: string;
  intro: string;
  prev: string;
}

/** What a reader said of one side of a difference, or of a clause. */
interface ClauseLabel {
  acts: string[];
  weight: string;
  direction: string;
  training: string | null;
}

interface DifferenceLabel {
  old?: { clause: string } & Partial<ClauseLabel>;
  new?: { clause: string } & Partial<ClauseLabel>;
  counts: string;
  side: string;
}

/** Longer clauses were labelled by their beginning. */
const MAX_LABELLED_CHARS = 900;
/** Kept of a text: no clause is longer (core/document/clauses.ts). */
const MAX_TEXT_CHARS = 4000;

// ---- what is written ----------------------------------------------------------------------------

const files = Object.fromEntries(
  ['labelled.jsonl', 'written.jsonl', 'pairs.jsonl', 'clauses.jsonl', 'features.u32'].map((name) => [
    name,
    openSync(join(work, name), 'w'),
  ]),
);
const write = (name: string, line: unknown): void => {
  writeSync(files[name] as number, `${JSON.stringify(line)}\n`);
};

const clauseIndexes = new Map<string, number>();

/** The number of a clause, which is written when it is met first. */
function internClause({ text, head, intro, prev }: Context, key = textKey(text)): number {
  const identity = createHash('sha256').update([key, head, intro, prev].join('\0')).digest('base64');
  const known = clauseIndexes.get(identity);
  if (known !== undefined) return known;
  const number = clauseIndexes.size;
  clauseIndexes.set(identity, number);
  write('clauses.jsonl', {
    text: text.slice(0, MAX_TEXT_CHARS),
    head,
    intro: intro.slice(-600),
    prev: prev.slice(-600),
    namesAi: mentionsAi(text, head, intro),
  });
  const { own, context } = extractClauseFeatures({
    own: extractWords(key),
    heading: extractContextWords(head),
    intro: extractContextWords(intro),
    previous: extractContextWords(prev),
  });
  const row = Uint32Array.of(own.length, ...own, context.length, ...context);
  writeSync(files['features.u32'] as number, row);
  return number;
}

// ---- clauses ------------------------------------------------------------------------------------

const loadJsonLines = <Line>(path: string): Line[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const readLabels = <Line>(name: string): Line[] =>
  loadJsonLines(new URL(`labels/${name}.jsonl`, import.meta.url).pathname);

type CorpusClause = Context & ClauseLabel & { id: string; publisher?: string; lang?: string };

for (const [source, name] of [
  ['corpus', 'clauses'],
  ['own', 'clauses-own'],
] as const) {
  for (const {
    id,
    publisher = `own ${id}`,
    lang,
    acts,
    weight,
    direction,
    training,
    ...context
  } of loadJsonLines<CorpusClause>(join(corpus, `${name}.jsonl`))) {
    write('labelled.jsonl', {
      source,
      id,
      service: publisher,
      language: lang,
      clause: internClause(context),
      acts,
      weight,
      direction,
      training,
    });
  }
}

/** The clauses of a version, with what stands around each. */
function clausesIn(markdown: string): (Context & { clause: Clause; hash: string })[] {
  return splitIntoPassages(markdown).flatMap((passage) => {
    let prev = '';
    return splitPassage(passage).map((clause) => {
      const { text, section, lead } = clause;
      const context = { text, head: section.at(-1) ?? '', intro: lead, prev, clause, hash: hashOf(text) };
      prev = text;
      return context;
    });
  });
}

function hashOf(text: string): string {
  return createHash('sha256')
    .update(textKey(text.slice(0, MAX_LABELLED_CHARS)))
    .digest('hex')
    .slice(0, 16);
}

interface LabelledClauseLine extends ClauseLabel {
  clause: string;
  service: string;
  /** Where it stands: a blob of a collection, or a side of a pair of the corpus. */
  repository?: string;
  blob?: string;
  pair?: string;
  side?: 'old' | 'new';
}

const ourClauses = Map.groupBy(readLabels<LabelledClauseLine>('clauses'), ({ repository }) => repository);
for (const [repository, labels] of ourClauses) {
  if (repository === undefined) continue;
  const blobs = openBlobReader(join(collections, basename(repository)));
  for (const [blob, ofText] of Map.groupBy(labels, (label) => label.blob ?? '')) {
    writeLabelled(ofText, (await blobs.read(blob)).toString('utf8'));
  }
  blobs.close();
}
for (const [place, ofText] of Map.groupBy(ourClauses.get(undefined) ?? [], ({ pair, side }) => `${pair}/${side}`)) {
  writeLabelled(ofText, readFileSync(join(corpus, 'pairs', `${place}.md`), 'utf8'));
}

function writeLabelled(labels: readonly LabelledClauseLine[], markdown: string): void {
  const texts = new Map(clausesIn(markdown).map((one) => [one.hash, one]));
  for (const { clause: hash, service, acts, weight, direction, training } of labels) {
    const found = texts.get(hash);
    if (found === undefined) continue;
    const clause = internClause(found, found.clause.key);
    write('labelled.jsonl', { source: 'ours', id: hash, service, clause, acts, weight, direction, training });
  }
}

// ---- differences of our own ---------------------------------------------------------------------

/** A clause as it was and as it is, in our words; `near` is what the other version says nearest to it, where it only stands in one. */
interface WrittenDifference extends Omit<Context, 'text'> {
  id: string;
  lang: string;
  before: string | null;
  after: string | null;
  near: string;
  old: ClauseLabel | null;
  new: ClauseLabel | null;
  counts: string;
  side: string;
}

type WrittenClause = Context & ClauseLabel & { lang: string };

const written = new URL('own/differences.jsonl', import.meta.url).pathname;
for (const {
  id,
  lang,
  before,
  after,
  near,
  old,
  new: now,
  counts,
  side,
  ...around
} of loadJsonLines<WrittenDifference>(written)) {
  const sides = [
    ['old', before, old],
    ['new', after, now],
  ] as const;
  const clauses = sides.flatMap(([name, text, label]) => {
    if (text === null) return [];
    const clause = internClause({ ...around, text });
    if (label !== null) {
      write('labelled.jsonl', {
        source: 'written',
        id: `${id} ${name}`,
        service: 'written',
        language: lang,
        clause,
        ...label,
      });
    }
    return [[name, clause]];
  });
  write('written.jsonl', {
    id,
    ...Object.fromEntries(clauses),
    near: near || undefined,
    head: around.head,
    counts,
    side,
  });
}

// ---- clauses of our own -------------------------------------------------------------------------

for (const { lang, acts, weight, direction, training, ...context } of loadJsonLines<WrittenClause>(
  new URL('own/clauses.jsonl', import.meta.url).pathname,
)) {
  const clause = internClause(context);
  write('labelled.jsonl', {
    source: 'written',
    service: 'written',
    language: lang,
    clause,
    acts,
    weight,
    direction,
    training,
  });
}

// ---- pairs --------------------------------------------------------------------------------------

interface LabelledChangeLine {
  pair?: string;
  repository: string;
  old: string;
  new: string;
  service: string;
  differences: DifferenceLabel[];
}

const ourChanges = readLabels<LabelledChangeLine>('changes');
const differencesByPair = new Map(ourChanges.map(({ pair, differences }) => [pair, differences]));

for (const { old: _old, new: _new, ...label } of loadJsonLines<
  Record<string, unknown> & { id: string; service: string }
>(join(corpus, 'pairs-dev.jsonl'))) {
  const [old, now] = ['old', 'new'].map((side) => readFileSync(join(corpus, 'pairs', label.id, `${side}.md`), 'utf8'));
  writePair({ source: 'corpus', ...label }, old ?? '', now ?? '', differencesByPair.get(label.id) ?? []);
}

for (const [repository, changes] of Map.groupBy(
  ourChanges.filter(({ pair }) => pair === undefined),
  (change) => change.repository,
)) {
  const blobs = openBlobReader(join(collections, basename(repository)));
  for (const { differences, old, new: now, ...label } of changes) {
    const [before, after] = [await blobs.read(old), await blobs.read(now)].map((blob) => blob.toString('utf8'));
    writePair(
      { source: 'ours', id: `${old.slice(0, 8)}${now.slice(0, 8)}`, ...label },
      before ?? '',
      after ?? '',
      differences,
    );
  }
  blobs.close();
}

function writePair(
  label: Record<string, unknown> & { id: string; service: string },
  before: string,
  after: string,
  labels: readonly DifferenceLabel[],
): void {
  const comparison = comparePassages(splitIntoPassages(before), splitIntoPassages(after));
  const sides = [before, after].map((markdown) => {
    const clauses = clausesIn(markdown);
    const numbered = new Map<string, number>();
    for (const one of clauses) {
      if (!numbered.has(one.clause.key)) numbered.set(one.clause.key, internClause(one, one.clause.key));
    }
    return { clauses, numbered, nearest: createNearestFinder(clauses.map(({ clause }) => clause)) };
  });
  const [old, now] = sides as [(typeof sides)[number], (typeof sides)[number]];
  const labelled = new Map(labels.map((one) => [`${one.old?.clause ?? ''} ${one.new?.clause ?? ''}`, one]));
  const differences = [
    ...comparison.edited.map(({ before, after }) => ({ before, after })),
    ...comparison.removed.map((before) => ({ before, after: undefined })),
    ...comparison.added.map((after) => ({ before: undefined, after })),
  ].map(({ before, after }) => {
    const known = labelled.get(`${before ? hashOf(before.text) : ''} ${after ? hashOf(after.text) : ''}`);
    const write = (side: typeof old, near: NearestClause | undefined) =>
      near && { clause: side.numbered.get(near.clause.key), likeness: near.similarity };
    return {
      old: before && old.numbered.get(before.key),
      new: after && now.numbered.get(after.key),
      // What the other side says that is nearest, whether it changed or not.
      nearNew: before && write(now, now.nearest(before)),
      nearOld: after && write(old, old.nearest(after)),
      stillStands: before && now.numbered.has(before.key),
      stoodBefore: after && old.numbered.has(after.key),
      label: known && { ...known, old: withoutHash(known.old), new: withoutHash(known.new) },
    };
  });
  write('pairs.jsonl', {
    ...label,
    unreadable: detectBrokenCapture(before, after)?.reason,
    letters: [before.length, after.length],
    old: [...old.numbered.values()],
    new: [...now.numbered.values()],
    differences,
  });
}

function withoutHash(side: DifferenceLabel['old']): Partial<ClauseLabel> | undefined {
  if (side?.acts === undefined) return undefined;
  const { clause: _hash, ...label } = side;
  return label;
}

for (const file of Object.values(files)) closeSync(file);
console.error(`${clauseIndexes.size} clauses`);
