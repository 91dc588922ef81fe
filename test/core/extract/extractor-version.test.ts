import assert from 'node:assert/strict';
import { it } from 'node:test';
import { computeExtractorVersion } from '../../../src/core/extract/extractor-version.ts';
import { page } from './extract-fixture.ts';

it('an extractor version changes with the declaration, and with nothing else', () => {
  const declaration = { pages: [page()] };
  assert.equal(computeExtractorVersion(declaration), computeExtractorVersion(structuredClone(declaration)));
  assert.notEqual(
    computeExtractorVersion(declaration),
    computeExtractorVersion({ pages: [page({ select: ['main'] })] }),
  );
});
