import { ShareSums } from './share-sums.ts';

/** How many users of each cluster declared each value of one attribute. */
export class DeclaredValues {
  readonly of: string;
  readonly sums: ShareSums;
  /** Users of each cluster who declared the attribute. */
  readonly sizes: Int32Array;
  /** Values by their number as a feature of `sums`. */
  readonly values: string[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(attribute: string, clusters: number) {
    this.of = attribute;
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
