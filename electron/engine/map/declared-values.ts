import { ShareSums } from './share-sums.ts';

/** Number of users per cluster who declared each value of one attribute. */
export class DeclaredValues {
  readonly attribute: string;
  readonly sums: ShareSums;
  /** Number of users per cluster who declared the attribute. */
  readonly sizes: Int32Array;
  /** Values, indexed by their feature number in `sums`. */
  readonly values: string[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(attribute: string, clusters: number) {
    this.attribute = attribute;
    this.sums = new ShareSums(clusters);
    this.sizes = new Int32Array(clusters);
  }

  add(value: string, cluster: number): void {
    const number = this.numbers.get(value) ?? this.values.push(value) - 1;
    this.numbers.set(value, number);
    this.sums.add(number, cluster, 1);
    this.sizes[cluster]!++;
  }
}
