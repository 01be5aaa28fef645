import { createHash } from 'node:crypto';
import { StemmaError } from '../model/errors.ts';

/**
 * The file that a trained model is kept in.
 *
 *     "STEMMODL"            8 bytes
 *     format version        uint32, little-endian, as all numbers
 *     length of the header  uint32
 *     header                UTF-8 JSON: {name, modelVersion, info, sections: [{name, type, length}]}
 *     sections              each at a multiple of 8 bytes, in the header's order
 *     SHA-256               32 bytes, of everything before it
 *
 * A section is a typed array. Tables of weights are int8 with a quantiser of their own in `info`.
 */
export interface ModelFile {
  /** `tagger` for `models/tagger.bin`. */
  readonly name: string;
  /** Rises when the program reads another set of features or sections out of the same format. */
  readonly modelVersion: number;
  /** Small facts: labels, sizes, quantisers. */
  readonly info: Readonly<Record<string, unknown>>;
  readonly sections: Readonly<Record<string, Section>>;
}

export type Section =
  Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float32Array;

/** A model that was read, with the digest that names exactly these bytes. */
export interface LoadedModel extends ModelFile {
  /** SHA-256 of the file's content, in hexadecimal. */
  readonly digest: string;
}

export const MODEL_FORMAT = 1;
const MAGIC = 'STEMMODL';
/** SHA-256, at the very end of the file. */
export const DIGEST_BYTES = 32;
const FIXED_BYTES = 16;

const TYPES = {
  uint8: Uint8Array,
  int8: Int8Array,
  uint16: Uint16Array,
  int16: Int16Array,
  uint32: Uint32Array,
  int32: Int32Array,
  float32: Float32Array,
} as const;
type TypeName = keyof typeof TYPES;

interface Header {
  readonly name: string;
  readonly modelVersion: number;
  readonly info: Record<string, unknown>;
  readonly sections: readonly { readonly name: string; readonly type: TypeName; readonly length: number }[];
}

/** The bytes of a model file; the same model gives the same bytes. */
export function encodeModel(model: ModelFile): Uint8Array {
  const sections = Object.entries(model.sections);
  const header: Header = {
    name: model.name,
    modelVersion: model.modelVersion,
    info: model.info,
    sections: sections.map(([name, data]) => ({ name, type: typeOf(data), length: data.length })),
  };
  const headerBytes = new TextEncoder().encode(JSON.stringify(header));
  let size = aligned(FIXED_BYTES + headerBytes.length);
  for (const [, data] of sections) size = aligned(size + data.byteLength);
  const bytes = new Uint8Array(size + DIGEST_BYTES);
  bytes.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(bytes.buffer);
  view.setUint32(8, MODEL_FORMAT, true);
  view.setUint32(12, headerBytes.length, true);
  bytes.set(headerBytes, FIXED_BYTES);
  let at = aligned(FIXED_BYTES + headerBytes.length);
  for (const [, data] of sections) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at = aligned(at + data.byteLength);
  }
  bytes.set(createHash('sha256').update(bytes.subarray(0, size)).digest(), size);
  return bytes;
}

/**
 * Reads a model file. Sections are views of `bytes` where its alignment allows, copies otherwise.
 *
 * @param expected - what the program that asks can use.
 * @throws {StemmaError} `model-damaged` for bytes that are cut, changed or no model; `model-version` for a model of
 *   another version or name.
 */
export function decodeModel(
  bytes: Uint8Array,
  expected: { readonly name: string; readonly modelVersion?: number },
): LoadedModel {
  const damaged = (why: string): StemmaError =>
    new StemmaError(
      'model-damaged',
      `The model "${expected.name}" is damaged: ${why}. Install Stemma again.`,
    );
  if (bytes.length < FIXED_BYTES + DIGEST_BYTES) throw damaged('the file is too short');
  if (String.fromCharCode(...bytes.subarray(0, 8)) !== MAGIC) throw damaged('it is no model file');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = view.getUint32(8, true);
  if (format !== MODEL_FORMAT) {
    throw new StemmaError(
      'model-version',
      `The model "${expected.name}" has file format ${format}; this version of Stemma reads format ${MODEL_FORMAT}.`,
    );
  }
  const size = bytes.length - DIGEST_BYTES;
  const digest = createHash('sha256').update(bytes.subarray(0, size)).digest();
  if (!digest.equals(bytes.subarray(size))) throw damaged('its digest does not match its content');

  const headerLength = view.getUint32(12, true);
  const header = JSON.parse(
    new TextDecoder().decode(bytes.subarray(FIXED_BYTES, FIXED_BYTES + headerLength)),
  ) as Header;
  if (header.name !== expected.name)
    throw new StemmaError(
      'model-version',
      `The file of the model "${expected.name}" holds the model "${header.name}".`,
    );
  if (expected.modelVersion !== undefined && header.modelVersion !== expected.modelVersion) {
    throw new StemmaError(
      'model-version',
      `The model "${expected.name}" has version ${header.modelVersion}; this version of Stemma uses version ${expected.modelVersion}.`,
    );
  }
  const sections: Record<string, Section> = {};
  let at = aligned(FIXED_BYTES + headerLength);
  for (const { name, type, length } of header.sections) {
    const array = TYPES[type];
    const byteLength = length * array.BYTES_PER_ELEMENT;
    if (at + byteLength > size) throw damaged(`the section "${name}" is cut`);
    const offset = bytes.byteOffset + at;
    sections[name] =
      offset % array.BYTES_PER_ELEMENT === 0
        ? new array(bytes.buffer as ArrayBuffer, offset, length)
        : new array(bytes.slice(at, at + byteLength).buffer);
    at = aligned(at + byteLength);
  }
  return {
    name: header.name,
    modelVersion: header.modelVersion,
    info: header.info,
    sections,
    digest: digest.toString('hex'),
  };
}

function aligned(offset: number): number {
  return (offset + 7) & ~7;
}

function typeOf(data: Section): TypeName {
  for (const [name, type] of Object.entries(TYPES)) if (data instanceof type) return name as TypeName;
  throw new TypeError(`No section type for ${Object.prototype.toString.call(data)}`);
}
