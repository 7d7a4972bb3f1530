/**
 * Seeded pseudo-random number generator with the same output on every machine: sfc32, the 32-bit "small fast counting"
 * generator of C. Doty-Humphrey's PractRand (period at least 2^32, passes its tests). Not cryptographically secure.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;
  private spare: number | null = null;

  /** `stream` selects an independent sequence of a seed, such as one per user. */
  constructor(seed: number, stream = 0) {
    this.a = seed | 0;
    this.b = Math.floor(seed / 2 ** 32) | 0;
    this.c = stream | 0;
    for (let i = 0; i < 15; i++) this.bits();
  }

  /** 32 random bits as an unsigned integer. */
  bits(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** Uniform in [0, 1), with 32 random bits. */
  float(): number {
    return this.bits() / 2 ** 32;
  }

  /** Uniform integer in [0, n); n at most 2^32. */
  integer(n: number): number {
    return Math.floor(this.float() * n);
  }

  chance(probability: number): boolean {
    return this.float() < probability;
  }

  /** Standard normal, by the Box–Muller transform (1958). */
  normal(): number {
    if (this.spare !== null) {
      const value = this.spare;
      this.spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - this.float()));
    const angle = 2 * Math.PI * this.float();
    this.spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** A random element of a non-empty list. */
  pick<T>(list: readonly T[]): T {
    return list[this.integer(list.length)]!;
  }

  /** Index sampled with probability proportional to its weight; weights are non-negative and not all zero. */
  weighted(weights: ArrayLike<number>): number {
    let total = 0;
    for (let i = 0; i < weights.length; i++) total += weights[i]!;
    let remaining = this.float() * total;
    let last = 0;
    for (let i = 0; i < weights.length; i++) {
      if (weights[i]! <= 0) continue;
      last = i;
      remaining -= weights[i]!;
      if (remaining < 0) break;
    }
    return last;
  }

  /** Shuffles in place (Fisher–Yates). */
  shuffle<T>(list: { length: number; [index: number]: T }): void {
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      const value = list[i]!;
      list[i] = list[j]!;
      list[j] = value;
    }
  }
}
