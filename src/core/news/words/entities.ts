/**
 * Whom news may name beside the platforms of the catalog, and how a platform is named where its name is a word of everyday life,
 * another firm's, or a song's. An entry with the id of a platform says how that platform's names are written, in place of what the
 * catalog says of the same names, and adds names of its products.
 */
import type { WordList } from '../phrases.ts';

/** What a name stands for. Those of `NAMED_CLASSES` are told of by name; the others only say who acts. */
export type EntityClass = 'platform' | 'generator' | 'ai-company' | 'label' | 'society' | 'tracer';

export interface EntityName {
  /** Spellings, with commas between them, as `phrases.ts` reads them: with a capital letter as written, else in any case. */
  written: string;
  /** It is meant only where one of these stands in the item as well. */
  along?: WordList;
  /** With one of these in the item, something else is meant. */
  against?: WordList;
  /** The item must speak of music or a trade in it. */
  needs?: 'music';
}

export interface Entity {
  id: string;
  name: string;
  class: EntityClass;
  names: readonly EntityName[];
}

/** One that stands for a platform, a service or a company that makes machines: an item is about it. */
export const NAMED_CLASSES: ReadonlySet<EntityClass> = new Set(['platform', 'generator', 'ai-company']);

const entity = (id: string, name: string, kind: EntityClass, ...names: (string | EntityName)[]): Entity => ({
  id,
  name,
  class: kind,
  names: (names.length === 0 ? [name] : names).map((one) => (typeof one === 'string' ? { written: one } : one)),
});

const SPEAKS_OF_AI: WordList = {
  any: `AI, A.I., IA, KI, GenAI, Grok, OpenAI, ChatGPT, deepfake*, 生成AI, 学習, chatbot*`,
  en: `train*, scrap*, artificial, generat*, terms, developer agreement`,
  fr: `entrain*, conditions`,
  de: `train*, bedingungen`,
  es: `entren*, terminos`,
  it: `addestr*, termini`,
  pt: `trein*, termos`,
};

const SPEAKS_OF_GENERATORS: WordList = {
  any: `ai, ia, ki, udio, warner, sony, umg, universal, gema, licens*, generator*, lawsuit, riaa, 生成`,
};

export const ENTITIES: readonly Entity[] = [
  // ---- platforms of the catalog whose names need care -------------------------------------------
  entity('tidal', 'TIDAL', 'platform', {
    written: `Tidal, TIDAL`,
    against: {
      any: `Tidal Wave, Tidal Energy, Tidal Power, Tidal Basin`,
      en: `
        tidal energy, tidal power, tidal wave*, tidal flow*, tidal flood*, tidal range, tidal stream, tidal turbine*,
        tidal lagoon, tidal marsh*, tidal pool*, tidal force*, tidal basin, tidal current*, tidal surge, tidal river*,
        tidal flat*, tidal zone*, tidal volume, tidal lock*, turbine*, high tide, low tide, estuar*, coastal, seawater`,
    },
  }),
  entity(
    'suno',
    'Suno',
    'generator',
    { written: `suno ai, sunoが, sunoの, sunoを, sunoは, sunoと, suno`, needs: 'music', along: SPEAKS_OF_GENERATORS },
    {
      written: `Suno, SUNO`,
      against: {
        any: `
        Suno Notícias, Suno Asset, Suno Research, IFIX, Ibovespa, Suno Energias, Suno Agro, FII, FIIs, Suno TV,
        Radio Suno, Suno Recebíveis, Suno Fundo, B3`,
        pt: `fundo*, dividendo*, pregao, cotista*, investimento*, investidor*, fundos imobiliarios, bolsa de valores`,
        en: `bollywood, hindi film`,
      },
    },
  ),
  entity(
    'udio',
    'Udio',
    'generator',
    { written: `udio ai, udio`, needs: 'music', along: SPEAKS_OF_GENERATORS },
    {
      written: `Udio, UDIO`,
      against: { en: `headphone*, earbud*, soundbar*, loudspeaker*, subwoofer*, noise cancel*` },
    },
  ),
  entity('twitch', 'Twitch', 'platform', {
    written: `Twitch, TWITCH`,
    against: { en: `fast twitch, slow twitch, muscle*, twitch fib*, eyelid*, eye twitch, nerve*, twitchy` },
  }),
  entity('splice', 'Splice', 'platform', {
    written: `Splice, SPLICE`,
    against: {
      en: `gene*, rna, dna, spliced, genome, splice site*, fibre optic, fiber optic, crispr, film reel, cable`,
      de: `gen*, genschere, crispr`,
    },
    needs: 'music',
  }),
  entity('amuse', 'Amuse', 'platform', {
    written: `Amuse, AMUSE`,
    against: { en: `amuse bouche, to amuse, amuse itself, Amuse Inc`, fr: `s'amuse, amuse bouche, l'amuse` },
    needs: 'music',
  }),
  entity('tunecore', 'TuneCore', 'platform', 'TuneCore, Tunecore', {
    written: `Believe`,
    against: {
      any: `Cher, Make Believe, Believe in, Believe It`,
      en: `true believe*, believe in, i believe, we believe`,
    },
    needs: 'music',
  }),
  entity('subvert', 'Subvert', 'platform', { written: `Subvert`, needs: 'music' }),
  entity('mirlo', 'Mirlo', 'platform', {
    written: `Mirlo`,
    needs: 'music',
    against: { es: `mirlo comun, el mirlo, aves, pajaro*` },
  }),
  entity('instagram', 'Instagram', 'platform', 'instagram'),
  entity('youtube', 'YouTube', 'platform', `youtube, YouTubeの, Dream Track, Content ID, Music AI Sandbox`),
  entity('spotify', 'Spotify', 'platform', `spotify, Release Radar, Discover Weekly, Spotify DJ, スポティファイ`),
  entity('apple-music', 'Apple Music', 'platform', 'apple music'),
  entity('cdbaby', 'CD Baby', 'platform', `CDBaby, CD Baby`),
  entity('distrokid', 'DistroKid', 'platform', `Distro Kid, distrokid`),
  entity('stable-audio', 'Stable Audio', 'generator', `Stable Audio, StableAudio`, {
    written: `Stability AI, Stability`,
    along: { any: `AI, IA, KI, Stable Audio, Stable Diffusion, Getty` },
    needs: 'music',
  }),
  entity('elevenlabs-music', 'ElevenLabs', 'generator', `Eleven Music, ElevenMusic`, {
    written: `ElevenLabs, Elevenlabs, Eleven Labs, elevenlabs`,
    needs: 'music',
  }),
  entity('pond5', 'Pond5', 'platform', `Pond5`),
  entity('symphonic', 'Symphonic Distribution', 'platform', {
    written: `Symphonic`,
    along: {
      any: `AI, IA, KI, TuneCore, DistroKid, CD Baby`,
      en: `distribut*, clients, releases, accounts, catalog*, generators`,
      fr: `distribut*`,
      de: `vertrieb*`,
      es: `distribu*`,
      it: `distribu*`,
      pt: `distribu*, fonograma*, treino`,
    },
    against: { en: `symphonic metal, symphonic poem*, orchestra, symphonic works` },
  }),
  entity('ditto', 'Ditto Music', 'platform', {
    written: `Ditto`,
    along: { any: `AI, IA, KI, TuneCore, DistroKid`, en: `distributor*, royalt*, deliver*` },
  }),
  entity('epidemic-sound', 'Epidemic Sound', 'platform', `epidemic sound, Epidemic's`),

  // ---- platforms and services the catalog lacks -------------------------------------------------
  entity(
    'x',
    'X (Twitter)',
    'platform',
    `Twitter`,
    {
      written: `X`,
      along: { any: `Grok, Twitter, tweets, tuits, Musk, xAI, ツイート`, en: `posts, tweets` },
    },
    {
      written: `on X, of X, X's, X Corp, X users, sur X, auf X, en X, su X, no X, X sues, X updates, X will, X says, X bans, Xの, Xが, Xは, Elon Musk's X`,
      along: SPEAKS_OF_AI,
    },
  ),
  entity('meta', 'Meta', 'ai-company', {
    written: `Meta, Meta Platforms, メタ`,
    along: SPEAKS_OF_AI,
    against: {
      en: `meta analysis, meta analyses, meta study`,
      de: `meta analyse, metaanalyse`,
      fr: `meta analyse`,
      es: `la meta, meta de, metas`,
      it: `meta analisi, la meta`,
      pt: `a meta, meta de`,
    },
  }),
  entity('facebook', 'Facebook', 'platform', 'facebook'),
  entity('threads', 'Threads', 'platform', {
    written: `Threads`,
    along: { any: `Meta, Instagram, Facebook, Zuckerberg` },
  }),
  entity('wetransfer', 'WeTransfer', 'platform', 'wetransfer'),
  entity('discord', 'Discord', 'platform', {
    written: `Discord`,
    against: { any: `Discord Records, Dischord`, en: `sow* discord, family discord, discord among, discord over` },
  }),
  entity('snapchat', 'Snapchat', 'platform', 'snapchat'),
  entity('reddit', 'Reddit', 'platform', 'reddit'),
  entity('substack', 'Substack', 'platform', 'substack'),
  entity('bluesky', 'Bluesky', 'platform', 'Bluesky, BlueSky'),
  entity('rumble', 'Rumble', 'platform', { written: `Rumble`, along: { any: `AI, video platform, Trump Media` } }),
  entity('vimeo', 'Vimeo', 'platform', 'vimeo'),
  entity('dailymotion', 'Dailymotion', 'platform', 'dailymotion'),
  entity('deviantart', 'DeviantArt', 'platform', 'deviantart'),
  entity('kickstarter', 'Kickstarter', 'platform', 'kickstarter'),
  entity('ko-fi', 'Ko-fi', 'platform', 'Ko-fi, Ko-Fi'),
  entity('roblox', 'Roblox', 'platform', 'roblox'),
  entity('steam', 'Steam', 'platform', {
    written: `Steam`,
    along: { any: `Valve`, en: `games, developers`, de: `Spiele` },
  }),
  entity('iheart', 'iHeart', 'platform', 'iHeart, iHeartRadio, iHeartMedia'),
  entity('pandora', 'Pandora', 'platform', {
    written: `Pandora`,
    needs: 'music',
    against: { any: `Avatar, Pandora's`, en: `pandora's box, jewel*` },
  }),
  entity('siriusxm', 'SiriusXM', 'platform', 'siriusxm'),
  entity('lastfm', 'Last.fm', 'platform', 'last.fm'),
  entity('anghami', 'Anghami', 'platform'),
  entity('gaana', 'Gaana', 'platform'),
  entity('jiosaavn', 'JioSaavn', 'platform', 'jiosaavn'),
  entity('line-music', 'LINE MUSIC', 'platform', 'line music'),
  entity('netease', 'NetEase', 'platform', 'netease, ネットイース'),
  entity('tencent', 'Tencent', 'platform', 'tencent, QQ Music, テンセント'),
  entity('audius', 'Audius', 'platform'),
  entity('beatstars', 'BeatStars', 'platform', 'BeatStars, Beatstars'),
  entity('beatpass', 'BeatPass', 'platform'),
  entity('beatchain', 'Beatchain', 'platform'),
  entity('rapchat', 'Rapchat', 'platform'),
  entity('radiotunez', 'RadioTunez', 'platform'),
  entity('ableton', 'Ableton', 'platform'),
  entity('native-instruments', 'Native Instruments', 'platform'),
  entity('izotope', 'iZotope', 'platform', 'izotope'),
  entity('moises', 'Moises', 'platform', {
    written: `Moises, Moises AI`,
    needs: 'music',
    along: { any: `AI, IA, app, stem*, Music AI` },
  }),
  entity('emastered', 'eMastered', 'platform', 'emastered'),
  entity('tallracks', 'Tallracks', 'platform'),
  entity('narasu', 'Narasu', 'platform'),
  entity('artlist', 'Artlist', 'platform'),
  entity('musicbed', 'Musicbed', 'platform'),
  entity('shutterstock', 'Shutterstock', 'platform', { written: `Shutterstock` }),
  entity('getty', 'Getty Images', 'platform', `Getty Images`, {
    written: `Getty`,
    along: { any: `Stability, AI, Shutterstock, image*` },
  }),
  entity('adobe', 'Adobe', 'ai-company', `Adobe, Adobe Firefly, Firefly`),

  // ---- generators --------------------------------------------------------------------------------
  entity('klay', 'KLAY', 'generator', `KLAY, Klay Vision`, {
    written: `Klay`,
    needs: 'music',
    against: { any: `Thompson, Warriors, Mavericks` },
  }),
  entity('songfox', 'Songfox', 'generator'),
  entity('boomy', 'Boomy', 'generator'),
  entity('mureka', 'Mureka', 'generator'),
  entity('aiva', 'AIVA', 'generator'),
  entity('soundraw', 'SOUNDRAW', 'generator', 'soundraw'),
  entity('google-lyria', 'Google Lyria', 'generator', `Lyria, Flow Music, MusicLM, ProducerAI, Producer.ai`),

  // ---- companies that make other machines --------------------------------------------------------
  entity('openai', 'OpenAI', 'ai-company', 'openai, chatgpt, Sora, GPT-5, GPT-4, Sam Altman'),
  entity('anthropic', 'Anthropic', 'ai-company', { written: `Anthropic, Claude AI, アンソロピック` }),
  entity('microsoft', 'Microsoft', 'ai-company'),
  entity('nvidia', 'NVIDIA', 'ai-company', 'nvidia, エヌビディア'),
  entity('mistral', 'Mistral', 'ai-company', { written: `Mistral, Mistral AI`, along: { any: `AI, IA, KI, Le Chat` } }),
  entity('perplexity', 'Perplexity', 'ai-company'),
  entity('cohere', 'Cohere', 'ai-company', { written: `Cohere` }),
  entity('midjourney', 'Midjourney', 'ai-company', 'midjourney'),
  entity('bytedance', 'ByteDance', 'ai-company', 'bytedance, Seedance, バイトダンス'),

  // ---- labels, and those who speak for musicians -------------------------------------------------
  entity(
    'universal-music',
    'Universal Music',
    'label',
    `Universal Music, UMG, ユニバーサル・ミュージック, ユニバーサルミュージック`,
    { written: `Universal`, needs: 'music' },
  ),
  entity('sony-music', 'Sony Music', 'label', `Sony Music, ソニー・ミュージック, ソニーミュージック`, {
    written: `Sony`,
    needs: 'music',
  }),
  entity('warner-music', 'Warner Music', 'label', `Warner Music, WMG, ワーナー・ミュージック, ワーナーミュージック`, {
    written: `Warner`,
    needs: 'music',
  }),
  entity('independents', 'independent labels', 'label', `Merlin, Concord, Kobalt, Downtown Music, Secretly, Beggars`),
  entity('gema', 'GEMA', 'society', 'GEMA, Gema'),
  entity('sacem', 'SACEM', 'society', 'SACEM, Sacem'),
  entity('prs', 'PRS for Music', 'society', 'PRS for Music, PRS'),
  entity('jasrac', 'JASRAC', 'society', 'jasrac'),
  entity(
    'tracers',
    'firms that trace',
    'tracer',
    `Musical AI, Sureel, Vermillio, Fairly Trained, ProRata, SoundPatrol, Audible Magic, Pex`,
  ),
];

/** Behind these words stands a platform that another is likened to. */
export const LIKENED_BEFORE: readonly string[] = [
  'follow(?:s|ed|ing)? (?:in the footsteps|the lead|the example) of',
  'emboît(?:e|ent|ant) le pas à',
  'dans les pas de',
  "à l[’']instar de",
  'folg(?:t|en) dem Beispiel von',
  'nach dem Vorbild von',
  'sigue(?:n)? los pasos de',
  'a imitación de',
  'segu(?:e|ono) le orme di',
  'sulle orme di',
  'segue(?:m)? os passos d[eoa]',
  'a exemplo d[eoa]',
];
/** The same, where the name comes first. */
export const LIKENED_AFTER: readonly string[] = ['に続き', 'に続いて', 'にならい'];
