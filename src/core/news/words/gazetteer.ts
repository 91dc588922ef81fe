/**
 * The gazetteer: whom news may name besides the platforms of the catalog, and which context a name needs where it is a common word,
 * another company or a song. An entry with the id of a catalog platform replaces the spellings that it shares with the catalog.
 */
import type { PhraseList } from '../phrase-search.ts';

export const ENTITY_CLASSES = ['platform', 'generator', 'ai-company', 'label', 'society', 'tracer'] as const;
export type EntityClass = (typeof ENTITY_CLASSES)[number];

export interface NameRule {
  /** Comma-separated phrases (phrase-search.ts). */
  spellings: string;
  /** The name counts only where one of these is in the item. */
  requiresAnyOf?: PhraseList;
  /** The name does not count where one of these is in the item. */
  excludedBy?: PhraseList;
  /** The name counts only where the item mentions music or AI. */
  requiresMusicOrAi?: true;
}

export interface Entity {
  id: string;
  name: string;
  entityClass: EntityClass;
  names: readonly NameRule[];
}

/** Entities that an item is reported to be about; the others only say who acts. */
export const REPORTABLE_CLASSES: ReadonlySet<EntityClass> = new Set(['platform', 'generator', 'ai-company']);

/** @param names spellings with or without conditions; by default the name itself. */
const entity = (id: string, name: string, entityClass: EntityClass, ...names: (string | NameRule)[]): Entity => ({
  id,
  name,
  entityClass,
  names: (names.length === 0 ? [name] : names).map((rule) => (typeof rule === 'string' ? { spellings: rule } : rule)),
});

const AI_CONTEXT: PhraseList = {
  any: `AI, A.I., IA, KI, GenAI, Grok, OpenAI, ChatGPT, deepfake*, 生成AI, 学習, chatbot*`,
  en: `train*, scrap*, artificial, generat*, terms, developer agreement`,
  fr: `entrain*, conditions`,
  de: `train*, bedingungen`,
  es: `entren*, terminos`,
  it: `addestr*, termini`,
  pt: `trein*, termos`,
};

const GENERATOR_CONTEXT: PhraseList = {
  any: `ai, ia, ki, udio, warner, sony, umg, universal, gema, licens*, generator*, lawsuit, riaa, 生成`,
};

export const GAZETTEER: readonly Entity[] = [
  // ---- platforms of the catalog with ambiguous names --------------------------------------------
  entity('tidal', 'TIDAL', 'platform', {
    spellings: `Tidal, TIDAL`,
    excludedBy: {
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
    { spellings: `suno ai, suno, スーノ`, requiresMusicOrAi: true, requiresAnyOf: GENERATOR_CONTEXT },
    {
      spellings: `Suno, SUNO`,
      excludedBy: {
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
    { spellings: `udio ai, udio`, requiresMusicOrAi: true, requiresAnyOf: GENERATOR_CONTEXT },
    {
      spellings: `Udio, UDIO`,
      excludedBy: { en: `headphone*, earbud*, soundbar*, loudspeaker*, subwoofer*, noise cancel*` },
    },
  ),
  entity('twitch', 'Twitch', 'platform', {
    spellings: `Twitch, TWITCH`,
    excludedBy: { en: `fast twitch, slow twitch, muscle*, twitch fib*, eyelid*, eye twitch, nerve*, twitchy` },
  }),
  entity('splice', 'Splice', 'platform', {
    spellings: `Splice, SPLICE`,
    excludedBy: {
      en: `gene*, rna, dna, spliced, genome, splice site*, fibre optic, fiber optic, crispr, film reel, cable`,
      de: `gen*, genschere, crispr`,
    },
    requiresMusicOrAi: true,
  }),
  entity('amuse', 'Amuse', 'platform', {
    spellings: `Amuse, AMUSE`,
    excludedBy: { en: `amuse bouche, to amuse, amuse itself, Amuse Inc`, fr: `s'amuse, amuse bouche, l'amuse` },
    requiresMusicOrAi: true,
  }),
  entity('tunecore', 'TuneCore', 'platform', 'TuneCore, Tunecore', {
    spellings: `Believe`,
    excludedBy: {
      any: `Cher, Make Believe, Believe in, Believe It`,
      en: `true believe*, believe in, i believe, we believe`,
    },
    requiresMusicOrAi: true,
  }),
  entity('subvert', 'Subvert', 'platform', { spellings: `Subvert`, requiresMusicOrAi: true }),
  entity('mirlo', 'Mirlo', 'platform', {
    spellings: `Mirlo`,
    requiresMusicOrAi: true,
    excludedBy: { es: `mirlo comun, el mirlo, aves, pajaro*` },
  }),
  entity('instagram', 'Instagram', 'platform', 'instagram'),
  entity(
    'youtube',
    'YouTube',
    'platform',
    `youtube, YouTubeの, Dream Track, Content ID, Music AI Sandbox, ユーチューブ`,
  ),
  entity(
    'spotify',
    'Spotify',
    'platform',
    `spotify, Release Radar, Discover Weekly, Spotify DJ, スポティファイ, スポティファイの`,
  ),
  entity('apple-music', 'Apple Music', 'platform', 'apple music', {
    spellings: `Apple`,
    requiresAnyOf: {
      any: `music, Spotify, Deezer, songs, streaming`,
      en: `labels and distributors, tracks`,
      ja: `音楽, 楽曲`,
    },
    excludedBy: { any: `Apple Intelligence, Siri, iPhone, iPad, MacBook, Apple TV, AirPods` },
    requiresMusicOrAi: true,
  }),
  entity('amazon-music', 'Amazon Music', 'platform', 'amazon music', {
    spellings: `Amazon, Alexa`,
    requiresAnyOf: { any: `music, Spotify, Deezer, song, songs, sing, singer, streaming`, ja: `音楽, 楽曲` },
    excludedBy: { any: `AWS, Prime Video, Bedrock`, en: `warehouse*, rainforest, delivery, amazon forest` },
    requiresMusicOrAi: true,
  }),
  entity('cdbaby', 'CD Baby', 'platform', `CDBaby, CD Baby`),
  entity('distrokid', 'DistroKid', 'platform', `Distro Kid, distrokid`),
  entity('stable-audio', 'Stable Audio', 'generator', `Stable Audio, StableAudio`, {
    spellings: `Stability AI, Stability`,
    requiresAnyOf: { any: `AI, IA, KI, Stable Audio, Stable Diffusion, Getty` },
    requiresMusicOrAi: true,
  }),
  entity('elevenlabs-music', 'ElevenLabs', 'generator', `Eleven Music, ElevenMusic`, {
    spellings: `ElevenLabs, Elevenlabs, Eleven Labs, elevenlabs`,
    requiresMusicOrAi: true,
  }),
  entity('pond5', 'Pond5', 'platform'),
  entity('symphonic', 'Symphonic Distribution', 'platform', {
    spellings: `Symphonic`,
    requiresAnyOf: {
      any: `AI, IA, KI, TuneCore, DistroKid, CD Baby`,
      en: `distribut*, clients, releases, accounts, catalog*, generators`,
      fr: `distribut*`,
      de: `vertrieb*`,
      es: `distribu*`,
      it: `distribu*`,
      pt: `distribu*, fonograma*, treino`,
    },
    excludedBy: { en: `symphonic metal, symphonic poem*, orchestra, symphonic works` },
  }),
  entity('ditto', 'Ditto Music', 'platform', {
    spellings: `Ditto`,
    requiresAnyOf: { any: `AI, IA, KI, TuneCore, DistroKid`, en: `distributor*, royalt*, deliver*` },
  }),
  entity('epidemic-sound', 'Epidemic Sound', 'platform', `epidemic sound, Epidemic's`),

  // ---- platforms and services the catalog lacks -------------------------------------------------
  entity('x', 'X (Twitter)', 'platform', `Twitter`, {
    spellings: `X`,
    requiresAnyOf: {
      any: `Grok, tweets, tuits, Musk, xAI, ツイート, X Corp`,
      en: `on X, X sues, X bans, X updates, X changes, X says, X users, X will`,
      fr: `sur X`,
      de: `auf X`,
      es: `en X, X cambia, X esta`,
      it: `su X`,
      pt: `no X`,
    },
  }),
  entity('meta', 'Meta', 'ai-company', {
    spellings: `Meta, Meta Platforms, メタ`,
    requiresAnyOf: AI_CONTEXT,
    excludedBy: {
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
    spellings: `Threads`,
    requiresAnyOf: { any: `Meta, Instagram, Facebook, Zuckerberg` },
  }),
  entity('wetransfer', 'WeTransfer', 'platform', 'wetransfer'),
  entity('discord', 'Discord', 'platform', {
    spellings: `Discord`,
    excludedBy: { any: `Discord Records, Dischord`, en: `sow* discord, family discord, discord among, discord over` },
  }),
  entity('snapchat', 'Snapchat', 'platform', 'snapchat'),
  entity('reddit', 'Reddit', 'platform', 'reddit'),
  entity('substack', 'Substack', 'platform', 'substack'),
  entity('bluesky', 'Bluesky', 'platform', 'Bluesky, BlueSky'),
  entity('rumble', 'Rumble', 'platform', {
    spellings: `Rumble`,
    requiresAnyOf: { any: `AI, video platform, Trump Media` },
  }),
  entity('vimeo', 'Vimeo', 'platform', 'vimeo'),
  entity('dailymotion', 'Dailymotion', 'platform', 'dailymotion'),
  entity('deviantart', 'DeviantArt', 'platform', 'deviantart'),
  entity('kickstarter', 'Kickstarter', 'platform', 'kickstarter'),
  entity('ko-fi', 'Ko-fi', 'platform', 'Ko-fi, Ko-Fi'),
  entity('roblox', 'Roblox', 'platform', 'roblox'),
  entity('steam', 'Steam', 'platform', {
    spellings: `Steam`,
    requiresAnyOf: { any: `Valve`, en: `games, developers`, de: `Spiele` },
  }),
  entity('iheart', 'iHeart', 'platform', 'iHeart, iHeartRadio, iHeartMedia'),
  entity('pandora', 'Pandora', 'platform', {
    spellings: `Pandora`,
    requiresMusicOrAi: true,
    excludedBy: { any: `Avatar, Pandora's`, en: `pandora's box, jewel*` },
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
    spellings: `Moises, Moises AI`,
    requiresMusicOrAi: true,
    requiresAnyOf: { any: `AI, IA, app, stem*, Music AI` },
  }),
  entity('emastered', 'eMastered', 'platform', 'emastered'),
  entity('tallracks', 'Tallracks', 'platform'),
  entity('narasu', 'Narasu', 'platform'),
  entity('artlist', 'Artlist', 'platform'),
  entity('musicbed', 'Musicbed', 'platform'),
  entity('shutterstock', 'Shutterstock', 'platform'),
  entity('getty', 'Getty Images', 'platform', `Getty Images`, {
    spellings: `Getty`,
    requiresAnyOf: { any: `Stability, AI, Shutterstock, image*` },
  }),
  entity('adobe', 'Adobe', 'ai-company', `Adobe, Adobe Firefly, Firefly`),

  // ---- generators --------------------------------------------------------------------------------
  entity('klay', 'KLAY', 'generator', `KLAY, Klay Vision`, {
    spellings: `Klay`,
    requiresMusicOrAi: true,
    excludedBy: { any: `Thompson, Warriors, Mavericks` },
  }),
  entity('songfox', 'Songfox', 'generator'),
  entity('boomy', 'Boomy', 'generator'),
  entity('mureka', 'Mureka', 'generator'),
  entity('aiva', 'AIVA', 'generator'),
  entity('soundraw', 'SOUNDRAW', 'generator', 'soundraw'),
  entity('google-lyria', 'Google Lyria', 'generator', `Lyria, Flow Music, MusicLM, ProducerAI, Producer.ai`),

  // ---- other AI companies -------------------------------------------------------------------------
  entity('openai', 'OpenAI', 'ai-company', 'openai, open ai, chatgpt, Sora, GPT-5, GPT-4, Sam Altman, オープンAI'),
  entity('anthropic', 'Anthropic', 'ai-company', { spellings: `Anthropic, Claude AI, アンソロピック, anthropic` }),
  entity('microsoft', 'Microsoft', 'ai-company'),
  entity('nvidia', 'NVIDIA', 'ai-company', 'nvidia, エヌビディア'),
  entity('mistral', 'Mistral', 'ai-company', {
    spellings: `Mistral, Mistral AI`,
    requiresAnyOf: {
      any: `AI, IA, KI, Le Chat`,
      en: `lyrics, model*, train*`,
      fr: `paroles, entrain*, modele*, tribunal`,
      de: `Liedtexte*, Sprachmodell*, Richter`,
      es: `letras, modelo*`,
      it: `testi, modell*`,
      pt: `letras, modelo*`,
    },
  }),
  entity('perplexity', 'Perplexity', 'ai-company'),
  entity('cohere', 'Cohere', 'ai-company'),
  entity('midjourney', 'Midjourney', 'ai-company', 'midjourney'),
  entity('bytedance', 'ByteDance', 'ai-company', 'bytedance, Seedance, バイトダンス'),

  // ---- labels, societies, tracers -----------------------------------------------------------------
  entity(
    'universal-music',
    'Universal Music',
    'label',
    `Universal Music, UMG, ユニバーサル・ミュージック, ユニバーサルミュージック`,
    {
      spellings: `Universal`,
      excludedBy: { any: `Disney, Midjourney, NBCUniversal, Universal Pictures, Universal Studios` },
      requiresMusicOrAi: true,
    },
  ),
  entity('sony-music', 'Sony Music', 'label', `Sony Music, ソニー・ミュージック, ソニーミュージック`, {
    spellings: `Sony`,
    requiresMusicOrAi: true,
  }),
  entity('warner-music', 'Warner Music', 'label', `Warner Music, WMG, ワーナー・ミュージック, ワーナーミュージック`, {
    spellings: `Warner`,
    requiresMusicOrAi: true,
  }),
  entity('merlin', 'Merlin', 'label', { spellings: `Merlin`, requiresMusicOrAi: true }),
  entity('concord', 'Concord', 'label', { spellings: `Concord`, requiresMusicOrAi: true }),
  entity('kobalt', 'Kobalt', 'label', { spellings: `Kobalt`, requiresMusicOrAi: true }),
  entity('downtown', 'Downtown Music', 'label', { spellings: `Downtown Music`, requiresMusicOrAi: true }),
  entity('bmg', 'BMG', 'label', { spellings: `BMG`, requiresMusicOrAi: true }),
  entity('beggars', 'Beggars Group', 'label', { spellings: `Beggars Group, Beggars`, requiresMusicOrAi: true }),
  entity('gema', 'GEMA', 'society', 'GEMA, Gema'),
  entity('sacem', 'SACEM', 'society', 'SACEM, Sacem'),
  entity('prs', 'PRS for Music', 'society', 'PRS for Music, PRS'),
  entity('jasrac', 'JASRAC', 'society', 'jasrac'),
  entity('musical-ai', 'Musical AI', 'tracer'),
  entity('sureel', 'Sureel', 'tracer'),
  entity('vermillio', 'Vermillio', 'tracer'),
  entity('fairly-trained', 'Fairly Trained', 'tracer'),
  entity('prorata', 'ProRata', 'tracer'),
  entity('soundpatrol', 'SoundPatrol', 'tracer', `SoundPatrol, Soundpatrol`),
  entity('audible-magic', 'Audible Magic', 'tracer'),
  entity('pex', 'Pex', 'tracer'),
];

/** All spellings of a class, as one list of phrases. */
export const spellingsOf = (entityClass: EntityClass): string =>
  GAZETTEER.filter((entry) => entry.entityClass === entityClass)
    .flatMap(({ names }) => names.map(({ spellings }) => spellings))
    .join(', ');

/** What precedes a platform that is only mentioned for comparison. */
export const PASSING_MENTION_PREFIXES: readonly string[] = [
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
/** The same for languages that put it behind the name. */
export const PASSING_MENTION_SUFFIXES: readonly string[] = ['に続き', 'に続いて', 'にならい'];
