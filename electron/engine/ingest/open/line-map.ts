const BLOCK = 4096;
const LONG_STEP = 255;

/**
 * Maps each row of a copy to the line (or document) it came from, in one byte per row: rows are in the order of their
 * lines. Lines must fit in 32 bits.
 */
export class LineMap {
  private readonly steps: Uint8Array[] = [];
  /** Line of the first row of each block. */
  private readonly starts: number[] = [];
  private readonly longSteps = new Map<number, number>();
  private rows = 0;
  private lastLine = 0;

  add(line: number): void {
    const position = this.rows % BLOCK;
    if (position === 0) {
      this.steps.push(new Uint8Array(BLOCK));
      this.starts.push(line);
    } else {
      const step = line - this.lastLine;
      if (step >= LONG_STEP) this.longSteps.set(this.rows, step);
      this.steps.at(-1)![position] = Math.min(step, LONG_STEP);
    }
    this.lastLine = line;
    this.rows++;
  }

  /** Returns null for a row that does not exist. */
  lineOf(ordinal: number): number | null {
    if (ordinal < 0 || ordinal >= this.rows) return null;
    const block = Math.floor(ordinal / BLOCK);
    const steps = this.steps[block]!;
    let line = this.starts[block]!;
    for (let position = 1; position <= ordinal % BLOCK; position++) {
      const step = steps[position]!;
      line += step === LONG_STEP ? this.longSteps.get(block * BLOCK + position)! : step;
    }
    return line;
  }
}
