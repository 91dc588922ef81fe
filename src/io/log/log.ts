/** Hides pino: JSON lines, or plain lines on a terminal. */
import { pino } from 'pino';
import type { Log } from '../../app/ports/log.ts';
import { redactFields, redactText } from './redact.ts';

/**
 * @param level the least severe level to write.
 * @param pretty plain lines instead of JSON.
 */
export function createLog(level: string, { pretty = false } = {}): Log {
  const destination = pretty ? { write: writePlainLine } : pino.destination({ dest: 2, sync: true });
  // Errors are redacted before pino sees them.
  const logger = pino({ level, base: undefined, serializers: { err: (redacted) => redacted } }, destination);
  const writeAt =
    (severity: 'debug' | 'info' | 'warn' | 'error') =>
    (message: string, fields: Record<string, unknown> = {}): void =>
      logger[severity](redactFields(fields), redactText(message));
  return { debug: writeAt('debug'), info: writeAt('info'), warn: writeAt('warn'), error: writeAt('error') };
}

const LEVEL_LABELS: Record<number, string> = { 20: 'debug', 30: '', 40: 'warning: ', 50: 'error: ' };

function writePlainLine(line: string): void {
  const { time, level, msg, err, ...fields } = JSON.parse(line);
  const timeOfDay = new Date(time).toISOString().slice(11, 19);
  const details = Object.entries(fields).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  const cause = err?.stack ? `\n${err.stack}` : err === undefined ? '' : ` ${JSON.stringify(err)}`;
  process.stderr.write(`${timeOfDay} ${LEVEL_LABELS[level] ?? ''}${msg}${details.join('')}${cause}\n`);
}
