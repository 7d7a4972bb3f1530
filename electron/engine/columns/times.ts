/** Times in milliseconds since the epoch: `values[i] * unit`. */
export interface Times {
  readonly values: Uint32Array | Float64Array;
  readonly unit: number;
}

const SECOND = 1000;
const MAX_SECONDS = 2 ** 32;

/**
 * Collects times as whole seconds in 4 bytes each; in 8 bytes from the first time on that has milliseconds, or is
 * before 1970 or after 2106.
 */
export class TimesBuilder {
  private seconds: Uint32Array | null;
  private milliseconds: Float64Array | null = null;

  constructor(length: number) {
    this.seconds = new Uint32Array(length);
  }

  set(at: number, time: number): void {
    if (this.milliseconds) {
      this.milliseconds[at] = time;
      return;
    }
    const seconds = time / SECOND;
    if (Number.isInteger(seconds) && seconds >= 0 && seconds < MAX_SECONDS) this.seconds![at] = seconds;
    else {
      this.milliseconds = Float64Array.from(this.seconds!, (value) => value * SECOND);
      this.milliseconds[at] = time;
      this.seconds = null;
    }
  }

  finish(): Times {
    if (this.milliseconds) return { values: this.milliseconds, unit: 1 };
    return { values: this.seconds!, unit: SECOND };
  }
}
