import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TimelineEntry } from '../../../src/app/ask/timeline.ts';
import { changePicture } from '../../../src/app/reply/change-picture.ts';
import { comparisonPicture } from '../../../src/app/reply/comparison-picture.ts';
import { diffSides } from '../../../src/app/reply/diff-sides.ts';
import { timelinePicture } from '../../../src/app/reply/timeline-picture.ts';
import { translatorFor } from '../../../src/app/words/translator.ts';
import type { TimelineEvent } from '../../../src/domain/catalog.ts';
import { type EventKind, LANGUAGES, type Position, type Topic } from '../../../src/domain/vocabulary.ts';
import { draw } from '../../../src/io/pictures/draw.ts';
import { aChange, aDocument, anAssessment, aPlatform } from '../../helpers/world.ts';

const t = translatorFor('en');

describe('the picture of a comparison', () => {
  const reading = (training: Position, scraping = 0) => ({
    document: aDocument(),
    stance: {
      document: 'tunebox/Terms of Service',
      version: 'v',
      seen: '2026-01-01T00:00:00.000Z',
      training,
      lines: [
        {
          topic: 'scraping' as const,
          quotes: Array.from({ length: scraping }, () => ({ text: 'words', section: '' })),
        },
      ],
    },
  });
  const researched = (training: Position, notes = {}) => ({
    training,
    asOf: '2026-01',
    confidence: 'high' as const,
    notes,
    sources: [],
  });
  const cellOf = (documents: ReturnType<typeof reading>[], about = researched('unclear'), row = 'Training') => {
    const platform = aPlatform({ researched: about });
    const picture = comparisonPicture(
      [
        { platform, documents },
        { platform: aPlatform({ name: 'Other' }), documents: [] },
      ],
      t,
    );
    return picture?.rows.find(({ label }) => label === row)?.cells[0];
  };

  it('shows a known position on training, coloured by what it means for creators', () => {
    assert.deepEqual(cellOf([reading('permitted')]), [{ marks: ['read'], words: 'allowed', tone: 'worse' }]);
    assert.deepEqual(cellOf([], researched('opt-in')), [{ marks: ['researched'], words: 'opt-in', tone: 'better' }]);
    assert.deepEqual(cellOf([reading('opt-in')], researched('opt-in'))?.length, 1);
    assert.deepEqual(cellOf([]), [{ marks: ['unknown'], words: 'unknown' }]);
    assert.deepEqual(cellOf([], researched('unclear', { training: 'Nobody says.' }))?.[0]?.marks, ['researched']);
  });

  it('prefers documents that state a position over silent ones, and keeps documents and research apart', () => {
    const words = (cell: ReturnType<typeof cellOf>) => cell?.map((fact) => `${fact.marks} ${fact.words}`);
    assert.deepEqual(words(cellOf([reading('silent'), reading('opt-out')])), ['read opt-out']);
    assert.deepEqual(words(cellOf([reading('prohibited'), reading('opt-out')])), ['read ruled out', 'read opt-out']);
    const differing = cellOf([reading('silent')], researched('permitted'));
    assert.deepEqual(words(differing), ['read silent', 'researched allowed']);
  });

  it('counts clauses on other topics and marks research beside them', () => {
    assert.deepEqual(cellOf([reading('silent', 1), reading('silent', 2)], undefined, 'Scraping'), [
      { marks: ['read'], figure: '3', words: 'clauses' },
    ]);
    const both = cellOf(
      [reading('silent', 1)],
      researched('unclear', { scraping: 'Asks crawlers to stay out.' }),
      'Scraping',
    );
    assert.deepEqual(both, [{ marks: ['read', 'researched'], figure: '1', words: 'clause' }]);
  });

  it('needs two platforms, and describes every cell in its alt text', () => {
    assert.equal(comparisonPicture([{ platform: aPlatform(), documents: [] }], t), undefined);
    const pair = [aPlatform(), aPlatform({ name: 'Larkspool' })].map((platform) => ({ platform, documents: [] }));
    const picture = comparisonPicture(pair, t);
    assert.match(picture?.altText ?? '', /Table: Tunebox and Larkspool/);
    assert.match(picture?.altText ?? '', /Pay: Tunebox unknown; Larkspool unknown\./);
    assert.equal(picture?.rows.length, 8);
  });
});

describe('the picture of a timeline', () => {
  const event = (date: string, kind: EventKind = 'press-report'): TimelineEntry => {
    const timelineEvent: TimelineEvent = {
      date,
      kind,
      title: `What happened in ${date}`,
      effect: '',
      topics: [],
      sources: [],
    };
    return { date, kind: 'event', event: timelineEvent };
  };
  const events = (count: number, firstYear: number, perYear: number) =>
    Array.from({ length: count }, (_, i) => event(String(firstYear + Math.floor(i / perYear))));
  const pictureOf = (entries: TimelineEntry[]) => timelinePicture(aPlatform(), entries, t);

  it('needs three entries', () => {
    assert.equal(pictureOf(events(2, 2024, 1)), undefined);
    assert.equal(pictureOf(events(3, 2024, 1))?.latest.length, 3);
  });

  it('shows up to five entries in words; of more, the last four, and the rest as marks', () => {
    const five = pictureOf(events(5, 2020, 1));
    assert.deepEqual([five?.latest.length, five?.earlier.length, five?.legend], [5, 0, []]);
    const six = pictureOf([...events(5, 2020, 1), event('2026-05-02', 'lawsuit')]);
    assert.deepEqual(
      six?.earlier.map(({ years }) => years),
      ['2020', '2021'],
    );
    assert.deepEqual(six?.latest.at(-1), {
      year: '2026',
      date: '2 May 2026',
      mark: 'law',
      label: 'lawsuit',
      title: 'What happened in 2026-05-02',
    });
    assert.deepEqual(six?.legend, [{ mark: 'talk', words: 'press and community' }]);
  });

  it('puts the oldest years on one line, and counts the marks that do not fit', () => {
    const many = pictureOf([...events(10, 1998, 1), ...events(60, 2023, 40)]);
    assert.deepEqual(
      many?.earlier.map(({ years, marks, more }) => [years, marks.length, more]),
      [
        ['1998–2007', 10, undefined],
        ['2023', 30, '+ 10'],
        ['2024', 16, undefined],
      ],
    );
    assert.equal(many?.subtitle, '1998–2024 · 70 entries');
  });

  it('leaves out changes unrelated to AI', () => {
    const change = aChange({ assessment: anAssessment({ significance: 'none' }) });
    assert.equal(pictureOf([...events(2, 2024, 1), { date: '2026-05-01', kind: 'change', change }]), undefined);
  });
});

describe('the sides of a changed passage', () => {
  const whole = (side?: { runs: { words: string }[] }) => side?.runs.map(({ words }) => words).join('');

  it('mark removed and added words, and keep all others', () => {
    const sides = diffSides(
      { before: 'We **never** train on uploads.', after: 'We train on uploads, [always](https://a.example).' },
      'en',
    );
    assert.deepEqual(sides?.before?.runs, [
      { words: 'We ', changed: false },
      { words: 'never', changed: true },
      { words: ' train on ', changed: false },
      { words: 'uploads.', changed: true },
    ]);
    assert.equal(whole(sides?.after), 'We train on uploads, always.');
  });

  it('mark nothing where there is only one side, or nearly every word differs', () => {
    assert.deepEqual(diffSides({ after: 'All of it is new.' }, 'en'), {
      before: undefined,
      after: { runs: [{ words: 'All of it is new.', changed: false }], cutBefore: false, cutAfter: false },
    });
    const rewritten = diffSides({ before: 'One two three.', after: 'Quite other words stand here.' }, 'en');
    assert.ok([rewritten?.before, rewritten?.after].every((side) => side?.runs.every(({ changed }) => !changed)));
  });

  it('drop whole sentences without a difference, and say so', () => {
    const filler = (n: number) =>
      Array.from({ length: n }, (_, i) => `This is sentence number ${i} of the filling.`).join(' ');
    const before = `${filler(9)} We never train. ${filler(9)}`;
    const after = `${filler(9)} We always train. ${filler(9)}`;
    const sides = diffSides({ before, after }, 'en');
    assert.ok(sides?.before && sides.after);
    assert.ok((whole(sides.before)?.length ?? 0) + (whole(sides.after)?.length ?? 0) <= 1100);
    assert.ok(before.includes(whole(sides.before) ?? '?'), 'the remaining words are verbatim');
    assert.match(whole(sides.before) ?? '', /^[A-Z].*never train\..*\.$/);
    assert.deepEqual([sides.before.cutAfter, sides.after.cutAfter], [true, true]);
  });

  it('are undefined where a changed sentence is too long by itself', () => {
    assert.equal(diffSides({ after: `It goes on ${'and on '.repeat(400)}.` }, 'en'), undefined);
    assert.equal(diffSides({ after: 'w'.repeat(10_000) }, 'no such language'), undefined);
  });
});

describe('the picture of a change', () => {
  const platform = aPlatform({ documents: [aDocument({ language: 'en' })] });

  it('names the document, the time, and the language of the quote', () => {
    const picture = changePicture(aChange(), platform, translatorFor('fr'));
    assert.equal(picture?.title, `Tunebox\u00a0: ${translatorFor('fr').text('document.Terms of Service')}`);
    assert.equal(picture?.source, 'https://tunebox.example/terms');
    assert.match(picture?.after?.label ?? '', /anglais/);
    assert.equal(picture?.before, undefined);
    assert.match(picture?.window ?? '', /1(?:er)? mai 2026/);
    assert.match(picture?.altText ?? '', /“We may use your uploads to train our AI models\.”/);
  });

  it('says from when an announced change holds', () => {
    const picture = changePicture(aChange({ holdsFrom: '2026-07-01' }), platform, t);
    assert.match(picture?.window ?? '', /holds from 1 July 2026\.$/);
  });

  it('is undefined where no passage was kept', () => {
    assert.equal(changePicture(aChange({ assessment: anAssessment({ evidence: [] }) }), platform, t), undefined);
  });
});

describe('the pictures in every language', () => {
  for (const language of LANGUAGES) {
    it(`are drawn in ${language}: four platforms, a long timeline and a change`, async () => {
      const t = translatorFor(language);
      const columns = ['Tunebox', 'Larkspool', 'UnitedArtists', 'Apple Pie Music'].map((name, i) => {
        const training: Position = (['opt-out', 'prohibited', 'permitted', 'silent'] as const)[i] ?? 'unclear';
        const notes: Partial<Record<Topic, string>> = i % 2 ? { scraping: 'x', pay: 'y' } : {};
        const researched = { training, asOf: '2026', confidence: 'high' as const, notes, sources: [] };
        return { platform: aPlatform({ name, researched }), documents: [] };
      });
      const entries = Array.from({ length: 20 }, (_, i): TimelineEntry => {
        const date = String(2010 + i);
        return {
          date,
          kind: 'event',
          event: { date, kind: 'deal', title: 'A deal', effect: '', topics: [], sources: [] },
        };
      });
      const pictures = [
        comparisonPicture(columns, t),
        timelinePicture(aPlatform(), entries, t),
        changePicture(aChange(), aPlatform(), t),
      ];
      for (const picture of pictures) {
        assert.ok(picture);
        assert.ok(picture.altText.length > 40);
        assert.equal((await draw(picture)).status, 'drawn');
      }
    });
  }
});
