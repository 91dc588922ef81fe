import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareVersions } from '../../../src/core/document/compare-versions.ts';

const LICENCE = 'You grant us a licence to host and play your music for listeners.';
const PROMISE = 'We will not use your music to train artificial intelligence without your consent.';
const LAW = 'The law of Ireland applies to these terms and to everything that follows from them.';
const doc = (...paragraphs: string[]) => `# Terms\n\n${paragraphs.join('\n\n')}\n`;

function differences(before: string, after: string) {
  const { added, removed, edited } = compareVersions(before, after);
  return {
    added: added.map(({ text }) => text),
    removed: removed.map(({ text }) => text),
    edited: edited.map((edit) => [edit.before.text, edit.after.text]),
  };
}
const NONE = { added: [], removed: [], edited: [] };

describe('no difference:', () => {
  const rows: [name: string, before: string, after: string][] = [
    ['the same text', doc(LICENCE, PROMISE), doc(LICENCE, PROMISE)],
    ['a clause that moved', doc(LICENCE, PROMISE, LAW), doc(PROMISE, LAW, LICENCE)],
    ['a clause that moved to a paragraph of its own', doc(`${LICENCE} ${PROMISE}`, LAW), doc(LICENCE, LAW, PROMISE)],
    ['renumbering', doc(`7. ${LICENCE}`, `8. ${PROMISE}`), doc(`8. ${LICENCE}`, `9. ${PROMISE}`)],
    ['other list markers', doc(`*   ${LICENCE}\n*   ${PROMISE}`), doc(`* ${LICENCE}\n* ${PROMISE}`)],
    ['bold and curly quotes', doc(`Our "rules" apply. ${LAW}`), doc(`Our **“rules”** apply. ${LAW}`)],
    [
      'a tracking link',
      doc(`See [here](https://a.example/x?id=1). ${LAW}`),
      doc(`See [here](https://a.example/x?id=2). ${LAW}`),
    ],
    [
      'a sentence split in two',
      doc('We host your music; we play your music to listeners all over the world.'),
      doc('We host your music.', 'We play your music to listeners all over the world.'),
    ],
    [
      'sentences joined by a conjunction, and others split again',
      doc(
        'We host your music on our machines. We play your music to listeners.',
        'We may copy it, and we may store it.',
      ),
      doc(
        'We host your music on our machines, and we play your music to listeners.',
        'We may copy it. We may store it.',
      ),
    ],
    [
      'two sentences joined by a conjunction of another language',
      doc('Wir speichern deine Musik auf Servern. Wir spielen deine Musik vor Publikum.'),
      doc('Wir speichern deine Musik auf Servern und wir spielen deine Musik vor Publikum.'),
    ],
    [
      'a paragraph broken in mid-phrase',
      doc(`${LICENCE} ${PROMISE}`, LAW),
      doc(
        'You grant us a licence to host and play your music for\n\nlisteners. We will not use your music to train artificial',
        'intelligence without your consent.',
        LAW,
      ),
    ],
    [
      'two broken lines joined',
      doc('We will never sell your data to', 'anybody else in the world for money.'),
      doc('We will never sell your data to anybody else in the world for money.'),
    ],
    ['a repeated clause', doc(LICENCE, PROMISE), doc(LICENCE, PROMISE, PROMISE)],
  ];
  for (const [name, before, after] of rows) {
    it(name, () => assert.deepEqual(differences(before, after), NONE));
  }
});

describe('a difference:', () => {
  it('an added and a removed clause', () => {
    assert.deepEqual(differences(doc(LICENCE), doc(LICENCE, PROMISE)), { ...NONE, added: [PROMISE] });
    assert.deepEqual(differences(doc(LICENCE, PROMISE), doc(LICENCE)), { ...NONE, removed: [PROMISE] });
  });

  it('an edited clause, paired with its old version', () => {
    const after = LAW.replace('Ireland', 'Germany');
    assert.deepEqual(differences(doc(LICENCE, LAW), doc(LICENCE, after)), { ...NONE, edited: [[LAW, after]] });
  });

  it('a condition that was removed, though every remaining word was there before', () => {
    const after = 'We will not use your music to train artificial intelligence.';
    assert.deepEqual(differences(doc(PROMISE), doc(after)), { ...NONE, edited: [[PROMISE, after]] });
  });

  it('a sentence that lost its end when it was joined to another', () => {
    const before = doc('We host your music on our machines in Norway. We play your music to listeners.');
    const after = doc('We host your music on our machines, and we play your music to listeners.');
    assert.equal(differences(before, after).edited.length, 1);
  });

  it('a condition put before a sentence', () => {
    const before = 'We train models on your music and on your words.';
    const after = `Only with your consent, ${before.replace('We', 'we')}`;
    assert.deepEqual(differences(doc(before), doc(after)), { ...NONE, edited: [[before, after]] });
  });

  it('each edit is paired with the most similar clause', () => {
    const rule = (n: string, room: string) => `Members of the ${n} house meet in the ${room} room on the first day.`;
    const before = doc(rule('red', 'small'), rule('blue', 'large'));
    const after = doc(rule('blue', 'great'), rule('red', 'tiny'));
    assert.deepEqual(
      differences(before, after).edited.sort(),
      [
        [rule('blue', 'large'), rule('blue', 'great')],
        [rule('red', 'small'), rule('red', 'tiny')],
      ].sort(),
    );
  });
});

describe('compared in linear time:', () => {
  it('a hundred thousand clauses', () => {
    const many = (word: string) =>
      Array.from({ length: 100_000 }, (_, i) => `Rule ${i} is ${word} ${i * 7}.`).join('\n\n');
    const { edited, added, removed } = compareVersions(many('about'), many('about room'));
    assert.equal(edited.length + added.length, 100_000);
    assert.equal(edited.length + removed.length, 100_000);
  });
});
