/** Hands out contents by hash, from one `git cat-file --batch`. */
import type { Readable } from 'node:stream';
import { HistoryError } from '../../app/ports/history.ts';
import { startGit } from './git.ts';

/** A captured page is some hundred kilobytes, a long PDF a few megabytes. */
const MAX_BLOB_BYTES = 64_000_000;
const MAX_HEADER_BYTES = 1_000;
const LINE_FEED = 0x0a;

export interface BlobReader {
  /** One at a time: ask again when the last answer is there. */
  read(hash: string): Promise<Buffer>;
  close(): void;
}

export function openBlobReader(dir: string): BlobReader {
  const git = startGit(dir, ['cat-file', '--batch']);
  const output = createByteReader(git.output);

  return {
    async read(hash) {
      git.input.write(`${hash}\n`);
      const header = await output.readLine();
      if (header === undefined) {
        await git.exited;
        throw new HistoryError('damaged', 'git stopped handing out contents');
      }
      const size = sizeOf(header);
      const content = await output.readExactly(size + 1);
      return content.subarray(0, size);
    },
    close: () => git.stop(),
  };
}

/** Reads `<hash> blob <size>`; anything else is git's word for what is wrong. */
function sizeOf(header: string): number {
  const [hash, kind, size] = header.split(' ');
  if (kind !== 'blob') throw new HistoryError('damaged', `the history lacks the content ${hash} (${kind})`);
  const bytes = Number(size);
  if (bytes <= MAX_BLOB_BYTES) return bytes;
  throw new HistoryError('too-large', `a file of the history has ${bytes} bytes, more than is read`);
}

/** Takes lines and counted bytes off a stream, without copying what is still to come. */
function createByteReader(stream: Readable) {
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);

  return { readLine, readExactly };

  /** @returns undefined at the end of the stream */
  async function readLine(): Promise<string | undefined> {
    let end = rest.indexOf(LINE_FEED);
    while (end === -1 && rest.length < MAX_HEADER_BYTES) {
      const { value, done } = await chunks.next();
      if (done) return undefined;
      rest = Buffer.concat([rest, value]);
      end = rest.indexOf(LINE_FEED);
    }
    return take(end === -1 ? rest.length : end + 1)
      .toString('utf8')
      .trimEnd();
  }

  async function readExactly(size: number): Promise<Buffer> {
    const parts = [rest];
    let length = rest.length;
    while (length < size) {
      const { value, done } = await chunks.next();
      if (done) throw new HistoryError('damaged', 'git broke off in the middle of a file');
      parts.push(value);
      length += value.length;
    }
    rest = parts.length === 1 ? rest : Buffer.concat(parts, length);
    return take(size);
  }

  function take(size: number): Buffer {
    const taken = rest.subarray(0, size);
    rest = rest.subarray(size);
    return taken;
  }
}
