/** Builds small PDF files: pages of lines with position and size. */
import { deflateSync } from 'node:zlib';

export interface PdfLine {
  text: string;
  /** Points from the left and the top; by default below the previous line. */
  x?: number;
  y?: number;
  size?: number;
  bold?: boolean;
}

export const PAGE = { width: 595, height: 842, left: 72, top: 90, leading: 14, size: 11 } as const;

/** One page per list of lines. Text is Latin-1. */
export function pdfOf(pages: readonly (readonly (string | PdfLine)[])[]): Buffer {
  return pdfWith(
    pages.map((lines) => contentOf(lines.map((line) => (typeof line === 'string' ? { text: line } : line)))),
  );
}

const BOLD = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>';

export interface PdfParts {
  /** Entries of every content stream's dictionary, instead of compression. */
  filter?: string;
  /** Entries of the trailer. */
  trailer?: string;
  /** The second font; bold by default. */
  font?: string;
  /** The page count in the catalog. */
  count?: number;
}

/** One page per content stream in PDF syntax. */
export function pdfWith(
  contents: readonly (string | Buffer)[],
  { filter, trailer = '', font = BOLD, count }: PdfParts = {},
): Buffer {
  const firstPage = 5;
  const kids = contents.map((_, i) => `${firstPage + i * 2} 0 R`).join(' ');
  const objects: (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${count ?? contents.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    font,
  ];
  for (const [i, content] of contents.entries()) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ${firstPage + i * 2 + 1} 0 R ` +
        '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>',
    );
    const stream = filter === undefined ? deflateSync(content) : Buffer.from(content);
    objects.push(
      Buffer.concat([
        Buffer.from(`<< /Length ${stream.length} ${filter ?? '/Filter /FlateDecode'} >>\nstream\n`),
        stream,
        Buffer.from('\nendstream'),
      ]),
    );
  }
  return fileOf(objects, trailer);
}

/** Its code in the font. */
const BULLET = '\x95';

function contentOf(lines: readonly PdfLine[]): Buffer {
  let [lastX, lastY] = [PAGE.left as number, (PAGE.top - PAGE.leading) as number];
  const drawn = lines.map(({ text, size = PAGE.size, bold = false, x = lastX, y = lastY + PAGE.leading }) => {
    [lastX, lastY] = [x, y];
    const escaped = text.replace(/[\\()]/g, '\\$&').replaceAll('\u2022', BULLET);
    return `BT /F${bold ? 2 : 1} ${size} Tf 1 0 0 1 ${x} ${PAGE.height - y} Tm (${escaped}) Tj ET`;
  });
  return Buffer.from(drawn.join('\n'), 'latin1');
}

function fileOf(objects: readonly (string | Buffer)[], trailer: string): Buffer {
  const chunks = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let length = chunks[0]?.length ?? 0;
  const offsets = objects.map((object, i) => {
    const chunk = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    chunks.push(chunk);
    length += chunk.length;
    return length - chunk.length;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  chunks.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}` +
        `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(chunks);
}
