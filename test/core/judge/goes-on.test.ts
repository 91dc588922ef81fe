import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readVersion } from '../../../src/core/read-version.ts';

const TRAINS = 'We use your uploads to train our AI models.';

describe('the position on training where a sentence goes on with it:', () => {
  const rows: [text: string, position: string][] = [
    [`${TRAINS} You can opt out in your settings.`, 'opt-out'],
    [`${TRAINS} If you do not want that, turn the switch off.`, 'opt-out'],
    [`${TRAINS} Where the law says so, you have the possibility to object to this use.`, 'opt-out'],
    [`${TRAINS} We do so for as long as the account exists.`, 'permitted'],
    [`${TRAINS} You can opt out of our newsletter.`, 'permitted'],
    [`${TRAINS} Do not upload what you do not want to be used.`, 'permitted'],
    [`${TRAINS}\n\nYou can opt out of being found by your number.`, 'permitted'],
    ['We use machine learning to detect spam. You can opt out in your settings.', 'silent'],
    // What one can object to covers only a part.
    [`${TRAINS}\n\nWe also train AI models on your prompts, unless you opt out.`, 'permitted'],
    ['We train AI models on your prompts, unless you opt out.', 'opt-out'],
  ];
  for (const [text, position] of rows) {
    it(`${position}: ${text}`, () => assert.equal(readVersion(`# Terms\n\n${text}\n`).training, position));
  }
});

describe('a sentence that goes on with a ban', () => {
  const says = (text: string) =>
    readVersion(`# Rules\n\n${text}\n`).aiClauses.flatMap(({ statements }) => statements.map((one) => one.says));
  it('bans what it includes', () => {
    assert.deepEqual(says('Scraping is forbidden. This includes scraping in order to train AI.'), [
      'others may not train on or mine the platform',
    ]);
  });
  it('says less where no ban stands before it', () => {
    assert.notDeepEqual(says('You find help here. This includes an answer to how scrapers train AI.'), [
      'others may not train on or mine the platform',
    ]);
  });
});

it('goes on under a heading that speaks of AI too', () => {
  const text = `# Terms\n\n## Artificial intelligence\n\n${TRAINS} You can opt out of this in your settings.\n`;
  assert.equal(readVersion(text).training, 'opt-out');
});
