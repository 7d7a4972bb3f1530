import { z } from 'zod';

/** Typed arrays over any buffer. Large numeric data never travels as JSON arrays. */
export const Float32 = z.custom<Float32Array>((value) => value instanceof Float32Array, 'expected a Float32Array');
export const Float64 = z.custom<Float64Array>((value) => value instanceof Float64Array, 'expected a Float64Array');
export const Uint8 = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'expected a Uint8Array');
export const Int32 = z.custom<Int32Array>((value) => value instanceof Int32Array, 'expected an Int32Array');

/** Texts as one text and the offset of each one's end. */
export const Texts = z.object({ text: z.string(), ends: Int32 });
