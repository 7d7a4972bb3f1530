import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { startWasm } from '../../electron/engine/model/kernels/register.ts';
import { loadRun } from '../../electron/engine/runs/run-files.ts';
import { encode } from '../../electron/engine/sequence/encode.ts';
import { FIRST_TOKEN } from '../../electron/engine/sequence/fields.ts';
import { namesById } from '../../electron/engine/store/names/name-lookup.ts';
import type { Workspace } from '../../electron/engine/store/workspace.ts';
import { heldOutCases, readDataset } from '../../electron/engine/train/dataset.ts';
import { modelScorer } from '../../electron/engine/train/rank/model-scorer.ts';

/** A line of LastFM.txt or LastFM_sample.txt: a user, then items. */
export type Line = readonly [user: string, ...items: string[]];

export function readLines(file: string): Line[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [user = '', ...items] = line.trim().split(/\s+/);
    return [user, ...items];
  });
}

/** Returns the attributes of each item as a CSV table for import: each attribute becomes a word of the item's title. */
export function itemTable(file: string): string {
  const attributes = z.record(z.string(), z.array(z.number())).parse(JSON.parse(readFileSync(file, 'utf8')));
  const rows = Object.entries(attributes).map(
    ([item, all]) => `${item},${[...new Set(all)].map((attribute) => `attribute${attribute}`).join(' ')}`,
  );
  return ['item,title', ...rows, ''].join('\n');
}

/** Score of each item for each user, by name. */
export type Scores = (user: string) => (item: string) => number;

/** Scores by the model of a finished run, given all events of each history but the last. */
export async function modelScores({ db, path }: Workspace, id: string): Promise<Scores> {
  await startWasm();
  const run = await loadRun(path, id);
  try {
    const dataset = readDataset(db, run.train);
    const behaviours = encode(dataset.histories, run.vocabulary);
    const testCases = heldOutCases(dataset, 'test');
    const scores = modelScorer(behaviours, run, run.weights)(testCases);
    const [users, items] = [namesById(db, 'users'), namesById(db, 'items')];
    const width = run.encoder.sizes.item!;
    const tokens = new Map(run.vocabulary.fields.item.values.map((value, i) => [items.get(value)!, FIRST_TOKEN + i]));
    const rows = new Map(testCases.map(({ from }, row) => [users.get(userAt(dataset.histories, from))!, row]));
    return (user) => (item) => scores[rows.get(user)! * width + tokens.get(item)!] ?? Number.NEGATIVE_INFINITY;
  } finally {
    run.dispose();
  }
}

function userAt({ users, offsets }: { users: Int32Array; offsets: Int32Array }, from: number): number {
  return users[offsets.indexOf(from)]!;
}

/** Scores by the number of users with an item, the two held-out events excluded. */
export function popularityScores(lines: readonly Line[]): Scores {
  const counts = new Map<string, number>();
  for (const [, ...items] of lines) {
    for (const item of items.slice(0, -2)) counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return () => (item) => counts.get(item) ?? 0;
}

/** Returns HR@10 and NDCG@10 of each user's last item among the candidates, computed as in the published figures. */
export function hits(lines: readonly Line[], scores: Scores, candidates: (user: number) => readonly string[]) {
  let [hr, ndcg] = [0, 0];
  lines.forEach(([user, ...items], u) => {
    const score = scores(user);
    const targetScore = score(items.at(-1)!);
    const candidateScores = candidates(u).map(score);
    const rank =
      1 +
      candidateScores.filter((it) => it > targetScore).length +
      candidateScores.filter((it) => it === targetScore).length / 2;
    if (rank > 10) return;
    hr += 1 / lines.length;
    ndcg += 1 / Math.log2(1 + rank) / lines.length;
  });
  return { hr, ndcg };
}
