import { availableParallelism } from 'node:os';
import { z } from 'zod';
import type { Bench, Row } from './row.ts';
import { runPeer, runPython } from './support/peer.ts';

/** A step of SASRec's shape with a large shop's items, all of them scored at every position. */
const STEP = { items: 50_000, width: 64, layers: 2, heads: 2, batch: 32, length: 100, dropout: 0.1, steps: 5 };
const CORES = [...new Set([1, availableParallelism()])];

/** Behaviours a second by the clock and of the processor, and bytes. */
const Measured = z.object({ wall: z.number(), cpu: z.number(), memory: z.number(), version: z.string() });
type Measured = z.infer<typeof Measured>;

/**
 * Behaviours learnt a second in steps of a causal training over the full softmax of 50,000 items, and the memory that it takes,
 * beside PyTorch with as many threads as we have workers. Each runs in a process of its own.
 */
const bench: Bench = async () => {
  return CORES.flatMap((cores) => {
    const ours = runPeer(process.execPath, 'causal-steps.ts', { ...STEP, cores }, Measured);
    if (!ours) throw new Error('the steps did not run: BENCH_VERBOSE=1 shows why');
    return besideTorch(cores, ours, runPython('torch-causal.py', { ...STEP, cores }, Measured));
  });
};
export default bench;

function besideTorch(cores: number, ours: Measured, torch: Measured | null): Row[] {
  const threads = `${cores} ${cores === 1 ? 'thread' : 'threads'}`;
  const peer = torch ? `PyTorch ${torch.version}, ${threads}` : 'PyTorch (not installed)';
  const row = (what: string, unit: string, of: (measured: Measured) => number, less = false): Row => {
    const [figure, peerFigure] = [of(ours), torch && of(torch)];
    const ratio = peerFigure && (less ? peerFigure / figure : figure / peerFigure);
    return { case: `${what}, ${cores} ${cores === 1 ? 'worker' : 'workers'}`, figure, unit, peer, peerFigure, ratio };
  };
  return [
    row('causal, 50,000 items', 'behaviours/s', ({ wall }) => wall),
    row('causal, 50,000 items', 'behaviours/CPU s', ({ cpu }) => cpu),
    row('memory above the start', 'MB', ({ memory }) => memory / 1e6, true),
  ];
}
