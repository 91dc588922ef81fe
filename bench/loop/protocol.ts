/** What the bot's process and the one that measures it say to each other. */

export type ToBot = { kind: 'forget' | 'report' | 'look' | 'stop' };

export interface Report {
  kind: 'report';
  longestMs: number;
  p99Ms: number;
  residentMb: number;
}

export type FromBot =
  | { kind: 'ready'; afterMs: number }
  | Report
  | { kind: 'looked'; looks: { source: string; outcome: string; detail?: string }[] };
