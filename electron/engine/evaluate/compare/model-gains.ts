import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelFolder } from '../../store/workspace.ts';
import { GAINS } from '../../train/rank/metrics.ts';

/** A cell of RFC 4180 and what ends it. */
const CELL = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;

/** What a question was worth, and who was asked. */
export interface Gain {
  readonly user: string;
  readonly gain: number;
}

/**
 * NDCG@10 of the model for each question of a run's evaluation, by user and item as its `ranks.csv` writes them; empty where
 * it has not been evaluated. An item that training did not know has no rank, and is worth nothing.
 */
export function askedUsers(workspace: string, run: string): Map<string, Gain> {
  const file = join(modelFolder(workspace, run), 'evaluation', 'ranks.csv');
  if (!existsSync(file)) return new Map();
  const [header = [], ...rows] = cellsOf(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  const model = header.indexOf('model');
  const gain = GAINS['ndcg@10']!;
  return new Map(rows.map((row) => [`${row[0]},${row[1]}`, { user: row[0]!, gain: gain(rankOf(row[model])) }]));
}

const rankOf = (cell: string | undefined) => (cell ? Number(cell) : Number.POSITIVE_INFINITY);

/** Rows of cells as they are written, quotes and all. */
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
