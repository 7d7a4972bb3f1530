import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
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
const name = fc.string({ minLength: 1 }).filter((text) => text !== '__metadata__');
const arrays = fc
  .array(fc.tuple(fc.oneof(name, fc.constantFrom('__proto__', 'constructor', 'toString')), array))
  .map((entries) => Object.fromEntries(entries));

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

/** A file with an arbitrary header text and data. */
function fileOf(header: string, data: Uint8Array): Buffer {
  const text = Buffer.from(header);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, data]);
}

describe('safetensors', () => {
  it('round-trips arrays and metadata with any names', () => {
    const file = join(testFolder(), 'model.safetensors');
    fc.assert(
      fc.property(arrays, fc.string(), (written, remark) => {
        writeSafetensors(file, written, { remark });
        const read = readSafetensors(file);
        expect(read.metadata).toEqual({ remark });
        expect(Object.keys(read.arrays).sort()).toEqual(Object.keys(written).sort());
        for (const [key, { shape, data }] of Object.entries(written)) {
          expect(read.arrays[key]!.shape).toEqual(shape);
          expect(Array.from(read.arrays[key]!.data)).toEqual(Array.from(data));
        }
      }),
    );
  });

  it('follows the format: length, header padded to a multiple of eight, bytes', () => {
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

  it('reads 16-bit floats, bfloat16 and doubles as 32-bit floats, and skips other types', () => {
    const file = join(testFolder(), 'model.safetensors');
    const half = Uint16Array.of(0x3c00, 0xc000, 0x3555, 0x0001, 0x8000, 0x7bff, 0xfc00, 0x7e00);
    const brain = Uint16Array.of(0x3f80, 0xc000, 0x4049, 0x7f80);
    const double = Float64Array.of(1 / 3, -1e-3);
    const header = {
      half: { dtype: 'F16', shape: [8], data_offsets: [0, 16] },
      brain: { dtype: 'BF16', shape: [2, 2], data_offsets: [16, 24] },
      double: { dtype: 'F64', shape: [2], data_offsets: [24, 40] },
      ids: { dtype: 'I64', shape: [1, 2], data_offsets: [40, 56] },
    };
    const data = Buffer.concat([half, brain, double, new BigInt64Array(2)].map((part) => Buffer.from(part.buffer)));
    writeFileSync(file, fileOf(JSON.stringify(header), data));
    const read = readSafetensors(file).arrays;
    const third = Math.fround(1365 / 4096);
    expect(Array.from(read.half!.data)).toEqual([1, -2, third, 2 ** -24, -0, 65504, -Infinity, Number.NaN]);
    expect(Array.from(read.brain!.data)).toEqual([1, -2, 3.140625, Number.POSITIVE_INFINITY]);
    expect(Array.from(read.double!.data)).toEqual([Math.fround(1 / 3), Math.fround(-1e-3)]);
    expect(Object.keys(read)).toEqual(['half', 'brain', 'double']);
    expect(Object.keys(readSafetensors(file, (one) => one === 'brain').arrays)).toEqual(['brain']);
  });
});

describe('a damaged or hostile safetensors file', () => {
  it('is refused if it is truncated at any byte', () => {
    const file = join(testFolder(), 'model.safetensors');
    writeSafetensors(file, { a: { shape: [30], data: new Float32Array(30) } });
    const whole = readFileSync(file);
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(file, whole.subarray(0, length));
      expect(
        codeOf(() => readSafetensors(file)),
        `${length} bytes`,
      ).toBe('MODEL_DAMAGED');
    }
  });

  it('is refused, or read as what it still contains, if bytes changed', () => {
    const file = join(testFolder(), 'model.safetensors');
    writeSafetensors(file, {
      a: { shape: [3], data: new Float32Array(3) },
      b: { shape: [2, 2], data: new Float32Array(4) },
    });
    const whole = readFileSync(file);
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(changes, (list) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of list) bytes[at] = value;
        writeFileSync(file, bytes);
        expect(['MODEL_DAMAGED', 'none']).toContain(codeOf(() => readSafetensors(file)));
      }),
      { numRuns: 400 },
    );
  });

  it('is refused if it consists of random bytes', () => {
    const file = join(testFolder(), 'model.safetensors');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.json(), (bytes, json) => {
        writeFileSync(file, bytes);
        expect(codeOf(() => readSafetensors(file))).toBe('MODEL_DAMAGED');
        writeFileSync(file, fileOf(json, Buffer.concat([bytes, Buffer.of(0)])));
        expect(codeOf(() => readSafetensors(file))).toBe('MODEL_DAMAGED');
      }),
    );
  });

  it('is refused before anything is allocated if it claims more than it contains', () => {
    const file = join(testFolder(), 'model.safetensors');
    const tooLong = Buffer.alloc(64);
    for (const claim of [57n, 2n ** 31n, 2n ** 53n, 2n ** 64n - 1n]) {
      tooLong.writeBigUInt64LE(claim);
      writeFileSync(file, tooLong);
      expect(codeOf(() => readSafetensors(file))).toBe('MODEL_DAMAGED');
    }
    // A sparse file, long enough for the header length that it claims.
    tooLong.writeBigUInt64LE(2n ** 33n);
    writeFileSync(file, tooLong);
    truncateSync(file, 2 ** 34);
    const before = process.memoryUsage().arrayBuffers;
    expect(codeOf(() => readSafetensors(file))).toBe('MODEL_DAMAGED');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1e6);
  });

  const entry = (shape: unknown, from: unknown, to: unknown, dtype: unknown = 'F32') =>
    JSON.stringify({ dtype, shape, data_offsets: [from, to] });
  it.each([
    ['overlapping arrays', `{"a":${entry([2], 0, 8)},"b":${entry([1], 4, 8)}}`],
    ['a gap between arrays', `{"a":${entry([], 0, 4)},"b":${entry([0], 8, 8)}}`],
    ['bytes outside of all arrays', `{"a":${entry([1], 0, 4)}}`],
    ['a duplicate name', `{"a":${entry([1], 0, 4)},"a":${entry([1], 4, 8)}}`],
    ['an end before the beginning', `{"a":${entry([2], 8, 0)}}`],
    ['a negative size', `{"a":${entry([-1, -2], 0, 8)}}`],
    ['a product that overflows', `{"a":${entry([2 ** 52, 2 ** 52, 2 ** 52], 0, 8)}}`],
    ['a size beyond the exact integers', `{"a":{"dtype":"F32","shape":[1e300],"data_offsets":[0,8]}}`],
    ['a size that is not an integer', `{"a":${entry([0.5, 4], 0, 8)}}`],
    ['a shape larger than its bytes', `{"a":${entry([3], 0, 8)}}`],
    ['an unknown number type', `{"a":${entry([2], 0, 8, 'F31')}}`],
    ['an object property as its number type', `{"a":${entry([2], 0, 8, 'toString')}}`],
    ['a number type that is not a string', `{"a":${entry([2], 0, 8, null)}}`],
    ['an array instead of a header', '[]'],
    ['no header', 'null'],
    ['metadata that are not strings', `{"__metadata__":{"a":1},"a":${entry([2], 0, 8)}}`],
    ['an endlessly nested header', '['.repeat(200_000)],
  ])('is refused if it has %s', (_what, header) => {
    const file = join(testFolder(), 'model.safetensors');
    writeFileSync(file, fileOf(header, new Uint8Array(8)));
    expect(codeOf(() => readSafetensors(file))).toBe('MODEL_DAMAGED');
  });

  it('is refused if it is missing or a folder', () => {
    expect(codeOf(() => readSafetensors(join(testFolder(), 'none.safetensors')))).toBe('MODEL_DAMAGED');
    expect(codeOf(() => readSafetensors(testFolder()))).toBe('MODEL_DAMAGED');
  });

  it('does not change object prototypes', () => {
    const file = join(testFolder(), 'model.safetensors');
    writeFileSync(file, fileOf(`{"__proto__":${entry([2], 0, 8)}}`, new Uint8Array(8)));
    const { arrays: read } = readSafetensors(file);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(Object.keys(read)).toEqual(['__proto__']);
  });
});
