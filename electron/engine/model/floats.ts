import type { NumberKind } from './safetensors-header.ts';

/** Whether a number kind is a float, as a model's weights are. */
export function isFloat(kind: NumberKind): kind is 'F16' | 'BF16' | 'F32' | 'F64' {
  return kind === 'F16' || kind === 'BF16' || kind === 'F32' || kind === 'F64';
}

/** Converts little-endian numbers to 32-bit floats; 32-bit floats are not copied. */
export function floatsOf(kind: 'F16' | 'BF16' | 'F32' | 'F64', bytes: ArrayBuffer): Float32Array {
  if (kind === 'F32') return new Float32Array(bytes);
  if (kind === 'F64') return Float32Array.from(new Float64Array(bytes));
  const halves = new Uint16Array(bytes);
  if (kind === 'F16') return Float32Array.from(halves, halfFloat);
  // A bfloat16 is the upper half of a 32-bit float.
  return new Float32Array(Uint32Array.from(halves, (bits) => bits << 16).buffer);
}

/** Decodes IEEE 754 binary16: a sign, five bits of exponent, ten of fraction. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
