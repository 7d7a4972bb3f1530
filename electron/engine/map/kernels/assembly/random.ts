// Random numbers by counter: a hash of what they are for, so that they do not depend on the order of the work (Salmon,
// Moraes, Dror and Shaw, Parallel Random Numbers: As Easy as 1, 2, 3, 2011).

/** Mixes the bits of an integer (the finaliser of MurmurHash3). */
// @ts-ignore: decorator
@inline
export function mix(x: u32): u32 {
  x ^= x >> 16;
  x *= 0x85ebca6b;
  x ^= x >> 13;
  x *= 0xc2b2ae35;
  return x ^ (x >> 16);
}

/** 32 random bits of a stream and a counter. */
// @ts-ignore: decorator
@inline
export function bits(stream: u32, counter: u32): u32 {
  return mix(mix(stream + 0x9e3779b9) ^ (counter * 0x9e3779b1));
}

/** Uniform integer below n. */
// @ts-ignore: decorator
@inline
export function below(n: u32, random: u32): u32 {
  return <u32>((<u64>random * n) >> 32);
}
