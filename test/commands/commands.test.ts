import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commands } from '../../commands/index.ts';
import { MESSAGE_COMMAND_TYPE } from '../../src/app/reply/command.ts';
import { translatorFor } from '../../src/app/words/translator.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { Language } from '../../src/domain/vocabulary.ts';
import { aContext, aRequest, command, words } from '../helpers/run-command.ts';
import { aChange, anItem } from '../helpers/world.ts';

describe('the list of commands', () => {
  it('has unique names and keeps Discord’s limits', () => {
    const names = commands.map(({ data }) => data.name);
    assert.equal(new Set(names).size, names.length);
    for (const { data } of commands) {
      if (data.type === MESSAGE_COMMAND_TYPE) {
        assert.match(data.name, /^[A-Za-z ]{1,32}$/);
        assert.equal(data.description, undefined);
        continue;
      }
      const all = [data, ...(data.options ?? []), ...(data.options ?? []).flatMap(({ options }) => options ?? [])];
      for (const { name, description = '' } of all) {
        assert.match(name, /^[a-z]{1,32}$/);
        assert.ok(description.length >= 1 && description.length <= 100, `${name}: ${description.length}`);
      }
      assert.ok(JSON.stringify(data).length < 8000);
    }
  });

  it('requires Manage Server only for commands that change something', () => {
    assert.deepEqual(
      commands.filter(({ data }) => data.default_member_permissions === '32').map(({ data }) => data.name),
      ['alerts', 'settings'],
    );
  });

  it('is complete in /help', async () => {
    const { context } = aContext();
    const help = words(await command('help').execute(aRequest(), context));
    for (const { data } of commands) {
      const shown = data.type === MESSAGE_COMMAND_TYPE ? data.name : `/${data.name}`;
      if (data.name !== 'help') assert.match(help, new RegExp(`${shown}\\b`));
    }
    assert.match(help, /\/alerts add .*\n.*\/alerts list/);
  });
});

describe('a platform option', () => {
  it('finds names by alias and suggests them while typing', async () => {
    const { context } = aContext();
    const choices = await command('stance').autocomplete?.('platform', 'wb', aRequest(), context);
    assert.deepEqual(choices, [{ name: 'Wavebarn', value: 'wavebarn' }]);
    const answer = await command('stance').execute(aRequest({ options: { platform: 'TUNE BOX' } }), context);
    assert.equal(answer.title, 'Tunebox and AI');
  });

  for (const name of ['stance', 'clauses', 'timeline', 'changes', 'news', 'tools', 'optout']) {
    it(`with an unknown name gets the nearest names from /${name}`, async () => {
      const { context } = aContext();
      const answer = await command(name).execute(aRequest({ options: { platform: 'tunebx' } }), context);
      assert.equal(answer.ephemeral, true);
      assert.match(words(answer), /tunebx[\s\S]*Did you mean[\s\S]*Tunebox/);
    });
  }
});

describe('/stance', () => {
  it('says that no document has been read, and shows research apart', async () => {
    const { context } = aContext();
    const shown = words(await command('stance').execute(aRequest({ options: { platform: 'tunebox' } }), context));
    assert.match(shown, /None of its documents has been read by this bot yet/);
    assert.match(shown, /What people researched\nAs of January 2026, with low confidence/);
  });

  it('quotes the document with its date, and says on which topics it is silent', async () => {
    const { context, store } = aContext();
    const seen = '2026-05-01T10:00:00.000Z';
    await store.stances.put('tunebox/Terms of Service', {
      document: 'tunebox/Terms of Service',
      version: 'v',
      seen,
      training: 'prohibited',
      lines: [{ topic: 'training', quotes: [{ text: 'We **do not** train on uploads.', section: 'Licence' }] }],
    });
    await store.heads.put('tunebox/Terms of Service', {
      document: 'tunebox/Terms of Service',
      current: { version: 'v', identity: 'i', firstSeen: seen, lastSeen: '2026-05-31T10:00:00.000Z' },
      earlier: {},
      said: {},
      returns: 0,
    });
    const shown = words(await command('stance').execute(aRequest({ options: { platform: 'tunebox' } }), context));
    assert.match(shown, /Terms of Service · Licence\n {2}> We do not train on uploads\./);
    assert.match(shown, /promises not to train AI on your content or data, last verified 31 May 2026/);
    assert.match(shown, /On every other topic the documents do not say/);
  });
});

it('/stance dates an imported text by its recording and does not claim that it still stands', async () => {
  const { context, store } = aContext();
  const document = 'tunebox/Terms of Service';
  await store.stances.put(document, {
    document,
    version: 'v',
    seen: '2024-09-01T10:00:00.000Z',
    training: 'silent',
    lines: [],
  });
  const shown = words(await command('stance').execute(aRequest({ options: { platform: 'tunebox' } }), context));
  assert.match(shown, /as recorded on 1 September 2024; not read by this bot yet/);
});

describe('/clauses', () => {
  async function withStance() {
    const { context, store } = aContext();
    const document = 'tunebox/Terms of Service';
    const quote = (text: string) => ({ text, section: 'AI' });
    await store.stances.put(document, {
      document,
      version: 'v',
      seen: '2026-05-01T10:00:00.000Z',
      training: 'prohibited',
      lines: [
        { topic: 'training', quotes: [quote('We **do not** train on uploads.')] },
        { topic: 'likeness', quotes: [quote('Voice clones are not allowed.')] },
      ],
    });
    return context;
  }
  const about = (options: Record<string, string>) => aRequest({ options: { platform: 'tunebox', ...options } });

  it('quotes every document with its date, topic by topic', async () => {
    const shown = words(await command('clauses').execute(about({}), await withStance()));
    assert.match(
      shown,
      /Terms of Service\nAs first seen on 1 May 2026[\s\S]*> We do not train on uploads\.[\s\S]*> Voice clones/,
    );
  });

  it('quotes only the topic asked for, and says when there is nothing about it', async () => {
    const context = await withStance();
    assert.doesNotMatch(
      words(await command('clauses').execute(about({ topic: 'likeness' }), context)),
      /train on uploads/,
    );
    assert.match(
      words(await command('clauses').execute(about({ topic: 'pay' }), context)),
      /do not say anything about pay/,
    );
    assert.deepEqual(command('clauses').optionsFromArgs?.('tunebox/likeness'), {
      platform: 'tunebox',
      topic: 'likeness',
    });
  });

  it('says when no document has been read', async () => {
    assert.match(
      words(await command('clauses').execute(about({}), aContext().context)),
      /has been read by this bot yet/,
    );
  });
});

describe('/compare', () => {
  it('shows platforms side by side, with documents and research apart', async () => {
    const { context, store } = aContext({
      researched: {
        training: 'opt-in',
        asOf: '2026-01',
        confidence: 'high',
        notes: { likeness: 'No clones.' },
        sources: [],
      },
    });
    const document = 'tunebox/Terms of Service';
    const lines = [{ topic: 'training' as const, quotes: [{ text: 'We ask first.', section: '' }] }];
    await store.stances.put(document, {
      document,
      version: 'v',
      seen: '2026-05-01T10:00:00.000Z',
      training: 'opt-in',
      lines,
    });
    const options = { platform: 'tunebox', second: 'wb', third: 'tunebox' };
    const answer = await command('compare').execute(aRequest({ options }), context);
    assert.equal(answer.title, 'Tunebox · Wavebarn');
    assert.match(
      words(answer),
      /Tunebox: trains AI on .* consent \(Terms of Service\)\n- Wavebarn: none of its documents/,
    );
    assert.match(words(answer), /Voice and likeness\n- Tunebox: 📌 No clones\.\n- Wavebarn: nothing known/);
    assert.deepEqual(command('compare').optionsFromArgs?.('tunebox/wavebarn'), {
      platform: 'tunebox',
      second: 'wavebarn',
    });
  });
});

describe('/tools and /optout', () => {
  const request = aRequest({ options: { platform: 'tunebox' } });

  it('show what was researched, with its sources', async () => {
    const { context } = aContext({
      tools: [{ name: 'Mastermix', what: 'Masters a track.', since: '2024-05', sources: ['https://press.example/m'] }],
      optOut: {
        how: 'Switch it off in the settings.',
        steps: ['Open the settings.', { en: 'Switch it off.', fr: 'Désactivez.' }],
        url: 'https://tunebox.example/settings',
        asOf: '2026-08',
        sources: ['https://press.example/off'],
      },
    });
    assert.match(
      words(await command('tools').execute(request, context)),
      /Mastermix: Masters a track\. Since May 2024\. Source: press\.example/,
    );
    const optout = await command('optout').execute(request, context);
    assert.match(
      words(optout),
      /Switch it off in the settings\.[\s\S]*1\. Open the settings\.[\s\S]*2\. Switch it off\./,
    );
    assert.match(words(optout), /August 2026\. Source: press\.example/);
    assert.deepEqual(optout.buttons?.[0], { label: 'Opt-out page', url: 'https://tunebox.example/settings' });
  });

  it('say that nothing is known, without concluding anything from it', async () => {
    const { context } = aContext();
    assert.match(words(await command('tools').execute(request, context)), /No AI tool of this platform is known/);
    assert.match(words(await command('optout').execute(request, context)), /does not mean there is none/);
  });
});

describe('/news', () => {
  it('lists each story once with its outlets, newest first, of one platform or of all', async () => {
    const { context, store } = aContext();
    const story = (id: string, day: string, platforms: string[], count: number) => ({
      id,
      platforms,
      topics: ['training' as const],
      kind: 'press-report' as const,
      label: 'digest' as const,
      firstSeen: `${day}T10:00:00.000Z`,
      items: Array.from({ length: count }, (_, i) => anItem({ title: `Story ${id}`, outlet: `Outlet ${i + 1}` })),
    });
    await store.stories.put('a', story('a', '2026-05-01', ['tunebox'], 3));
    await store.stories.put('b', story('b', '2026-05-09', ['wavebarn'], 1));
    const ofAll = words(await command('news').execute(aRequest(), context));
    assert.match(
      ofAll,
      /9 May 2026 · .*Wavebarn · Story b[\s\S]*1 May 2026 · .*Tunebox · Story a .*\(Outlet 1 and 2 more\)/,
    );
    const ofTunebox = words(await command('news').execute(aRequest({ options: { platform: 'tunebox' } }), context));
    assert.doesNotMatch(ofTunebox, /Story b/);
  });
});

describe('/timeline and /changes', () => {
  it('show catalog events and recorded changes together, each in its own order', async () => {
    const { context, store } = aContext();
    await store.changes.put('c', aChange({ id: 'c', origin: 'Open Terms Archive' }));
    const request = aRequest({ options: { platform: 'tunebox' } });
    const timeline = words(await command('timeline').execute(request, context));
    assert.match(
      timeline,
      /February 2024 · terms changed · A quiet clause[\s\S]*press\.example[\s\S]*1 May 2026 · Terms of Service · major change/,
    );
    const changes = words(await command('changes').execute(request, context));
    assert.match(changes, /1 May 2026 · Terms of Service[\s\S]*We may use your uploads to train[\s\S]*February 2024/);
    assert.match(changes, /recorded by Open Terms Archive/);
  });

  it('show the passages of a change unrelated to AI before and after', async () => {
    const { context, store } = aContext();
    const assessment = { ...aChange().assessment, significance: 'none' as const, evidence: [], topics: [] };
    const edits = [
      {
        before: { side: 'old' as const, section: 'Law', text: 'Irish law.' },
        after: { side: 'new' as const, section: 'Law', text: 'German law.' },
      },
    ];
    await store.changes.put('c', aChange({ id: 'c', assessment, edits, editCount: 4 }));
    const shown = words(await command('changes').execute(aRequest({ options: { platform: 'tunebox' } }), context));
    assert.match(
      shown,
      /nothing it says about AI did[\s\S]*Before · Law\n {2}> Irish law\.[\s\S]*Now · Law\n {2}> German law\.[\s\S]*and 3 more passages/,
    );
  });

  it('/changes without a platform lists changes about AI of all platforms', async () => {
    const { context, store } = aContext();
    assert.match(words(await command('changes').execute(aRequest(), context)), /No change about AI is recorded yet/);
    await store.changes.put('c', aChange({ id: 'c' }));
    assert.match(words(await command('changes').execute(aRequest(), context)), /Tunebox[\s\S]*major change/);
  });
});

describe('/status', () => {
  it('lists each failing source in one line', async () => {
    const { context, store } = aContext();
    await store.sources.put('tunebox/Terms of Service', {
      id: 'tunebox/Terms of Service',
      kind: 'document',
      url: 'https://tunebox.example/terms',
      lastLook: '2026-06-01T11:00:00.000Z',
      problem: {
        code: 'too-large',
        detail: 'the page is larger than 8 MB',
        since: '2026-06-01T10:00:00.000Z',
        times: 2,
      },
    });
    const shown = words(await command('status').execute(aRequest(), context));
    assert.match(shown, /1 document watched, 0 read/);
    assert.match(
      shown,
      /tunebox\/Terms of Service the page is larger than 8 MB \(since 1 June 2026 10:00 UTC, 2 looks; never read so far\)/,
    );
  });
});

describe('/status with a failing store', () => {
  const failing = { since: '2026-06-01T10:00:00.000Z', times: 3 };
  const ask = async (language: Language) => {
    const { context, store } = aContext();
    const unreadable = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => `outbox:${key}`);
    const problems = () => ({ writing: { ...failing, fault: 'full' as const }, unreadable });
    const readModel = { ...context.readModel, store: { ...store, problems } };
    return command('status').execute(aRequest(), { ...context, readModel, t: translatorFor(language) });
  };

  it('says since when and why nothing can be written, and names the first damaged values', async () => {
    const answer = await ask('en');
    assert.equal(answer.tone, 'trouble');
    assert.match(words(answer), /Cannot be written since 1 June 2026 10:00 UTC \(3 tries\): the disk is full\./);
    assert.match(words(answer), /6 stored values are damaged and passed over: .*outbox:a.*outbox:e.* …/);
    assert.doesNotMatch(words(answer), /outbox:f/);
  });

  it('answers even when nothing can be read', async () => {
    const { context, store } = aContext();
    const unread = (): never => {
      throw new Error('database disk image is malformed');
    };
    const problems = () => ({ reading: { ...failing, fault: 'damaged' as const }, unreadable: [] });
    const readModel = {
      ...context.readModel,
      store: { ...store, problems, sources: { ...store.sources, entries: unread } },
    };
    const answer = await command('status').execute(aRequest(), { ...context, readModel });
    assert.match(words(answer), /Cannot be read since 1 June 2026 10:00 UTC \(3 tries\): the file is damaged;/);
  });

  it('answers in every language', async () => {
    const [fr, de, es] = await Promise.all((['fr', 'de', 'es'] as const).map(ask));
    assert.match(words(fr as Answer), /Écriture impossible .*le disque est plein/);
    assert.match(words(de as Answer), /nicht geschrieben werden .*die Festplatte ist voll/);
    assert.match(words(es as Answer), /No se puede escribir .*el disco está lleno/);
  });
});
