import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type RetryDelayInput, retryDelaySeconds } from '../../../src/io/fetch/retry-delay.ts';

const CASES: { sentence: string; input: RetryDelayInput; seconds: number }[] = [
  { sentence: 'the first retry comes after a minute', input: { attempt: 1, random: 1 }, seconds: 60 },
  { sentence: 'chance brings it forward by up to half', input: { attempt: 1, random: 0 }, seconds: 30 },
  { sentence: 'each further one waits twice as long', input: { attempt: 4, random: 1 }, seconds: 480 },
  { sentence: 'but never more than six hours', input: { attempt: 5_000, random: 1 }, seconds: 21_600 },
  { sentence: 'the server may ask for more', input: { attempt: 1, retryAfterSeconds: 900, random: 1 }, seconds: 900 },
  { sentence: 'but not for less', input: { attempt: 4, retryAfterSeconds: 5, random: 1 }, seconds: 480 },
  { sentence: 'nor for ever', input: { attempt: 1, retryAfterSeconds: 1e9, random: 1 }, seconds: 86_400 },
];

for (const { sentence, input, seconds } of CASES) {
  test(sentence, () => assert.equal(retryDelaySeconds(input), seconds));
}
