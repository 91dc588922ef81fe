/**
 * Measures the speed and memory of a trained reader.
 *
 *     node bench/encoder.ts READER.weights
 */

import { maxInputPieces } from '../src/core/reader/encoder/encoder-header.ts';
import { parseEncoderWeights } from '../src/core/reader/encoder/encoder-weights.ts';
import { createNetwork } from '../src/core/reader/encoder/network.ts';
import { readWeightsFile } from '../src/io/read-weights-file.ts';

const RUNS = 60;
const WARM_UP = 10;

const path = process.argv[2];
if (!path) throw new Error('usage: node bench/encoder.ts READER.weights');
const memoryBefore = process.memoryUsage.rss();
const start = performance.now();
const weights = parseEncoderWeights(readWeightsFile(path));
const network = createNetwork(weights);
const openMs = performance.now() - start;
const { layers, pieces } = weights.architecture;
console.log(`${layers} layers, ${pieces} pieces: open in ${openMs.toFixed(0)} ms`);

const longest = maxInputPieces(weights);
for (const count of [16, 32, 64, 128, longest].filter((count) => count <= longest)) {
  const input = Array.from({ length: count }, (_, i) => (i * 31) % pieces);
  const durationsMs: number[] = [];
  for (let i = 0; i < RUNS + WARM_UP; i++) {
    const from = performance.now();
    network.run(input, count);
    if (i >= WARM_UP) durationsMs.push(performance.now() - from);
  }
  durationsMs.sort((a, b) => a - b);
  const [least = 0, median = 0] = [durationsMs[0], durationsMs[RUNS / 2]];
  const perLayer = (least / layers).toFixed(2);
  console.log(`${count} pieces: ${median.toFixed(1)} ms, minimum ${least.toFixed(1)} ms (${perLayer} ms a layer)`);
}
console.log(`resident: ${Math.round((process.memoryUsage.rss() - memoryBefore) / 1e6)} MB more`);
