import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNewsAnalyser } from '../../../src/core/news/news-analysis.ts';
import { REPORTABLE_CLASSES } from '../../../src/core/news/words/gazetteer.ts';
import type { NewsItem } from '../../../src/domain/news.ts';
import { newsItem, PLATFORMS } from './news-fixtures.ts';

const analyse = createNewsAnalyser(PLATFORMS);
const named = (title: string, overrides: Partial<NewsItem> = {}) =>
  analyse(newsItem(title, '', overrides))
    .entities.filter(({ entityClass }) => REPORTABLE_CLASSES.has(entityClass))
    .map(({ id }) => id);

const ROWS: [what: string, title: string, platforms: string[]][] = [
  ['a name', 'Spotify changes its rules for AI songs', ['spotify']],
  ['an alias in another script', 'スポティファイが規約を変更', ['spotify']],
  ['an alias with voicing marks', 'ディーザーがAI楽曲に表示', ['deezer']],
  ['a word that differs by a voicing mark', 'AI楽曲のティーザーを公開', []],
  ['one that another is likened to', 'Spotify follows the lead of Deezer on AI songs', ['spotify']],
  ['the same in French', 'Spotify emboîte le pas à Deezer : des badges pour l’IA', ['spotify']],
  ['the same in Japanese', 'Deezerに続き、SpotifyもAI楽曲に表示', ['spotify']],
  [
    'one that is likened and does something as well',
    'After Spotify follows the lead of Deezer, Deezer answers',
    ['spotify', 'deezer'],
  ],
  ['a name in any case', 'what SPOTIFY and bandcamp say', ['spotify', 'bandcamp']],
  ['a name inside a longer word is none', 'The Spotifyification of radio', []],
  ['a name with a possessive', "Bandcamp's rule on machine-made music", ['bandcamp']],
  ['two letters stand for too many things', 'SC and IG on AI music', []],
  ['Tidal the service', 'Tidal stops paying for AI songs', ['tidal']],
  ['tidal the adjective', 'New tidal turbine feeds the grid', []],
  ['Tidal in a headline about water', 'Tidal Energy Firm Uses Machine Learning', []],
  ['Twitch the service', 'Twitch lets streamers flag AI music', ['twitch']],
  ['fast-twitch muscles', 'Fast-Twitch Fibres and Music That Helps You Run', []],
  ['Suno the generator', 'Suno opens its song model to developers', ['suno']],
  ['a fund house of that name', 'Suno Asset lança fundo de energia e paga dividendos', []],
  ['Splice with music around it', 'Splice adds AI samples for producers', ['splice']],
  ['splice as biology', 'How cells splice RNA', []],
  ['Udio the generator', 'Udio and a label agree', ['udio']],
  ['a misprint in a review of headphones', 'Headphones with Udio quality', []],
  ['Amuse the distributor', 'Distributor Amuse asks artists about AI', ['amuse']],
  ['amuse the verb', 'AI songs amuse the crowd', []],
  ['Believe the group', 'Believe blocks AI songs at its distribution arm', ['tunecore']],
  ['believe the verb', 'Believe in music, not in AI', []],
  ['Meta the firm', 'Meta asks musicians to let AI learn from songs', ['meta']],
  ['Meta the firm and a platform of it', 'Meta asks Instagram users to let AI learn from reels', ['instagram', 'meta']],
  ['a platform that the catalog lacks', 'WeTransfer takes an AI clause back', ['wetransfer']],
  ['a network of one letter', 'X trains Grok on your posts', ['x']],
  ['one letter alone', 'Studio X opens, with AI on show', []],
  ['a product that stands for its maker', 'Lyria composes on demand', ['google-lyria']],
  ['Discord the service', 'Discord lets bots answer with AI', ['discord']],
  ['a generator in small letters', 'sony and suno sign a licence for songs', ['suno']],
  ['a label is none of those that are told of', 'Warner and an AI firm talk of music licences', []],
  ['a meta-analysis', 'Meta-analysis: music and AI in therapy', []],
];
for (const [what, title, platforms] of ROWS)
  test(what, () => assert.deepEqual(named(title).toSorted(), platforms.toSorted()));

test('a newsroom speaks of its platform even where it does not say its name', () => {
  assert.deepEqual(named('Our view on AI music', { official: true, platform: 'deezer', outlet: 'Newsroom' }), [
    'deezer',
  ]);
  assert.deepEqual(named('Our view on AI music', { official: true, outlet: 'Deezer Blog' }), ['deezer']);
});
test("a newspaper's own name is no platform", () => {
  assert.deepEqual(named('Our view on AI music', { outlet: 'Suno Notícias' }), []);
});
