/** Reads file contents by hash from one `git cat-file --batch`. */
import type { Readable } from 'node:stream';
import { HistoryError } from '../../app/ports/history.ts';
import { startGit } from './git.ts';

/** A captured page has some hundred kilobytes, a long PDF a few megabytes. */
const MAX_BLOB_BYTES = 64_000_000;
const MAX_HEADER_BYTES = 1_000;
const LINE_FEED = 0x0a;

export interface BlobReader {
  /** Call it again only when the previous read has resolved. */
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
        throw new HistoryError('damaged', 'git ended before it returned all contents');
      }
      const size = sizeOf(header);
      const content = await output.readExactly(size + 1);
      return content.subarray(0, size);
    },
    close: () => git.stop(),
  };
}

/** Parses `<hash> blob <size>`; anything else is an error of git. */
function sizeOf(header: string): number {
  const [hash, kind, size] = header.split(' ');
  if (kind !== 'blob') throw new HistoryError('damaged', `the history lacks the content ${hash} (${kind})`);
  const bytes = Number(size);
  if (bytes <= MAX_BLOB_BYTES) return bytes;
  throw new HistoryError('too-large', `a file of the history is too large: ${bytes} bytes`);
}

/** Takes lines and counted bytes off a stream without copying the rest. */
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
