import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelFolder } from '../../store/workspace.ts';
import { GAINS } from '../../train/rank/metrics.ts';

/** A cell of RFC 4180 with its delimiter or line end. */
const CELL = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;

/** NDCG@10 of a test case, and its user. */
export interface Gain {
  readonly user: string;
  readonly gain: number;
}

/**
 * Returns the model's NDCG@10 for each test case of a run's evaluation, keyed by user and item as written in its
 * `ranks.csv`; empty if the run has not been evaluated. An item that is not in the vocabulary has no rank and a gain of
 * 0.
 */
export function readGains(workspace: string, run: string): Map<string, Gain> {
  const file = join(modelFolder(workspace, run), 'evaluation', 'ranks.csv');
  if (!existsSync(file)) return new Map();
  const [header = [], ...rows] = cellsOf(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  const model = header.indexOf('model');
  const gain = GAINS['ndcg@10']!;
  return new Map(rows.map((row) => [`${row[0]},${row[1]}`, { user: row[0]!, gain: gain(rankOf(row[model])) }]));
}

const rankOf = (cell: string | undefined) => (cell ? Number(cell) : Number.POSITIVE_INFINITY);

/** Rows of cells as they are written, including quotes. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, cell, end] of text.matchAll(CELL)) {
    row.push(cell!);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
