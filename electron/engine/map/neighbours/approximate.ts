import type { KernelTeam } from '../kernels/kernel-team.ts';
import { type DescentMemory, descend, descentMemory } from './descent.ts';
import type { Scratch } from './exact.ts';
import { type Lists, newLists } from './lists.ts';
import { orderVectors, renumberLists } from './order.ts';
import { sampleRecall } from './recall.ts';
import { growTree, joinLeaves, type TreeMemory, treeMemory } from './trees.ts';
import type { KernelVectors } from './vectors.ts';

/** Number of random projection trees of a pass. */
const TREES = 8;
/** Passes end at this recall, or after this many. */
const TARGET_RECALL = 0.97;
const MAX_PASSES = 4;

interface Search {
  readonly team: KernelTeam;
  /** The vectors in the order in which they are searched. */
  readonly data: KernelVectors;
  readonly lists: Lists;
  readonly seed: number;
  readonly scratch: Scratch;
  readonly forTrees: TreeMemory;
  readonly forDescent: DescentMemory;
  /** Receives the number of points done in the current pass. */
  readonly onPoints: (done: number) => void;
}

/**
 * Finds approximate neighbours of all points. A pass compares the points within each leaf of random projection trees,
 * then descends; there is another one until the recall, measured on a sample, is high enough. Deterministic for a seed,
 * with any number of threads.
 */
export async function approximateLists(
  team: KernelTeam,
  data: KernelVectors,
  { k, seed, scratch }: { k: number; seed: number; scratch: Scratch },
  onPoints: (done: number) => void,
): Promise<{ lists: Lists; recall: number }> {
  const { points } = data;
  const order = treeMemory(team, points);
  const options = { stream: seed, minLeaf: k, scratch };
  await growTree(team, data, order, options, () => onPoints(0));
  const search: Search = {
    ...{ team, seed, scratch, onPoints },
    data: await orderVectors(team, data, order.ids),
    lists: await newLists(team, points, k),
    forTrees: treeMemory(team, points),
    forDescent: descentMemory(team, points, k),
  };
  for (let pass = 1, rounds = 0; ; pass++) {
    rounds = await runPass(search, pass, rounds);
    const recall = await sampleRecall(team, search.data, search.lists, { seed, scratch });
    if (recall >= TARGET_RECALL || pass === MAX_PASSES)
      return { lists: await renumberLists(team, search.lists, order.ids), recall };
  }
}

/** Returns the number of iterations of NN-descent so far. */
async function runPass(search: Search, pass: number, firstRound: number): Promise<number> {
  const { team, data, lists, seed, scratch, onPoints } = search;
  for (let tree = 0; tree < TREES; tree++) {
    const tick = () => onPoints((data.points * tree) / (2 * TREES));
    const options = { stream: seed + pass * TREES + tree, minLeaf: lists.k, scratch };
    const grown = await growTree(team, data, search.forTrees, options, tick);
    await joinLeaves(team, data, lists, grown, scratch, tick);
  }
  return descend(team, data, lists, search.forDescent, { firstRound, seed }, (done) =>
    onPoints((data.points + done) / 2),
  );
}
