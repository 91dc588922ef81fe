import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type ParsedFileName,
  parseFileName,
  recordKindOf,
  sourceCommitOf,
} from '../../../src/io/git-history/recorded-file.ts';

const NAMES: Readonly<Record<string, ParsedFileName | undefined>> = {
  'Tunehive/Terms of Service.md': { service: 'Tunehive', type: 'Terms of Service', extension: 'md' },
  'Tune.fm Pro!/In-App Purchases Policy.md': {
    service: 'Tune.fm Pro!',
    type: 'In-App Purchases Policy',
    extension: 'md',
  },
  'Tunehive/Terms of Service.html': { service: 'Tunehive', type: 'Terms of Service', extension: 'html' },
  'Tunehive/Terms of Service.pdf': { service: 'Tunehive', type: 'Terms of Service', extension: 'pdf' },
  'Tunehive/Community Guidelines #legal-rules#2.html': {
    service: 'Tunehive',
    type: 'Community Guidelines',
    documentId: 'legal-rules#2',
    extension: 'html',
  },
  'README.md': undefined,
  LICENSE: undefined,
  'Tunehive/README.md': undefined,
  '.github/Pull request.md': undefined,
  'Tunehive/pictures/Logo.md': undefined,
  'Tunehive/Terms of Service.json': undefined,
  'Tunehive/Terms of Service': undefined,
  'Tunehive/.md': undefined,
  'Tunehive/': undefined,
  '/Terms of Service.md': undefined,
};
for (const [path, expected] of Object.entries(NAMES)) {
  test(`"${path}" is ${expected ? `${expected.type} of ${expected.service}` : 'no document'}`, () =>
    assert.deepEqual(parseFileName(path), expected && { documentId: undefined, ...expected }));
}

const KINDS: Readonly<Record<string, string>> = {
  'Start tracking Tunehive Terms of Service': 'first',
  'First record of Tunehive Terms of Service': 'first',
  'Update Tunehive Terms of Service': 'change',
  'Record new changes of Tunehive Terms of Service': 'change',
  'Refilter Tunehive Terms of Service': 'technical',
  'Apply technical or declaration upgrade on Tunehive Terms of Service': 'technical',
  'Mend a typing error': 'change',
  '': 'change',
};
for (const [subject, kind] of Object.entries(KINDS)) {
  test(`the subject "${subject}" means ${kind}`, () => assert.equal(recordKindOf(subject), kind));
}

test('the source commit is read only from a line of its own', () => {
  const hash = 'a'.repeat(40);
  assert.equal(sourceCommitOf(`Recorded after filtering\n\nsource-commit: ${hash}\n`), hash);
  assert.equal(sourceCommitOf(`see source-commit: ${hash}`), undefined);
  assert.equal(sourceCommitOf('source-commit: true'), undefined);
  assert.equal(sourceCommitOf(''), undefined);
});
