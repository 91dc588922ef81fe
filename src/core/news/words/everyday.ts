/**
 * Platform names that are words of everyday life, other firms, or songs. Such a name counts as the platform only as it is
 * written here, without a word of `against` in the same item, and, where `needs` says so, with music or AI around it.
 */
import type { WordList } from '../phrases.ts';

export interface EverydayName {
  /** As the catalog has it, in lower case. */
  name: string;
  /** The spellings that may be the platform. */
  written: string;
  /** With one of these in the item, it is something else. */
  against?: WordList;
  /** The item must speak of music or a trade in it. */
  needs?: 'music';
}

export const EVERYDAY_NAMES: readonly EverydayName[] = [
  {
    name: 'tidal',
    written: `Tidal, TIDAL`,
    against: {
      any: `Tidal Wave, Tidal Energy, Tidal Power, Tidal Basin`,
      en: `
        tidal energy, tidal power, tidal wave*, tidal flow*, tidal flood*, tidal range, tidal stream, tidal turbine*,
        tidal lagoon, tidal marsh*, tidal pool*, tidal force*, tidal basin, tidal current*, tidal surge, tidal river*,
        tidal flat*, tidal zone*, tidal volume, tidal lock*, turbine*, high tide, low tide, estuar*, coastal,
        seawater`,
    },
  },
  {
    name: 'suno',
    written: `Suno, SUNO`,
    against: {
      any: `
        Suno Notícias, Suno Asset, Suno Research, IFIX, Ibovespa, Suno Energias,
        Suno Agro, FII, FIIs, Suno TV, Radio Suno, Suno Recebíveis, Suno Fundo, B3`,
      pt: `
        fundo*, dividendo*, pregao, cotista*, investimento*, investidor*, fundos imobiliarios, bolsa de valores`,
      en: `bollywood, hindi film`,
    },
  },
  {
    name: 'udio',
    written: `Udio, UDIO`,
    against: { en: `headphone*, earbud*, soundbar*, loudspeaker*, subwoofer*, noise cancel*` },
  },
  {
    name: 'twitch',
    written: `Twitch, TWITCH`,
    against: {
      en: `fast twitch, slow twitch, muscle*, twitch fib*, eyelid*, eye twitch, nerve*, twitchy`,
    },
  },
  {
    name: 'splice',
    written: `Splice, SPLICE`,
    against: {
      en: `
        gene*, rna, dna, spliced, genome, splice site*, fibre optic, fiber optic, crispr, film reel, cable`,
      de: `gen*, genschere, crispr`,
    },
    needs: 'music',
  },
  {
    name: 'amuse',
    written: `Amuse, AMUSE`,
    against: {
      en: `amuse bouche, to amuse, amuse itself, Amuse Inc`,
      fr: `s'amuse, amuse bouche, l'amuse`,
    },
    needs: 'music',
  },
  {
    name: 'believe',
    written: `Believe`,
    against: {
      any: `Cher, Make Believe, Believe in, Believe It`,
      en: `true believe*, believe in, i believe, we believe`,
    },
    needs: 'music',
  },
  { name: 'subvert', written: `Subvert`, needs: 'music' },
  {
    name: 'mirlo',
    written: `Mirlo`,
    needs: 'music',
    against: { es: `mirlo comun, el mirlo, aves, pajaro*` },
  },
  {
    name: 'meta',
    written: `Meta`,
    needs: 'music',
    against: {
      en: `meta analysis, meta analyses, meta study`,
      de: `meta analyse, metaanalyse`,
      fr: `meta analyse`,
      es: `la meta, meta de, metas`,
      it: `meta analisi, la meta`,
      pt: `a meta, meta de`,
    },
  },
  { name: 'stability ai', written: `Stability AI`, needs: 'music' },
  { name: 'elevenlabs', written: `ElevenLabs, Elevenlabs`, needs: 'music' },
  { name: 'eleven labs', written: `Eleven Labs`, needs: 'music' },
  { name: 'shutterstock', written: `Shutterstock`, needs: 'music' },
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

/** Product names that only one platform has, beside the aliases of the catalog. Ids that the catalog lacks are passed over. */
export const PRODUCTS: readonly { platform: string; names: string }[] = [
  {
    platform: 'youtube',
    names: `Dream Track, Content ID, Lyria, YouTube Studio, Music AI Sandbox`,
  },
  { platform: 'spotify', names: `Release Radar, Discover Weekly, Spotify DJ` },
  { platform: 'cdbaby', names: `CDBaby` },
  { platform: 'stable-audio', names: `StableAudio` },
  { platform: 'elevenlabs-music', names: `ElevenMusic` },
  { platform: 'distrokid', names: `Distro Kid` },
];
