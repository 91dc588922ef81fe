/** Assembles the weights folder that ships: `reader.json`, both models, and the model card. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLinearModel } from '../src/core/ml/linear-model.ts';
import { loadEncoder } from '../src/core/reader/encoder/encoder.ts';
import { READER_MODEL_SCHEMA } from '../src/io/load-clause-reader.ts';
import type { ChangeMetrics } from './change-metrics.ts';
import type { FittedModels } from './fit-verdict.ts';
import { modelCard } from './model-card.ts';

/** @param metrics for the model card. */
export function exportReader(
  work: string,
  out: string,
  { verdict, positions }: FittedModels,
  metrics: Readonly<Record<string, ChangeMetrics>>,
): void {
  mkdirSync(out, { recursive: true });
  for (const name of ['linear.weights', 'encoder.weights']) copyFileSync(join(work, name), join(out, name));
  const model = READER_MODEL_SCHEMA.parse({
    linear: loadLinearModel(readFileSync(join(work, 'linear.weights'))).checksum,
    encoder: loadEncoder(readFileSync(join(work, 'encoder.weights'))).checksum,
    ...JSON.parse(readFileSync(join(work, 'joined.json'), 'utf8')),
    positions,
    verdict,
  });
  writeFileSync(join(out, 'reader.json'), `${JSON.stringify(model, roundToSixDigits)}\n`);
  writeFileSync(join(out, 'README.md'), modelCard(work, metrics));
}

/** Six digits decide as sixteen do. */
function roundToSixDigits(_name: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value;
}
