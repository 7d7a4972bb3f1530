import fc from 'fast-check';

/** A single corruption of a file; positions are fractions of its length, so that they fit any length. */
type Mutation = (data: Buffer) => Buffer;

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const at = (data: Buffer, where: number) => Math.floor(where * data.length);
const splice = (data: Buffer, start: number, end: number, between: Uint8Array) =>
  Buffer.concat([data.subarray(0, start), between, data.subarray(end)]);

/** Bytes with a special meaning in some format. */
const TELLING = [
  0, 9, 10, 13, 0x1a, 0x1f, 0x20, 0x22, 0x27, 0x2c, 0x3b, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d, 0x80, 0xef, 0xff,
];
const byte = fc.oneof(fc.constantFrom(...TELLING), fc.integer({ min: 0, max: 255 }));
const bytes = (maxLength: number) => fc.array(byte, { minLength: 1, maxLength }).map((all) => Buffer.from(all));

const flip = fc.tuple(share, fc.integer({ min: 1, max: 255 })).map(
  ([where, mask]): Mutation =>
    (data) => {
      const copy = Buffer.from(data);
      if (copy.length > 0) copy[at(copy, where)]! ^= mask;
      return copy;
    },
);
const overwrite = fc.tuple(share, bytes(8)).map(
  ([where, over]): Mutation =>
    (data) =>
      splice(data, at(data, where), at(data, where) + over.length, over),
);
const insert = fc.tuple(share, bytes(8)).map(
  ([where, more]): Mutation =>
    (data) =>
      splice(data, at(data, where), at(data, where), more),
);
const remove = fc.tuple(share, fc.nat(40)).map(
  ([where, length]): Mutation =>
    (data) =>
      splice(data, at(data, where), at(data, where) + length, Buffer.of()),
);
const truncate = share.map(
  (where): Mutation =>
    (data) =>
      data.subarray(0, at(data, where)),
);
const behead = share.map(
  (where): Mutation =>
    (data) =>
      data.subarray(at(data, where)),
);
const nothing = fc.tuple(share, fc.integer({ min: 1, max: 600 })).map(
  ([where, length]): Mutation =>
    (data) =>
      Buffer.from(data).fill(0, at(data, where), Math.min(data.length, at(data, where) + length)),
);
const repeat = fc.tuple(share, share).map(
  ([a, b]): Mutation =>
    (data) => {
      const [start, end] = [at(data, Math.min(a, b)), at(data, Math.max(a, b))];
      return splice(data, end, end, data.subarray(start, end));
    },
);
const swap = fc.tuple(share, share, fc.integer({ min: 1, max: 200 })).map(
  ([a, b, length]): Mutation =>
    (data) => {
      const [start, other] = [at(data, Math.min(a, b)), at(data, Math.max(a, b))];
      const size = Math.min(length, other - start, data.length - other);
      const blocks = [
        data.subarray(other, other + size),
        data.subarray(start + size, other),
        data.subarray(start, start + size),
      ];
      return splice(data, start, other + size, Buffer.concat(blocks));
    },
);

/** Up to six corruptions of a file, applied in sequence. */
export const mutations: fc.Arbitrary<(data: Buffer) => Buffer> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: flip },
      { weight: 3, arbitrary: overwrite },
      { weight: 3, arbitrary: insert },
      { weight: 3, arbitrary: remove },
      truncate,
      { weight: 1, arbitrary: behead },
      nothing,
      repeat,
      swap,
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) => (data: Buffer) => all.reduce((mutated, mutate) => mutate(mutated), data));
