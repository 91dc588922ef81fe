/** Signals: what sites tell machines in files, headers and tags, and how that changes. */
import type { Direction, Instant, PlatformId, Sha256, Significance, Topic } from './vocabulary.ts';

/** Three files, and the headers and tags of a page. */
export const SIGNAL_KINDS = ['robots.txt', 'tdmrep.json', 'ai.txt', 'page'] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

export interface SignalSource {
  /** `<platform id> <url>`. */
  id: string;
  platform: PlatformId;
  kind: SignalKind;
  url: string;
}

/** The convention of a signal; `noai` is a value of robots tags. */
export type SignalFormat = 'robots' | 'content-signal' | 'content-usage' | 'tdmrep' | 'ai.txt' | 'rsl' | 'noai';

/** Training of models, search results, input for an answer, or any use. */
export type SignalUse = 'train' | 'search' | 'input' | 'all';

/** `reserved`: the right is reserved by law, and a licence may be asked for. `licensed`: a licence is named. */
export type SignalRuling = 'allowed' | 'forbidden' | 'reserved' | 'licensed';

/** A verbatim line. `number` counts from 1 in a file and is absent for headers and tags. */
export interface SignalLine {
  number?: number;
  text: string;
}

/** A site's position on one use by one agent. */
export interface SignalPosition {
  ruling: SignalRuling;
  /** The paths or kinds of file it is limited to; absent for the whole site. */
  parts?: string[];
  /** The paths it does not apply to. */
  except?: string[];
  /** The address of a licence or policy. */
  terms?: string;
}

/** One position, with the lines that state it. */
export interface SignalStatement extends SignalPosition {
  format: SignalFormat;
  /** An AI crawler's name, or `*` for everybody. */
  agent: string;
  use: SignalUse;
  lines: SignalLine[];
}

/** What one source says. Equal identities say the same, whatever the source looks like. */
export interface ParsedSignals {
  statements: SignalStatement[];
  identity: Sha256;
}

/** The stored text of a source. Of a page only the headers and tags with signals, one a line. */
export interface SignalVersion {
  id: Sha256;
  source: string;
  text: string;
  /** There is no such file, and so no rules. */
  absent?: boolean;
  seen: Instant;
}

/** A change of position, for one or more agents. */
export interface SignalMove {
  format: SignalFormat;
  agents: string[];
  use: SignalUse;
  /** Absent where nothing was said. */
  from?: SignalPosition;
  /** Absent where nothing is said any more. */
  to?: SignalPosition;
  /** The lines that stated `from`, and those that state `to`. */
  before: SignalLine[];
  after: SignalLine[];
  significance: Exclude<Significance, 'none'>;
  direction: Direction;
  topics: Topic[];
}

/** A recorded change of a signal source. */
export interface SignalChange {
  id: Sha256;
  source: string;
  platform: PlatformId;
  kind: SignalKind;
  url: string;
  /** The evidence window. */
  lastSeenOld: Instant;
  firstSeenNew: Instant;
  /** The file was removed. */
  withdrawn?: boolean;
  returns?: number;
  significance: Exclude<Significance, 'none'>;
  direction: Direction;
  topics: Topic[];
  moves: SignalMove[];
}
