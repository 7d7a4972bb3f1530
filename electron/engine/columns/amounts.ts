/**
 * Numbers of events, NaN if unknown: codes of a dictionary while few values are distinct, otherwise the values
 * themselves.
 */
export type Amounts =
  | { readonly codes: Uint16Array; readonly dictionary: Float64Array }
  | { readonly codes: null; readonly values: Float64Array };

const MAX_CODES = 1 << 16;

/**
 * Collects the price and the monetary value of events. While both are equal for all events, they share one array.
 * Values are stored as codes of one dictionary, whose code 0 is NaN, until it is full.
 */
export class AmountsBuilder {
  private readonly length: number;
  private readonly price: Column;
  private money: Column | null = null;
  private codeOf: Map<number, number> | null = new Map();
  private readonly dictionary: number[] = [Number.NaN];
  /** Last price of each item and its code: most events of an item have the same price. */
  private readonly itemPrice: Float64Array;
  private readonly itemCode: Uint16Array;

  constructor(length: number, greatestItem: number) {
    this.length = length;
    this.itemPrice = new Float64Array(greatestItem + 1).fill(Number.NaN);
    this.itemCode = new Uint16Array(greatestItem + 1);
    this.price = { codes: new Uint16Array(length), values: null };
  }

  set(at: number, item: number, price: number, money: number): void {
    if (!this.money && money !== price && !(Number.isNaN(money) && Number.isNaN(price))) {
      const { codes, values } = this.price;
      this.money = { codes: codes?.slice() ?? null, values: values?.slice() ?? null };
    }
    const code = this.priceCode(item, price);
    this.put(this.price, at, price, code);
    if (this.money) this.put(this.money, at, money, money === price ? code : this.codeFor(money));
  }

  finish(): { price: Amounts; money: Amounts } {
    const price = this.amounts(this.price);
    return { price, money: this.money ? this.amounts(this.money) : price };
  }

  private put(column: Column, at: number, value: number, code: number | null): void {
    if (column.codes && code !== null) column.codes[at] = code;
    else {
      column.values ??= Float64Array.from(column.codes ?? [], (earlier) => this.dictionary[earlier]!);
      column.codes = null;
      column.values[at] = value;
    }
  }

  private priceCode(item: number, price: number): number | null {
    if (this.itemPrice[item] === price) return this.itemCode[item]!;
    const code = this.codeFor(price);
    if (code !== null) {
      this.itemPrice[item] = price;
      this.itemCode[item] = code;
    }
    return code;
  }

  /** Returns the code of a number; null once there are too many. */
  private codeFor(value: number): number | null {
    if (Number.isNaN(value)) return 0;
    if (!this.codeOf) return null;
    let code = this.codeOf.get(value);
    if (code === undefined) {
      if (this.dictionary.length === MAX_CODES) {
        this.codeOf = null;
        return null;
      }
      code = this.dictionary.push(value) - 1;
      this.codeOf.set(value, code);
    }
    return code;
  }

  private amounts({ codes, values }: Column): Amounts {
    if (codes) return { codes, dictionary: Float64Array.from(this.dictionary) };
    return { codes: null, values: values ?? new Float64Array(this.length) };
  }
}

interface Column {
  codes: Uint16Array | null;
  values: Float64Array | null;
}

/** Returns the size of the numbers in bytes. */
export function amountBytes(amounts: Amounts): number {
  return amounts.codes ? amounts.codes.byteLength + amounts.dictionary.byteLength : amounts.values.byteLength;
}

export function amountAt(amounts: Amounts, at: number): number {
  return amounts.codes ? amounts.dictionary[amounts.codes[at]!]! : amounts.values[at]!;
}
