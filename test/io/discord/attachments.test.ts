import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer } from '../../../src/domain/answer.ts';
import { DISCORD_LIMITS } from '../../../src/domain/discord-limits.ts';
import type { DrawPicture } from '../../../src/domain/picture.ts';
import { attachmentMetadata, createAttachments } from '../../../src/io/discord/attachments.ts';
import { aMatrix } from '../pictures/samples.ts';

const answer: Answer = { title: 'Tunebox · Larkspool', tone: 'neutral', blocks: [] };
const drawing: DrawPicture = async ({ name }) => new TextEncoder().encode(name);

describe('the files of an answer', () => {
  it('are its picture, with name and alternative text', async () => {
    const files = await createAttachments({ ...answer, picture: aMatrix(['Tunebox', 'Larkspool']) }, drawing, 1);
    assert.deepEqual(
      files.map(({ data, ...rest }) => ({ ...rest, data: data.toString() })),
      [
        {
          name: 'compare.png',
          contentType: 'image/png',
          description: 'Table of platforms by topic.',
          data: 'compare',
        },
      ],
    );
    assert.deepEqual(attachmentMetadata(files), [
      { id: '0', filename: 'compare.png', description: 'Table of platforms by topic.' },
    ]);
  });

  it('are none without a picture, or where it is not drawn', async () => {
    assert.deepEqual(await createAttachments(answer, drawing, 1), []);
    assert.deepEqual(
      await createAttachments({ ...answer, picture: aMatrix(['A', 'B']) }, async () => undefined, 1),
      [],
    );
  });

  it('have a description within Discord’s limit, cut between words', async () => {
    for (const alternative of ['many words '.repeat(200), 'w'.repeat(5000), '🎵'.repeat(2000)]) {
      const [file] = await createAttachments(
        { ...answer, picture: aMatrix(['A', 'B'], { altText: alternative }) },
        drawing,
        1,
      );
      assert.ok(file && file.description.length <= DISCORD_LIMITS.attachmentDescription);
      assert.match(file.description, / …$/);
      assert.ok(file.description.isWellFormed());
    }
  });

  it('have a description of whole characters without bidirectional marks', async () => {
    const alternative = 'Tunebox \ud83d now\u202e: may train\u0000';
    const [file] = await createAttachments(
      { ...answer, picture: aMatrix(['A', 'B'], { altText: alternative }) },
      drawing,
      1,
    );
    assert.equal(file?.description, 'Tunebox \ufffd now: may train');
  });
});
