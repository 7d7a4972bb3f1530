import type { SparseRows } from '../finetune/linear/linear-model.ts';

/**
 * Like scikit-learn's `TfidfVectorizer(sublinear_tf=True, min_df=2)`: (1 + log tf) · (1 + log((1 + n) / (1 + df))),
 * each row normalised to length 1. Terms and their weights come only from the documents it is fitted to.
 */
export class TfIdf {
  private readonly columnOf = new Map<string, number>();
  private readonly idf: Float64Array;

  /** Fits the terms. Each document is a list of its terms, repeats included. */
  constructor(documents: readonly (readonly string[])[], minDocuments = 2) {
    const frequency = new Map<string, number>();
    for (const terms of documents)
      for (const term of new Set(terms)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    const keptTerms = [...frequency].filter(([, documentsWith]) => documentsWith >= minDocuments);
    this.idf = Float64Array.from(keptTerms, ([, df]) => 1 + Math.log((1 + documents.length) / (1 + df)));
    for (const [column, [term]] of keptTerms.entries()) this.columnOf.set(term, column);
  }

  transform(documents: readonly (readonly string[])[]): SparseRows {
    const starts = new Int32Array(documents.length + 1);
    const columns: number[] = [];
    const values: number[] = [];
    for (const [row, terms] of documents.entries()) {
      const counts = new Map<number, number>();
      for (const term of terms) {
        const column = this.columnOf.get(term);
        if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1);
      }
      const weights = Array.from(counts, ([column, count]) => (1 + Math.log(count)) * this.idf[column]!);
      const norm = Math.hypot(...weights) || 1;
      for (const column of counts.keys()) columns.push(column);
      for (const weight of weights) values.push(weight / norm);
      starts[row + 1] = columns.length;
    }
    return { starts, columns: Int32Array.from(columns), values: Float64Array.from(values), width: this.idf.length };
  }
}
