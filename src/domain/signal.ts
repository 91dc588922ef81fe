/** What a site tells machines: the files and headers it says it in, and how that changes. */
import type { Direction, Instant, PlatformId, Sha256, Significance, Topic } from './vocabulary.ts';

/** Where a site says something to machines: three files, and its homepage's headers and tags. */
export const SIGNAL_KINDS = ['robots.txt', 'tdmrep.json', 'ai.txt', 'page'] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

export interface SignalSource {
  /** `<platform id> <url>`. */
  id: string;
  platform: PlatformId;
  kind: SignalKind;
  url: string;
}

/** The conventions a signal can be written in; `noai` is the value of robots tags. */
export const SIGNAL_FORMATS = ['robots', 'content-signal', 'content-usage', 'tdmrep', 'ai.txt', 'rsl', 'noai'] as const;
export type SignalFormat = (typeof SIGNAL_FORMATS)[number];

/** What a signal is about: training models, search results, input of an answer, or any use. */
export const SIGNAL_USES = ['train', 'search', 'input', 'all'] as const;
export type SignalUse = (typeof SIGNAL_USES)[number];

/** `reserved`: by law the right is kept, a licence may be asked for. `licensed`: terms of a licence are named. */
export const SIGNAL_RULINGS = ['allowed', 'forbidden', 'reserved', 'licensed'] as const;
export type SignalRuling = (typeof SIGNAL_RULINGS)[number];

/** A line as it stands in its source; `number` counts from 1 in a file and is absent for headers and tags. */
export interface SignalLine {
  number?: number;
  text: string;
}

/** Where a site stands on one use by one agent. */
export interface SignalPosition {
  ruling: SignalRuling;
  /** The paths or kinds of file it is limited to; absent where it is the whole site. */
  parts?: string[];
  /** The paths of the whole site that are left out of it. */
  except?: string[];
  /** Where the terms of a licence or policy stand. */
  terms?: string;
}

/** One thing a site says to machines, with the lines that say it. */
export interface SignalStatement extends SignalPosition {
  format: SignalFormat;
  /** The name of an AI crawler, or `*` for everybody. */
  agent: string;
  use: SignalUse;
  lines: SignalLine[];
}

/** What one source says, whatever it looks like: two readings with the same identity say the same. */
export interface ParsedSignals {
  statements: SignalStatement[];
  identity: Sha256;
}

/** What was kept of a source. For a page these are the headers and tags that say something, one a line. */
export interface SignalVersion {
  id: Sha256;
  source: string;
  text: string;
  /** There is no such file, which means: no rules. */
  absent?: boolean;
  seen: Instant;
}

/** A position that changed, for the agents that it changed for. */
export interface SignalMove {
  format: SignalFormat;
  agents: string[];
  use: SignalUse;
  /** Absent: nothing was said. */
  from?: SignalPosition;
  /** Absent: nothing is said any more. */
  to?: SignalPosition;
  /** The lines that said it before, and those that say it now. */
  before: SignalLine[];
  after: SignalLine[];
  significance: Exclude<Significance, 'none'>;
  direction: Direction;
  topics: Topic[];
}

/** A recorded change of what a site says to machines. */
export interface SignalChange {
  id: Sha256;
  source: string;
  platform: PlatformId;
  kind: SignalKind;
  url: string;
  /** The evidence window, as for a document. */
  lastSeenOld: Instant;
  firstSeenNew: Instant;
  /** The file is gone. */
  withdrawn?: boolean;
  returns?: number;
  significance: Exclude<Significance, 'none'>;
  direction: Direction;
  topics: Topic[];
  moves: SignalMove[];
}
