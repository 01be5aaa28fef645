import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StemmaError } from '../model/errors.ts';
import { decodeModel, encodeModel, MODEL_FORMAT } from './model-file.ts';

const model = {
  name: 'boats',
  modelVersion: 3,
  info: { labels: ['bow', 'stern'], scale: 0.25 },
  sections: {
    rows: Int8Array.of(1, -2, 3),
    offsets: Uint32Array.of(7, 8),
    bias: Float32Array.of(0.5),
  },
};

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof StemmaError) return error.code;
    throw error;
  }
  return 'no error';
}

describe('a model file', () => {
  it('gives back what was written', () => {
    const read = decodeModel(encodeModel(model), { name: 'boats', modelVersion: 3 });
    expect(read.info).toEqual(model.info);
    expect(read.sections).toEqual(model.sections);
    expect(read.digest).toMatch(/^[\da-f]{64}$/);
  });

  it('reads from bytes at any alignment', () => {
    const bytes = encodeModel(model);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(decodeModel(shifted.subarray(1), { name: 'boats' }).sections).toEqual(model.sections);
  });

  it('is refused when it is cut or changed anywhere', () => {
    const bytes = encodeModel(model);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => {
        expect(codeOf(() => decodeModel(bytes.subarray(0, length), { name: 'boats' }))).toBe('model-damaged');
      }),
      { seed: 20_312 },
    );
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (at) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] as number) ^ 1;
        expect(codeOf(() => decodeModel(changed, { name: 'boats' }))).toMatch(/^model-(?:damaged|version)$/);
      }),
      { seed: 20_313 },
    );
  });

  it('is refused when it is of another version or another model', () => {
    const bytes = encodeModel(model);
    expect(codeOf(() => decodeModel(bytes, { name: 'boats', modelVersion: 4 }))).toBe('model-version');
    expect(codeOf(() => decodeModel(bytes, { name: 'harbours' }))).toBe('model-version');
    const later = bytes.slice();
    new DataView(later.buffer).setUint32(8, MODEL_FORMAT + 1, true);
    expect(codeOf(() => decodeModel(later, { name: 'boats' }))).toBe('model-version');
  });
});
