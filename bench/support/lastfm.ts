import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { startWasm } from '../../electron/engine/model/kernels/register.ts';
import { loadRun } from '../../electron/engine/runs/run-files.ts';
import { encode } from '../../electron/engine/sequence/encode.ts';
import { FIRST_TOKEN } from '../../electron/engine/sequence/fields.ts';
import { namesById } from '../../electron/engine/store/names/name-lookup.ts';
import type { Workspace } from '../../electron/engine/store/workspace.ts';
import { heldOut, readDataset } from '../../electron/engine/train/dataset.ts';
import { modelScorer } from '../../electron/engine/train/rank/model-scorer.ts';

/** A user's line of LastFM.txt or LastFM_sample.txt: the user, then items. */
export type Line = readonly [user: string, ...items: string[]];

export function readLines(file: string): Line[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [user = '', ...items] = line.trim().split(/\s+/);
    return [user, ...items];
  });
}

/** The attributes of each item as a table to be imported: a word of its title for each. */
export function itemTable(file: string): string {
  const attributes = z.record(z.string(), z.array(z.number())).parse(JSON.parse(readFileSync(file, 'utf8')));
  const rows = Object.entries(attributes).map(
    ([item, all]) => `${item},${[...new Set(all)].map((attribute) => `attribute${attribute}`).join(' ')}`,
  );
  return ['item,title', ...rows, ''].join('\n');
}

/** What a ranker gives each item for each user, by their names. */
export type Scores = (user: string) => (item: string) => number;

/** Scores by the model of a finished run, for what comes after all but the last behaviour of each history. */
export async function modelScores({ db, path }: Workspace, id: string): Promise<Scores> {
  await startWasm();
  const run = await loadRun(path, id);
  try {
    const dataset = readDataset(db, run.train);
    const behaviours = encode(dataset.histories, run.vocabulary);
    const held = heldOut(dataset, 'test');
    const scores = modelScorer(behaviours, run, run.weights)(held);
    const [users, items] = [namesById(db, 'users'), namesById(db, 'items')];
    const width = run.encoder.sizes.item!;
    const tokens = new Map(run.vocabulary.fields.item.values.map((value, i) => [items.get(value)!, FIRST_TOKEN + i]));
    const rows = new Map(held.map(({ from }, row) => [users.get(userAt(dataset.histories, from))!, row]));
    return (user) => (item) => scores[rows.get(user)! * width + tokens.get(item)!] ?? Number.NEGATIVE_INFINITY;
  } finally {
    run.dispose();
  }
}

function userAt({ users, offsets }: { users: Int32Array; offsets: Int32Array }, from: number): number {
  return users[offsets.indexOf(from)]!;
}

/** Scores by how many users have an item besides the two behaviours that are held out. */
export function popularityScores(lines: readonly Line[]): Scores {
  const counts = new Map<string, number>();
  for (const [, ...items] of lines) {
    for (const item of items.slice(0, -2)) counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return () => (item) => counts.get(item) ?? 0;
}

/** HR@10 and NDCG@10 of each user's last item among the candidates: those that the published figures are of. */
export function hits(lines: readonly Line[], scores: Scores, candidates: (user: number) => readonly string[]) {
  let [hr, ndcg] = [0, 0];
  lines.forEach(([user, ...items], u) => {
    const score = scores(user);
    const own = score(items.at(-1)!);
    const others = candidates(u).map(score);
    const rank = 1 + others.filter((it) => it > own).length + others.filter((it) => it === own).length / 2;
    if (rank > 10) return;
    hr += 1 / lines.length;
    ndcg += 1 / Math.log2(1 + rank) / lines.length;
  });
  return { hr, ndcg };
}
