/**
 * Makes examples of labelled texts, which are not part of the project: one JSON object a line with `publisher`, `change` (none, minor
 * or major), `old` and `new` ('' where a passage is newly added or taken out), and `fresh`.
 *
 *     node training/read-texts.ts TEXTS.jsonl > training/examples.jsonl
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { comparePassages } from '../src/core/compare.ts';
import { aiDifferences } from '../src/core/judge/differences.ts';
import { CONCEPTS, type Concept } from '../src/core/judge/lexicon.ts';
import { createRuleReader } from '../src/core/judge/rule-reader.ts';
import type { AiClause } from '../src/core/reader/version-reading.ts';
import type { Example } from './examples.ts';

/** Words that join others, and those of AI itself, which every clause has, say nothing of rights. */
const JOINING = new Set<Concept>([
  'affirms',
  'ai',
  'aiWord',
  'condition',
  'contrast',
  'exempts',
  'goesOn',
  'limitsBefore',
  'refersBack',
  'subordinate',
  'turn',
]);
const WEIGHED = (Object.keys(CONCEPTS) as Concept[]).filter((concept) => !JOINING.has(concept));

interface Labelled {
  publisher: string;
  change: 'none' | 'minor' | 'major';
  old: string;
  new: string;
  fresh?: boolean;
}

const clauseReader = createRuleReader();
const [path = ''] = process.argv.slice(2);
if (path === '') throw new Error('node training/read-texts.ts TEXTS.jsonl');
for (const line of readFileSync(path, 'utf8').split('\n')) {
  if (line === '') continue;
  const example = exampleOf(JSON.parse(line));
  if (example.clauses.length > 0) console.log(JSON.stringify(example));
}

function exampleOf(labelled: Labelled): Example {
  const clauses = differing(labelled).filter(({ features }) => features.speaksOfAi);
  return {
    publisher: Number.parseInt(createHash('sha256').update(labelled.publisher).digest('hex').slice(0, 6), 16),
    fresh: labelled.fresh ?? false,
    major: labelled.change === 'major',
    known: clauses.some(({ statements }) => statements.some((one) => one.weight === 'major' && !one.byDefault)),
    clauses: clauses.map(({ features }) => WEIGHED.filter((concept) => features.has(concept)).join(' ')),
  };
}

/** The clauses about AI that only one side has. */
function differing({ old, new: now }: Labelled): AiClause[] {
  const [before, after] = [old, now].map((text) => clauseReader.readVersion(text));
  if (before === undefined || after === undefined) return [];
  return aiDifferences(before, after, comparePassages(before.passages, after.passages)).flatMap((one) =>
    [one.after, one.before].filter((clause) => clause !== undefined),
  );
}
