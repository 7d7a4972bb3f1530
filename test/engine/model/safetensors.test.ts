import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSafetensors, writeSafetensors } from '../../../electron/engine/model/safetensors.ts';
import { errorShape } from '../../../shared/errors.ts';
import { testFolder } from '../../support/folder.ts';

const array = fc
  .array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 })
  .chain((shape) =>
    fc.float32Array({ minLength: size(shape), maxLength: size(shape), noNaN: true }).map((data) => ({ shape, data })),
  );
const name = fc.string({ minLength: 1 }).filter((text) => text !== '__metadata__' && text !== '__proto__');

function size(shape: readonly number[]): number {
  return shape.reduce((product, n) => product * n, 1);
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return errorShape(error).code;
  }
  return 'none';
}

describe('safetensors', () => {
  it('gives back the arrays and the remarks that were written', () => {
    const file = join(testFolder(), 'model.safetensors');
    fc.assert(
      fc.property(fc.dictionary(name, array), fc.string(), (arrays, remark) => {
        writeSafetensors(file, arrays, { remark });
        const read = readSafetensors(file);
        expect(read.metadata).toEqual({ remark });
        expect(Object.keys(read.arrays).sort()).toEqual(Object.keys(arrays).sort());
        for (const [key, { shape, data }] of Object.entries(arrays)) {
          expect(read.arrays[key]!.shape).toEqual(shape);
          expect(Array.from(read.arrays[key]!.data)).toEqual(Array.from(data));
        }
      }),
    );
  });

  it('keeps the layout of the format: length, header that ends at a multiple of eight, bytes', () => {
    const file = join(testFolder(), 'model.safetensors');
    writeSafetensors(file, { a: { shape: [2], data: Float32Array.of(1, -2) } });
    const bytes = readFileSync(file);
    const length = Number(bytes.readBigUInt64LE(0));
    expect(length % 8).toBe(0);
    expect(JSON.parse(bytes.toString('utf8', 8, 8 + length)).a).toEqual({
      dtype: 'F32',
      shape: [2],
      data_offsets: [0, 8],
    });
    expect([bytes.readFloatLE(8 + length), bytes.readFloatLE(12 + length)]).toEqual([1, -2]);
  });

  it('refuses what is cut off, what claims more than there is, and what is no such file', () => {
    const file = join(testFolder(), 'model.safetensors');
    writeSafetensors(file, { a: { shape: [300], data: new Float32Array(300) } });
    const whole = readFileSync(file);
    const huge = Buffer.from(whole);
    huge.writeBigUInt64LE(2n ** 62n);
    for (const bytes of [whole.subarray(0, whole.length - 4), whole.subarray(0, 20), Buffer.alloc(0), huge]) {
      writeFileSync(file, bytes);
      expect(codeOf(() => readSafetensors(file))).toBe('MODEL_DAMAGED');
    }
  });

  it('refuses a shape that its bytes do not fill', () => {
    const file = join(testFolder(), 'model.safetensors');
    writeSafetensors(file, { a: { shape: [3, 3], data: new Float32Array(8) } });
    expect(codeOf(() => readSafetensors(file))).toBe('MODEL_DAMAGED');
  });
});
