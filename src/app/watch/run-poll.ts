/** Runs one look at a source and says how it went; a look that throws is an outcome of its own, and the others go on. */
import type { Log } from '../ports/log.ts';

interface PollResult {
  outcome: string;
  detail?: string;
}

export async function runPoll<L extends PollResult>(
  source: string,
  log: Log,
  look: () => Promise<L>,
): Promise<L | { source: string; outcome: 'failed'; detail: string }> {
  try {
    const result = await look();
    const { outcome, detail } = result;
    log[outcome === 'unreadable' || outcome === 'failed' ? 'warn' : 'info'](
      `${source}: ${outcome}${detail ? `, ${detail}` : ''}`,
    );
    return result;
  } catch (error) {
    // A bug or a full disk: say it, keep the rest of the poll going, try again next time.
    log.error(`${source}: the look failed`, { err: error });
    return { source, outcome: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}
