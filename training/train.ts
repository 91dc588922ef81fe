/**
 * Learns how much each concept speaks for a change of rights, writes the weights where `defaults.ts` reads them, and prints what they
 * gain: every passage is judged by weights that were learnt without its publisher's.
 *
 *     node training/train.ts           # writes src/core/judge/weights.ts
 */
import { writeFileSync } from 'node:fs';
import { ENOUGH } from '../src/core/judge/defaults.ts';
import { type Example, readExamples } from './examples.ts';
import { fit, type Weights, weighPassage } from './fit.ts';

const EXAMPLES = new URL('examples.jsonl', import.meta.url);
const WEIGHTS = new URL('../src/core/judge/weights.ts', import.meta.url);
const FOLDS = 5;

const examples = readExamples(EXAMPLES);
const told = acrossFolds(examples);
const fresh = examples.filter((example) => example.fresh);
print('rules alone', fresh, ({ known }) => known);
for (const enough of [ENOUGH - 0.5, ENOUGH, ENOUGH + 0.5]) {
  print(
    `rules, and what weighs ${enough} or more`,
    fresh,
    (example) => example.known || (told.get(example) ?? 0) >= enough,
  );
}
writeFileSync(WEIGHTS, asModule(fit(examples)));

/** What each example weighs by weights learnt from other publishers. */
function acrossFolds(all: readonly Example[]): Map<Example, number> {
  const weighed = new Map<Example, number>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fit(all.filter(({ publisher }) => publisher % FOLDS !== fold));
    for (const one of all.filter(({ publisher }) => publisher % FOLDS === fold)) {
      weighed.set(one, weighPassage(one, weights));
    }
  }
  return weighed;
}

function print(name: string, of: readonly Example[], alerts: (example: Example) => boolean): void {
  const alerted = of.filter(alerts);
  const right = alerted.filter(({ major }) => major).length;
  const majors = of.filter(({ major }) => major).length;
  const [recall, precision] = [right / majors, right / alerted.length].map((share) => share.toFixed(3));
  console.log(`${name}: recall ${recall}, precision ${precision} (${of.length} passages, ${majors} major)`);
}

function asModule({ bias, concepts }: Weights): string {
  const lines = [...concepts].sort(([, a], [, b]) => b - a).map(([name, weight]) => `  ${name}: ${rounded(weight)},`);
  return `/** Learnt by training/train.ts: how much each concept speaks for a change of rights where no rule knows a clause. */
import type { Concept } from './lexicon.ts';

/** Where a clause with none of them stands. */
export const BIAS = ${rounded(bias)};

export const WEIGHTS: Readonly<Partial<Record<Concept, number>>> = {
${lines.join('\n')}
};
`;
}

function rounded(weight: number): number {
  return Number(weight.toFixed(2));
}
