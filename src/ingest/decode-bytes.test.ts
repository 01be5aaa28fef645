import { describe, expect, it } from 'vitest';

import { binaryKind, decodeBytes } from './decode-bytes.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('decodeBytes', () => {
  it('believes a byte-order mark, and takes it off', () => {
    expect(decodeBytes(Buffer.from('\uFEFFpört'))).toMatchObject({
      text: 'pört',
      encoding: 'utf-8',
      guessed: false,
    });
    expect(decodeBytes(Buffer.from('\uFEFFpört', 'utf16le'))).toMatchObject({
      text: 'pört',
      encoding: 'utf-16le',
    });
    const bigEndian = Buffer.from('\uFEFFpört', 'utf16le').swap16();
    expect(decodeBytes(bigEndian)).toMatchObject({ text: 'pört', encoding: 'utf-16be' });
  });

  it('knows UTF-16 without a mark by its zeros', () => {
    expect(decodeBytes(Buffer.from('The ferry left the port.', 'utf16le'))).toMatchObject({
      text: 'The ferry left the port.',
      encoding: 'utf-16le',
    });
  });

  it('reads typographic signs of Windows-1252 in an English text', () => {
    expect(
      decodeBytes(latin('The owner said: \x93It wasn\x92t us\x94 \x96 and left. Nobody followed her there.')),
    ).toMatchObject({
      text: 'The owner said: “It wasn’t us” – and left. Nobody followed her there.',
      encoding: 'windows-1252',
      guessed: true,
    });
  });

  it('believes what a page declares, but not against valid UTF-8', () => {
    const page = '<meta charset="iso-8859-2"><p>';
    expect(decodeBytes(Buffer.concat([Buffer.from(page), bytes(0xb3, 0xf3, 0x64, 0xbc)]))).toMatchObject({
      text: `${page}łódź`,
      encoding: 'iso-8859-2',
      guessed: false,
    });
    expect(decodeBytes(Buffer.from(`${page}łódź`)).encoding).toBe('utf-8');
  });

  it('keeps UTF-8 that is damaged in one place', () => {
    const damaged = Buffer.concat([
      Buffer.from('“Łódź,” he said – “Gdańsk” '),
      bytes(0xe2, 0x80),
      Buffer.from(' end'),
    ]);
    expect(decodeBytes(damaged)).toMatchObject({
      text: '“Łódź,” he said – “Gdańsk” \uFFFD end',
      encoding: 'utf-8',
    });
  });
});

describe('binaryKind', () => {
  it('knows files that are no text', () => {
    expect(binaryKind(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a))).toBe('a PNG image');
    expect(binaryKind(bytes(0x25, 0x50, 0x44, 0x46, 0x2d, 0x31))).toBe('a PDF document');
    expect(binaryKind(bytes(1, 0, 0, 7, 2, 0, 3, 0x41))).toBe('a binary file');
  });

  it('takes text for text, with a NUL in it and in any encoding', () => {
    expect(binaryKind(Buffer.from(`The ferry\0 left the port of Oster.`))).toBeNull();
    expect(binaryKind(Buffer.from('The ferry left.', 'utf16le'))).toBeNull();
    expect(binaryKind(latin('\xcf\xe0\xf0\xee\xec'))).toBeNull();
  });
});
