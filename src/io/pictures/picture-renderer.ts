/**
 * Renders pictures in a child process (draw-process.ts), one at a time, so that drawing neither delays answers nor crashes the bot. The
 * process starts with the first picture and ends after a while without any, which frees all its memory.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Log } from '../../app/ports/log.ts';
import { withTimeout } from '../../app/with-timeout.ts';
import { sha256 } from '../../core/text/sha256.ts';
import type { DrawPicture, Picture } from '../../domain/picture.ts';
import type { DrawReply } from './draw-process.ts';

export interface PictureRendererOptions {
  log: Log;
  /** For one picture, including the start of the process. */
  renderTimeoutMs?: number;
  /** More pictures than this at a time are not drawn. */
  maxPending?: number;
  /** Pictures in the cache, some 100 kB each. */
  maxCached?: number;
  /** The process ends after this long without a picture. */
  idleMs?: number;
  /** Module that runs in the process. */
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

/** The libraries need about a third of this heap. */
const HEAP_FLAGS = ['--max-old-space-size=192', '--max-semi-space-size=4'];

/** Undefined if the picture cannot be drawn. */
type RenderedPng = Uint8Array | undefined;

export function createPictureRenderer(options: PictureRendererOptions): PictureRenderer {
  const { log, renderTimeoutMs, maxPending, maxCached, idleMs, program } = { ...DEFAULTS, ...options };
  const cached = new Map<string, RenderedPng>();
  const pending = new Map<string, Promise<RenderedPng>>();
  let last: Promise<unknown> = Promise.resolve();
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  /** Closed, or this machine cannot draw. */
  let isOff = false;

  function enqueue(key: string, picture: Picture): Promise<RenderedPng> {
    clearTimeout(idle);
    const rendering = last.then(() => renderNow(key, picture)).catch((error) => logFailure(picture, error));
    pending.set(key, rendering);
    last = rendering.then(() => {
      pending.delete(key);
      if (pending.size === 0) idle = setTimeout(endWhenIdle, idleMs).unref();
    });
    return rendering;
  }

  function logFailure(picture: Picture, error: unknown): RenderedPng {
    log.warn(`the picture “${picture.name}” was not drawn`, { err: error });
    return undefined;
  }

  async function renderNow(key: string, picture: Picture): Promise<RenderedPng> {
    if (isOff) return undefined;
    if (child?.connected !== true) child = startProcess(program);
    const reply = await requestDrawing(child, picture, renderTimeoutMs);
    switch (reply.status) {
      case 'drawn':
        addToCache(key, reply.png);
        return reply.png;
      case 'undrawable':
        log.info(`the picture “${picture.name}” is left out: ${reply.reason}`);
        addToCache(key, undefined);
        return undefined;
      case 'unavailable':
        isOff = true;
        log.warn(`this machine cannot draw pictures, answers go without: ${reply.reason}`);
        await endProcess();
        return undefined;
      case 'failed':
        if (!isOff) log.warn(`the picture “${picture.name}” was not drawn: ${reply.reason}`);
        await endProcess();
        return undefined;
    }
  }

  function addToCache(key: string, png: RenderedPng): void {
    cached.delete(key);
    cached.set(key, png);
    for (const oldest of cached.keys()) {
      if (cached.size <= maxCached) break;
      cached.delete(oldest);
    }
  }

  async function endProcess(): Promise<void> {
    const ending = child;
    child = undefined;
    ending?.ref();
    // `kill` returns false if the process has already ended.
    if (ending?.kill('SIGKILL')) await once(ending, 'exit');
  }

  function endWhenIdle(): void {
    endProcess().catch((error) => log.warn('the drawing process did not end cleanly', { err: error }));
  }

  return {
    async draw(picture, withinMs) {
      if (isOff) return undefined;
      const key = sha256(JSON.stringify(picture));
      if (cached.has(key)) {
        const png = cached.get(key);
        addToCache(key, png);
        return png;
      }
      if (!pending.has(key) && pending.size >= maxPending) {
        log.warn(`the picture “${picture.name}” is left out: ${maxPending} others are being drawn`);
        return undefined;
      }
      const png = await withTimeout(withinMs, pending.get(key) ?? enqueue(key, picture), TIMED_OUT);
      if (png !== TIMED_OUT) return png;
      log.warn(`the picture “${picture.name}” is left out: not drawn within ${withinMs} ms`);
      return undefined;
    },
    async close() {
      clearTimeout(idle);
      isOff = true;
      await endProcess();
    },
  };
}

/** It gets no environment, which holds secrets. */
function startProcess(program: URL): ChildProcess {
  const child = fork(program, {
    env: {},
    execArgv: HEAP_FLAGS,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  // The bot may exit while the process is idle.
  child.unref();
  child.channel?.unref();
  // Without a listener an error between two pictures would end the bot.
  child.on('error', () => {});
  return child;
}

type ProcessReply = DrawReply | { status: 'failed'; reason: string };

async function requestDrawing(child: ChildProcess, picture: Picture, timeoutMs: number): Promise<ProcessReply> {
  const { promise, resolve } = Promise.withResolvers<ProcessReply>();
  const fail = (reason: string) => resolve({ status: 'failed', reason });
  const onMessage = (message: unknown) => resolve(message as DrawReply);
  const onError = ({ message }: Error) => fail(message);
  const onExit = () => fail('the drawing process ended');
  child.once('message', onMessage).once('error', onError).once('exit', onExit);
  const deadline = setTimeout(() => fail(`it took more than ${timeoutMs} ms`), timeoutMs);
  child.send(picture, (error) => error && onError(error));
  const reply = await promise;
  clearTimeout(deadline);
  child.off('message', onMessage).off('error', onError).off('exit', onExit);
  return reply;
}

const TIMED_OUT = Symbol('too late');
