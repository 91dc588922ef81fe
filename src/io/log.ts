/** Hides pino: JSON lines for machines, plain lines on a terminal. */
import { pino } from 'pino';
import type { Log } from '../app/ports/log.ts';
import { redactFields, redactText } from './log/redact.ts';

/**
 * @param level the least severe level that is written.
 * @param pretty one readable line each instead of JSON.
 */
export function createLog(level: string, { pretty = false } = {}): Log {
  const destination = pretty ? { write: writePlainLine } : pino.destination({ dest: 2, sync: true });
  // What an error may show is settled before pino sees it.
  const logger = pino({ level, base: undefined, serializers: { err: (shown) => shown } }, destination);
  const at =
    (severity: 'debug' | 'info' | 'warn' | 'error') =>
    (message: string, fields: Record<string, unknown> = {}): void =>
      logger[severity](redactFields(fields), redactText(message));
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

const LEVEL_WORDS: Record<number, string> = { 20: 'debug', 30: '', 40: 'warning: ', 50: 'error: ' };

function writePlainLine(line: string): void {
  const { time, level, msg, err, ...fields } = JSON.parse(line);
  const when = new Date(time).toISOString().slice(11, 19);
  const details = Object.entries(fields).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  const cause = err?.stack ? `\n${err.stack}` : err === undefined ? '' : ` ${JSON.stringify(err)}`;
  process.stderr.write(`${when} ${LEVEL_WORDS[level] ?? ''}${msg}${details.join('')}${cause}\n`);
}
