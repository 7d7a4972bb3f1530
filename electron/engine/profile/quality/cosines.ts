import type { SparseRows } from '../../finetune/linear/linear-model.ts';

/** Returns the cosines of the query of that row with all candidates. */
export type Cosines = (query: number) => Float64Array;

/** Cosines of vectors, (rows × width) each. A vector of zeros has the cosine 0 with any other. */
export function denseCosines(queries: Float32Array, candidates: Float32Array, width: number): Cosines {
  const [queryNorms, norms] = [denseNorms(queries, width), denseNorms(candidates, width)];
  return (query) => {
    const scale = queryNorms[query]!;
    return norms.map((norm, row) => {
      let dot = 0;
      for (let i = 0; i < width; i++) dot += queries[query * width + i]! * candidates[row * width + i]!;
      return dot / (scale * norm || 1);
    });
  };
}

function denseNorms(vectors: Float32Array, width: number): Float64Array {
  return Float64Array.from({ length: vectors.length / width }, (_, row) => {
    let squares = 0;
    for (let i = row * width; i < (row + 1) * width; i++) squares += vectors[i]! ** 2;
    return Math.sqrt(squares);
  });
}

/** Cosines of sparse rows with the same columns. */
export function sparseCosines(queries: SparseRows, candidates: SparseRows): Cosines {
  const [queryNorms, norms] = [sparseNorms(queries), sparseNorms(candidates)];
  const columns = transposed(candidates);
  return (query) => {
    const cosines = new Float64Array(norms.length);
    for (let k = queries.starts[query]!; k < queries.starts[query + 1]!; k++) {
      const [column, value] = [queries.columns[k]!, queries.values[k]!];
      for (let c = columns.starts[column]!; c < columns.starts[column + 1]!; c++)
        cosines[columns.columns[c]!]! += value * columns.values[c]!;
    }
    return cosines.map((dot, row) => dot / (queryNorms[query]! * norms[row]! || 1));
  };
}

function sparseNorms({ starts, values }: SparseRows): Float64Array {
  return Float64Array.from({ length: starts.length - 1 }, (_, row) => {
    let squares = 0;
    for (let k = starts[row]!; k < starts[row + 1]!; k++) squares += values[k]! ** 2;
    return Math.sqrt(squares);
  });
}

/** Returns the rows of the transposed matrix. */
function transposed({ starts, columns, values, width }: SparseRows): SparseRows {
  const rows = starts.length - 1;
  const counts = new Int32Array(width + 1);
  for (const column of columns) counts[column + 1]!++;
  for (let c = 0; c < width; c++) counts[c + 1]! += counts[c]!;
  const next = counts.slice();
  const rowOf = new Int32Array(columns.length);
  const transposedValues = new Float64Array(columns.length);
  for (let row = 0; row < rows; row++) {
    for (let k = starts[row]!; k < starts[row + 1]!; k++) {
      const at = next[columns[k]!]!++;
      rowOf[at] = row;
      transposedValues[at] = values[k]!;
    }
  }
  return { width: rows, starts: counts, columns: rowOf, values: transposedValues };
}
