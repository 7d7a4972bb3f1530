/** Numbers, NaN where unknown: codes of a dictionary while few are distinct, otherwise the numbers themselves. */
export type Amounts =
  | { readonly codes: Uint16Array; readonly dictionary: Float64Array }
  | { readonly codes: null; readonly values: Float64Array };

const MOST_CODES = 1 << 16;

/** Collects numbers. Code 0 is NaN. */
export class AmountsBuilder {
  private codes: Uint16Array | null;
  private values: Float64Array | null = null;
  private readonly codeOf = new Map<number, number>();
  private readonly dictionary: number[] = [Number.NaN];

  constructor(length: number) {
    this.codes = new Uint16Array(length);
  }

  set(at: number, value: number): void {
    if (Number.isNaN(value)) {
      if (this.values) this.values[at] = value;
      return;
    }
    if (this.values) {
      this.values[at] = value;
      return;
    }
    const code = this.codeOf.get(value) ?? this.add(value);
    if (code < MOST_CODES) this.codes![at] = code;
    else {
      this.values = Float64Array.from(this.codes!, (earlier) => this.dictionary[earlier]!);
      this.values[at] = value;
      this.codes = null;
      this.codeOf.clear();
    }
  }

  finish(): Amounts {
    if (this.values) return { codes: null, values: this.values };
    return { codes: this.codes!, dictionary: Float64Array.from(this.dictionary) };
  }

  private add(value: number): number {
    const code = this.dictionary.push(value) - 1;
    this.codeOf.set(value, code);
    return code;
  }
}

/** Bytes that numbers take. */
export function amountBytes(amounts: Amounts): number {
  return amounts.codes ? amounts.codes.byteLength + amounts.dictionary.byteLength : amounts.values.byteLength;
}
