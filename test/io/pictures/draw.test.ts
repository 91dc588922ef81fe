import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Picture } from '../../../src/domain/picture.ts';
import { draw } from '../../../src/io/pictures/draw.ts';
import { inspectPng } from './inspect-png.ts';
import { aCard, aCardOf, aMatrix, aTimeline, someMoves } from './samples.ts';

const LONG_NAME = 'Donaudampfschifffahrtsgesellschaft für Künstlerinnen und Künstler in Österreich';

async function drawn(picture: Picture) {
  const drawing = await draw(picture);
  assert.equal(drawing.status, 'drawn', drawing.status === 'undrawable' ? drawing.reason : '');
  assert.ok(drawing.status === 'drawn');
  return inspectPng(drawing.png);
}

describe('a picture', () => {
  const pictures: Record<string, Picture> = {
    'a matrix of two': aMatrix(['Tunebox', 'Larkspool']),
    'a matrix of three': aMatrix(['Tunebox', 'Larkspool', 'Apple Pie Music']),
    'a matrix of four with long names': aMatrix(['UnitedMasters', 'SoundsLikeClouds', LONG_NAME, 'X']),
    'a timeline of 60': aTimeline(),
    'a timeline of three': aTimeline({ earlier: [], legend: [], latest: aTimeline().latest.slice(0, 3) }),
    'a timeline of two years in one day': aTimeline({
      latest: aTimeline().latest.map((event) => ({ ...event, title: LONG_NAME.repeat(3) })),
    }),
    'a card before and after': aCard(),
    'a card of something new': aCardOf('We never teach a machine with your songs.'),
    'a card with a long name': aCard({
      title: `${LONG_NAME}: ${LONG_NAME}`,
      source: `https://tunebox.example/${'a'.repeat(300)}`,
    }),
    moves: someMoves(),
  };
  for (const [name, picture] of Object.entries(pictures)) {
    it(`${name} is a PNG of phone width with content, round corners and nothing over its edge`, async () => {
      const { width, height, colours, cornerOpacity, cutOff } = await drawn(picture);
      assert.equal(width, 720);
      assert.ok(height > 200 && height <= 1520, `it is ${height} high`);
      assert.ok(colours > 3, `it has ${colours} colours`);
      assert.equal(cornerOpacity, 0);
      assert.equal(cutOff, false);
    });
  }

  const LETTERS = {
    'Western accents': 'é ß ñ ł Ż ø ç ü Ğ ı Ő Ř',
    Vietnamese: 'Nhạc của bạn được bảo vệ',
    Cyrillic: 'Мы не обучаем модели на вашей музыке, ї є ґ',
    Greek: 'Η μουσική σας, ἀρχή',
    typography: '“quoted” ‘so’ – — … • § © ® ™ € £ ½ × ′',
  };
  for (const [script, words] of Object.entries(LETTERS)) {
    it(`has the characters of: ${script}`, async () => void (await drawn(aCardOf(words))));
  }

  const OTHERS = {
    Japanese: '音楽を学習に使用します',
    Korean: '음악',
    Arabic: 'موسيقى',
    Hebrew: 'מוזיקה',
    emoji: 'we train 🤖 on it',
  };
  for (const [script, words] of Object.entries(OTHERS)) {
    it(`is not drawn if no font has the characters of a quote: ${script}`, async () => {
      const drawing = await draw(aCardOf(words));
      assert.equal(drawing.status, 'undrawable');
      assert.match(drawing.status === 'undrawable' ? drawing.reason : '', /no font/);
    });
  }

  it('is not drawn if a quote makes it too tall', async () => {
    const drawing = await draw(aCardOf('A sentence that never comes to its end, '.repeat(60)));
    assert.equal(drawing.status, 'undrawable');
    assert.match(drawing.status === 'undrawable' ? drawing.reason : '', /tall/);
  });

  const HOSTILE = {
    markup: '<script>alert(1)</script><img src=x onerror=alert(1)> & "quotes" \'too\' </svg>',
    'control characters': 'a\u0000b\u0007c\u001b[31md\u009fe\nf\tg\r\u2028h',
    'a word of 10,000 characters': 'w'.repeat(10_000),
    'a word of 10,000 combining marks': `e${'\u0301'.repeat(10_000)}`,
    emoji: '🎵 Tune👩‍👩‍👧‍👦box 🇫🇷 ☕️',
    'bidirectional overrides': '\u202eevil\u202c \u2066x\u2069 \u200f\u200b\u2060',
    'lone halves of pairs': 'a\ud83db\ude00c',
    'private characters': 'a\ue000b\u{f0000}c',
    'nothing at all': '',
    'white space alone': ' \u3000\t ',
    'a style': 'display:none;background:url(https://evil.example/x.png)',
  };
  for (const [name, words] of Object.entries(HOSTILE)) {
    it(`takes ${name} in names, labels and headlines`, async () => {
      const matrix = aMatrix([words, 'Tunebox', words, words], { title: words });
      await drawn({ ...matrix, rows: matrix.rows.map((row) => ({ ...row, label: words })) });
      await drawn(
        aTimeline({
          title: words,
          latest: aTimeline().latest.map((event) => ({ ...event, title: words, label: words })),
        }),
      );
      const { cutOff } = await drawn(
        aCard({ title: words, source: words, window: words, verdict: { words, tone: 'mixed' } }),
      );
      assert.equal(cutOff, false);
    });
  }

  it('takes hostile words in quotes, drawn or left out', async () => {
    for (const words of Object.values(HOSTILE)) {
      const { status } = await draw(aCardOf(words));
      assert.ok(status === 'drawn' || status === 'undrawable');
    }
  });
});
