/**
 * Parses preferences about uses, `name=value, name=value`: Cloudflare's Content-Signal and the IETF's Content-Usage
 * (draft-ietf-aipref-attach and -vocab). Both are lines of a robots.txt group, perhaps for one path, and headers.
 */
import type { SignalFormat, SignalRuling, SignalUse } from '../../domain/signal.ts';
import { isWholeSitePath } from './robots-grammar.ts';

type PreferenceFormat = Extract<SignalFormat, 'content-signal' | 'content-usage'>;

interface Vocabulary {
  uses: Readonly<Record<string, SignalUse>>;
  rulings: Readonly<Record<string, SignalRuling>>;
  isCaseSensitive: boolean;
}

const VOCABULARIES: Readonly<Record<PreferenceFormat, Vocabulary>> = {
  'content-signal': {
    uses: { search: 'search', 'ai-input': 'input', 'ai-train': 'train' },
    rulings: { yes: 'allowed', no: 'forbidden' },
    isCaseSensitive: false,
  },
  // Names of earlier drafts still in use: all automated processing, training of generative models, AI output.
  'content-usage': {
    uses: { 'train-ai': 'train', search: 'search', bots: 'all', 'train-genai': 'train', 'ai-output': 'input' },
    rulings: { y: 'allowed', n: 'forbidden' },
    isCaseSensitive: true,
  },
};

interface Preference {
  use: SignalUse;
  ruling: SignalRuling;
  /** Absent for the whole site. */
  path?: string;
}

/** The rest of a line is ignored; nobody needs more. */
const MAX_PREFERENCES = 50;

/** Unknown names are left out. Where a name is repeated, the last value counts; an unknown value withdraws the name. */
export function parsePreferences(value: string, format: PreferenceFormat): Preference[] {
  const { uses, rulings, isCaseSensitive } = VOCABULARIES[format];
  const { path, rest } = splitPath(value);
  const preferences = new Map<SignalUse, SignalRuling>();
  for (const pair of (isCaseSensitive ? rest : rest.toLowerCase()).split(',', MAX_PREFERENCES)) {
    const [name = '', parameterised = ''] = pair.split('=', 2);
    const use = uses[name.trim()];
    if (use === undefined) continue;
    const [token = ''] = parameterised.split(';', 1);
    const ruling = rulings[token.trim()];
    if (ruling === undefined) preferences.delete(use);
    else preferences.set(use, ruling);
  }
  return [...preferences].map(([use, ruling]) => ({ use, ruling, ...(path !== undefined && { path }) }));
}

function splitPath(value: string): { path?: string; rest: string } {
  if (!value.startsWith('/')) return { rest: value };
  const end = value.search(/\s/);
  if (end === -1) return { rest: '' };
  const path = value.slice(0, end);
  return { ...(!isWholeSitePath(path) && { path }), rest: value.slice(end) };
}
