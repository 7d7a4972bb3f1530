const BLOCK = 4096;
const FAR = 255;

/**
 * Remembers which line (or document) each row of a copy came from, in a byte a row: rows come in the order of their lines.
 * Lines fit in 32 bits.
 */
export class LineMap {
  private readonly steps: Uint8Array[] = [];
  /** The line of the first row of each block. */
  private readonly starts: number[] = [];
  private readonly far = new Map<number, number>();
  private rows = 0;
  private last = 0;

  add(line: number): void {
    const place = this.rows % BLOCK;
    if (place === 0) {
      this.steps.push(new Uint8Array(BLOCK));
      this.starts.push(line);
    } else {
      const step = line - this.last;
      if (step >= FAR) this.far.set(this.rows, step);
      this.steps.at(-1)![place] = Math.min(step, FAR);
    }
    this.last = line;
    this.rows++;
  }

  /** Null for a row that there is not. */
  lineOf(ordinal: number): number | null {
    if (ordinal < 0 || ordinal >= this.rows) return null;
    const block = Math.floor(ordinal / BLOCK);
    const steps = this.steps[block]!;
    let line = this.starts[block]!;
    for (let place = 1; place <= ordinal % BLOCK; place++) {
      const step = steps[place]!;
      line += step === FAR ? this.far.get(block * BLOCK + place)! : step;
    }
    return line;
  }
}
