/** Decodes the bytes of a page or feed to text. */
import { TextDecoder } from 'node:util';

/** Search range for a charset declaration (the HTML standard's prescan). */
const PRESCAN_BYTES = 1024;

/**
 * Decodes by byte order mark, else the header's charset, else the declaration in the text, else UTF-8.
 * Invalid bytes become U+FFFD; an unknown charset counts as UTF-8.
 */
export function decodeText(bytes: Uint8Array, headerCharset?: string): string {
  const charset = charsetFromByteOrderMark(bytes) ?? headerCharset ?? charsetFromContent(bytes) ?? 'utf-8';
  return decoderFor(charset).decode(bytes);
}

const BYTE_ORDER_MARKS: readonly { mark: readonly number[]; charset: string }[] = [
  { mark: [0xef, 0xbb, 0xbf], charset: 'utf-8' },
  { mark: [0xfe, 0xff], charset: 'utf-16be' },
  { mark: [0xff, 0xfe], charset: 'utf-16le' },
];

function charsetFromByteOrderMark(bytes: Uint8Array): string | undefined {
  return BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte))?.charset;
}

function charsetFromContent(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, PRESCAN_BYTES)).toString('latin1');
  const declaration = /^\s*<\?xml\b([^<>]*)>/i.exec(head)?.[1] ?? '';
  const declared = /encoding\s*=\s*["']([\w:.-]+)/i.exec(declaration)?.[1] ?? charsetFromMetaTags(head);
  // A declaration that could be read byte by byte is not in UTF-16.
  return declared !== undefined && /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}

function charsetFromMetaTags(head: string): string | undefined {
  for (const [, attributes = ''] of head.matchAll(/<meta\b([^<>]*)>/gi)) {
    const charset = /charset\s*=\s*["']?([\w:.-]+)/i.exec(attributes)?.[1];
    if (charset !== undefined) return charset;
  }
  return undefined;
}

function decoderFor(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder('utf-8');
    throw error;
  }
}
