/**
 * Draws pictures in a process of their own, one at a time, so that no answer waits behind a drawing and no fault of the libraries
 * brings the bot down. It starts with the first picture and ends, giving all its memory back, when none was asked for in a while:
 * a bot that draws nothing pays nothing. `draw.ts` hides the libraries.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Log } from '../../app/ports/log.ts';
import type { DrawPicture, Picture } from '../../domain/picture.ts';
import { withTimeout } from '../with-timeout.ts';
import type { DrawReply } from './draw-process.ts';

export interface PictureRendererOptions {
  log: Log;
  /** A drawing that takes longer is given up and its process ended; the start of the process counts. */
  renderTimeoutMs?: number;
  /** Pictures that may be under way; further ones are not begun. */
  maxPending?: number;
  /** Finished pictures that are remembered; some 100 kB each. */
  maxCached?: number;
  /** How long the process is kept for the next picture. */
  idleMs?: number;
  /** What runs in the process. */
  program?: URL;
}

export interface PictureRenderer {
  draw: DrawPicture;
  close(): Promise<void>;
}

const DEFAULTS = {
  renderTimeoutMs: 10_000,
  maxPending: 8,
  maxCached: 32,
  idleMs: 60_000,
  program: new URL('./draw-process.ts', import.meta.url),
} as const satisfies Omit<Required<PictureRendererOptions>, 'log'>;

/** Of what JavaScript holds; the libraries need about a third of it. */
const HEAP_FLAGS = ['--max-old-space-size=192', '--max-semi-space-size=4'];

/** Nothing where a picture cannot be drawn. */
type RenderedPng = Uint8Array | undefined;

export function createPictureRenderer(options: PictureRendererOptions): PictureRenderer {
  const {
    log,
    renderTimeoutMs: longestDrawingMs,
    maxPending: mostUnderWay,
    maxCached: mostKept,
    idleMs,
    program,
  } = { ...DEFAULTS, ...options };
  const cached = new Map<string, RenderedPng>();
  const pending = new Map<string, Promise<RenderedPng>>();
  let last: Promise<unknown> = Promise.resolve();
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  /** No more pictures: closed, or this machine cannot draw. */
  let off = false;

  function begin(key: string, picture: Picture): Promise<RenderedPng> {
    clearTimeout(idle);
    const drawing = last.then(() => drawNow(key, picture)).catch((error) => logFailure(picture, error));
    pending.set(key, drawing);
    last = drawing.then(() => {
      pending.delete(key);
      if (pending.size === 0) idle = setTimeout(endWhenIdle, idleMs).unref();
    });
    return drawing;
  }

  /** A fault of this one is none of the next. */
  function logFailure(picture: Picture, error: unknown): RenderedPng {
    log.warn(`the picture “${picture.name}” was not drawn`, { err: error });
    return undefined;
  }

  async function drawNow(key: string, picture: Picture): Promise<RenderedPng> {
    if (off) return undefined;
    if (child?.connected !== true) child = startProcess(program);
    const answer = await askProcess(child, picture, longestDrawingMs);
    switch (answer.status) {
      case 'drawn':
        cache(key, answer.png);
        return answer.png;
      case 'undrawable':
        log.info(`the picture “${picture.name}” is left out: ${answer.reason}`);
        cache(key, undefined);
        return undefined;
      case 'unavailable':
        off = true;
        log.warn(`pictures cannot be drawn on this machine, answers go without: ${answer.reason}`);
        await endProcess();
        return undefined;
      case 'failed':
        if (!off) log.warn(`the picture “${picture.name}” was not drawn: ${answer.reason}`);
        await endProcess();
        return undefined;
    }
  }

  function cache(key: string, drawn: RenderedPng): void {
    cached.delete(key);
    cached.set(key, drawn);
    for (const oldest of cached.keys()) {
      if (cached.size <= mostKept) break;
      cached.delete(oldest);
    }
  }

  async function endProcess(): Promise<void> {
    const ending = child;
    child = undefined;
    ending?.ref();
    // `kill` is false for one that has ended by itself.
    if (ending?.kill('SIGKILL')) await once(ending, 'exit');
  }

  function endWhenIdle(): void {
    endProcess().catch((error) => log.warn('the process that draws did not end as it should', { err: error }));
  }

  return {
    async draw(picture, withinMs) {
      if (off) return undefined;
      const key = createHash('sha256').update(JSON.stringify(picture)).digest('hex');
      if (cached.has(key)) {
        const known = cached.get(key);
        cache(key, known);
        return known;
      }
      if (!pending.has(key) && pending.size >= mostUnderWay) {
        log.warn(`the picture “${picture.name}” is left out: ${mostUnderWay} others are being drawn`);
        return undefined;
      }
      const inTime = await withTimeout(withinMs, pending.get(key) ?? begin(key, picture), TIMED_OUT);
      if (inTime === TIMED_OUT) log.warn(`the picture “${picture.name}” is left out: not drawn within ${withinMs} ms`);
      return inTime === TIMED_OUT ? undefined : inTime;
    },
    async close() {
      clearTimeout(idle);
      off = true;
      await endProcess();
    },
  };
}

/** It is told nothing of the environment, where secrets are. */
function startProcess(program: URL): ChildProcess {
  const child = fork(program, {
    env: {},
    execArgv: HEAP_FLAGS,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  // The program may end while a process waits for its next picture.
  child.unref();
  child.channel?.unref();
  // Between two pictures nobody listens, and an error that nobody listens to would end the program.
  child.on('error', () => {});
  return child;
}

type Answer = DrawReply | { status: 'failed'; reason: string };

async function askProcess(child: ChildProcess, picture: Picture, deadlineMs: number): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const failed = (reason: string) => resolve({ status: 'failed', reason });
  const onMessage = (message: unknown) => resolve(message as DrawReply);
  const onError = ({ message }: Error) => failed(message);
  const onExit = () => failed('the drawing ended its process');
  child.once('message', onMessage).once('error', onError).once('exit', onExit);
  const deadline = setTimeout(() => failed(`it took more than ${deadlineMs} ms`), deadlineMs);
  child.send(picture, (error) => error && onError(error));
  const answer = await promise;
  clearTimeout(deadline);
  child.off('message', onMessage).off('error', onError).off('exit', onExit);
  return answer;
}

const TIMED_OUT = Symbol('too late');
