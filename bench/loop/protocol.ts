/** Messages between the bot's process and the benchmark. */

export type ToBot = { kind: 'reset' | 'report' | 'poll' | 'stop' };

export interface Report {
  kind: 'report';
  longestMs: number;
  p99Ms: number;
  residentMb: number;
}

export type FromBot =
  | { kind: 'ready'; afterMs: number }
  | Report
  | { kind: 'polled'; results: { source: string; outcome: string; detail?: string }[] };
