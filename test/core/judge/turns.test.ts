import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readingClauses } from '../../helpers/clauses.ts';

const { readVersion } = readingClauses();

describe('a sentence that turns round says both:', () => {
  const rows: [text: string, position: string, says: readonly string[]][] = [
    [
      'We train models that find spam on your uploads, but we do not train generative AI on your uploads.',
      'limited',
      ['training permitted uploads', 'no training generative'],
    ],
    // One half says nothing of training.
    [
      'Your uploads are yours, but we may train AI models on your uploads.',
      'permitted',
      ['training permitted uploads'],
    ],
    ['We do not train AI on your uploads, however long they are.', 'prohibited', ['no training']],
  ];
  for (const [text, position, says] of rows) {
    it(text, () => {
      const version = readVersion(`# Terms\n\n${text}\n`);
      assert.equal(version.training, position);
      const said = version.aiClauses.flatMap(({ statements }) => statements.map((one) => one.says));
      for (const one of says) assert.ok(said.includes(one), `it says ${JSON.stringify(said)}`);
    });
  }
});
