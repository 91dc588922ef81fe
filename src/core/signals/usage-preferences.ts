/**
 * Preferences about uses, `name=value, name=value`: Cloudflare's Content-Signal and the IETF's Content-Usage
 * (draft-ietf-aipref-attach and -vocab). Both are a line in a robots.txt group, perhaps for a path, and a header.
 */
import type { SignalFormat, SignalRuling, SignalUse } from '../../domain/signal.ts';
import { isWholeSitePath } from './robots-access.ts';

export type PreferenceFormat = Extract<SignalFormat, 'content-signal' | 'content-usage'>;

interface Vocabulary {
  uses: Readonly<Record<string, SignalUse>>;
  rulings: Readonly<Record<string, SignalRuling>>;
  /** Written in another case, a word is another word. */
  caseSensitive: boolean;
}

const VOCABULARIES: Readonly<Record<PreferenceFormat, Vocabulary>> = {
  'content-signal': {
    uses: { search: 'search', 'ai-input': 'input', 'ai-train': 'train' },
    rulings: { yes: 'allowed', no: 'forbidden' },
    caseSensitive: false,
  },
  // Of the names that earlier drafts had, those still found: every automated processing, training of generative models, AI output.
  'content-usage': {
    uses: { 'train-ai': 'train', search: 'search', bots: 'all', 'train-genai': 'train', 'ai-output': 'input' },
    rulings: { y: 'allowed', n: 'forbidden' },
    caseSensitive: true,
  },
};

export interface Preference {
  use: SignalUse;
  ruling: SignalRuling;
  /** The path it is for; absent for the whole site. */
  path?: string;
}

/** Preferences nobody needs more of; the rest of the line is left. */
const MAX_PREFERENCES = 50;

/** Names and values that the vocabulary has not are left out; of a name written twice the last counts. */
export function parsePreferences(value: string, format: PreferenceFormat): Preference[] {
  const { uses, rulings, caseSensitive } = VOCABULARIES[format];
  const { path, rest } = splitPath(value);
  const said = new Map<SignalUse, SignalRuling>();
  for (const pair of (caseSensitive ? rest : rest.toLowerCase()).split(',', MAX_PREFERENCES)) {
    const [name = '', ruling = ''] = pair.split('=', 2);
    const use = uses[name.trim()];
    if (use === undefined) continue;
    const [token = ''] = ruling.split(';', 1);
    const meant = rulings[token.trim()];
    if (meant === undefined) said.delete(use);
    else said.set(use, meant);
  }
  return [...said].map(([use, ruling]) => ({ use, ruling, ...(path !== undefined && { path }) }));
}

function splitPath(value: string): { path?: string; rest: string } {
  if (!value.startsWith('/')) return { rest: value };
  const end = value.search(/\s/);
  if (end === -1) return { rest: '' };
  const path = value.slice(0, end);
  return { ...(!isWholeSitePath(path) && { path }), rest: value.slice(end) };
}
