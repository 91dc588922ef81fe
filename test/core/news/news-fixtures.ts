/** A few platforms of the catalog, and press items, for tests of news. */
import type { Platform } from '../../../src/domain/catalog.ts';
import type { NewsItem } from '../../../src/domain/news.ts';
import { anItem, aPlatform } from '../../helpers/world.ts';

const platform = (id: string, name: string, kind: Platform['kind'], aliases: string[] = []): Platform =>
  aPlatform({ id, name, kind, aliases });

export const PLATFORMS: readonly Platform[] = [
  platform('spotify', 'Spotify', 'streaming', ['Spotify for Artists', 'S4A', 'スポティファイ']),
  platform('tidal', 'TIDAL', 'streaming', ['Tidal Music']),
  platform('deezer', 'Deezer', 'streaming', ['ディーザー']),
  platform('soundcloud', 'SoundCloud', 'hosting', ['SC', 'SoundCloud Global']),
  platform('youtube', 'YouTube', 'hosting', ['YouTube Music', 'YT']),
  platform('bandcamp', 'Bandcamp', 'marketplace'),
  platform('twitch', 'Twitch', 'social'),
  platform('tiktok', 'TikTok', 'social', ['ByteDance']),
  platform('instagram', 'Instagram', 'social', ['IG', 'Meta']),
  platform('splice', 'Splice', 'sample-library'),
  platform('pond5', 'Pond5', 'sample-library', ['Pond5 / Shutterstock']),
  platform('tunecore', 'TuneCore', 'distributor', ['TuneCore (Believe)']),
  platform('amuse', 'Amuse', 'distributor'),
  platform('suno', 'Suno', 'ai-generator', ['Suno AI']),
  platform('udio', 'Udio', 'ai-generator'),
  platform('stable-audio', 'Stable Audio', 'ai-generator', ['Stability AI']),
];

/** An item of the press, which names no platform as its source. */
export const newsItem = (title: string, summary = '', overrides: Partial<NewsItem> = {}): NewsItem =>
  anItem({ title, summary, outlet: 'The Daily Chord', official: false, platform: undefined, ...overrides });

/** A press item of that day. */
export const datedItem = (date: string, title: string, summary = '', overrides: Partial<NewsItem> = {}): NewsItem =>
  newsItem(title, summary, { date: `${date}T08:00:00.000Z`, id: title, ...overrides });
