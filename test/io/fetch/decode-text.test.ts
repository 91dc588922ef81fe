import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText } from '../../../src/io/fetch/decode-text.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

const CASES: { when: string; bytes: Buffer; header?: string; text: string }[] = [
  { when: 'nothing is declared: UTF-8', bytes: Buffer.from('café'), text: 'café' },
  { when: 'the header declares it', bytes: latin1('café'), header: 'iso-8859-1', text: 'café' },
  { when: 'Latin-1 means Windows-1252, as on the web', bytes: Buffer.from([0x93, 0x94]), header: 'latin1', text: '“”' },
  { when: 'the header declares an unknown charset', bytes: Buffer.from('café'), header: 'klingon', text: 'café' },
  {
    when: 'a meta tag declares it',
    bytes: latin1('<head><meta charset=iso-8859-1>café'),
    text: '<head><meta charset=iso-8859-1>café',
  },
  {
    when: 'an older meta tag declares it',
    bytes: latin1('<META http-equiv="Content-Type" content="text/html; charset=iso-8859-1">café'),
    text: '<META http-equiv="Content-Type" content="text/html; charset=iso-8859-1">café',
  },
  {
    when: 'the header wins over a meta tag',
    bytes: Buffer.from('<meta charset="iso-8859-1">café'),
    header: 'utf-8',
    text: '<meta charset="iso-8859-1">café',
  },
  {
    when: 'the XML declaration declares it',
    bytes: latin1('<?xml version="1.0" encoding="ISO-8859-1"?><t>café</t>'),
    text: '<?xml version="1.0" encoding="ISO-8859-1"?><t>café</t>',
  },
  {
    when: 'a meta tag falsely declares UTF-16',
    bytes: Buffer.from('<meta charset="utf-16">café'),
    text: '<meta charset="utf-16">café',
  },
  { when: 'a byte order mark wins over the header', bytes: Buffer.from('\ufeffcafé'), header: 'latin1', text: 'café' },
  { when: 'a byte order mark declares UTF-16', bytes: Buffer.from('\ufeffcafé', 'utf16le'), text: 'café' },
  { when: 'a byte order mark declares UTF-16 big-endian', bytes: utf16be('\ufeffcafé'), text: 'café' },
  { when: 'bytes are invalid', bytes: Buffer.from([0x63, 0xff, 0x66]), text: 'c\ufffdf' },
  { when: 'there are no bytes', bytes: Buffer.alloc(0), text: '' },
];

for (const { when, bytes, header, text } of CASES) {
  test(`text is decoded when ${when}`, () => assert.equal(decodeText(bytes, header), text));
}
