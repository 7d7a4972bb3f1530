import { availableParallelism } from 'node:os';
import { z } from 'zod';
import type { Bench, Row } from './row.ts';
import { runPeer, runPython } from './support/peer.ts';

/** A step of SASRec's shape with the items of a large shop, all of them scored at every position. */
const STEP = { items: 50_000, width: 64, layers: 2, heads: 2, batch: 32, length: 100, dropout: 0.1, steps: 5 };
const CORES = [...new Set([1, availableParallelism()])];

/** Events per second of wall time and of processor time, and bytes. */
const Measurement = z.object({ wall: z.number(), cpu: z.number(), memory: z.number(), version: z.string() });
type Measurement = z.infer<typeof Measurement>;

/**
 * Events trained on per second in steps of causal training over the full softmax of 50,000 items, and their memory,
 * compared with PyTorch with as many threads as Portrait has workers. Each runs in its own process.
 */
const bench: Bench = async () => {
  return CORES.flatMap((cores) => {
    const portrait = runPeer(process.execPath, 'causal-steps.ts', { ...STEP, cores }, Measurement);
    if (!portrait) throw new Error('the steps did not run: BENCH_VERBOSE=1 shows why');
    return besideTorch(cores, portrait, runPython('torch-causal.py', { ...STEP, cores }, Measurement));
  });
};
export default bench;

function besideTorch(cores: number, portrait: Measurement, torch: Measurement | null): Row[] {
  const threads = `${cores} ${cores === 1 ? 'thread' : 'threads'}`;
  const peer = torch ? `PyTorch ${torch.version}, ${threads}` : 'PyTorch (not installed)';
  const row = (what: string, unit: string, of: (measurement: Measurement) => number, lowerIsBetter = false): Row => {
    const [figure, peerFigure] = [of(portrait), torch && of(torch)];
    const ratio = peerFigure && (lowerIsBetter ? peerFigure / figure : figure / peerFigure);
    return { case: `${what}, ${cores} ${cores === 1 ? 'worker' : 'workers'}`, figure, unit, peer, peerFigure, ratio };
  };
  return [
    row('causal, 50,000 items', 'behaviours/s', ({ wall }) => wall),
    row('causal, 50,000 items', 'behaviours/CPU s', ({ cpu }) => cpu),
    row('memory above the start', 'MB', ({ memory }) => memory / 1e6, true),
  ];
}
