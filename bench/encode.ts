import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { EncoderConfig } from '../electron/engine/model/config.ts';
import { startWasm } from '../electron/engine/model/kernels/register.ts';
import { initialWeights, weightShapes } from '../electron/engine/model/weights.ts';
import { encodeUsers } from '../electron/engine/profile/encode-users.ts';
import type { Behaviours } from '../electron/engine/sequence/encode.ts';
import { FIELDS, FIRST_TOKEN } from '../electron/engine/sequence/fields.ts';
import { Pool } from '../electron/engine/threads/pool.ts';
import { sharedInts } from '../electron/engine/threads/shared-memory.ts';
import { Random } from '../shared/domain/random.ts';
import type { Bench, Row } from './row.ts';
import { cpuSeconds } from './support/cpu-seconds.ts';
import { runPython } from './support/peer.ts';
import { SIZES } from './support/training-step.ts';

/** Number of users; fewer for a quick run. */
const USERS = Number(process.env.BENCH_USERS ?? 100_000);
const MAX_EVENTS = 50;
const MIN_EVENTS = 5;
const LENGTH = MAX_EVENTS + 2; // [CLS] opens and [SEP] closes
/** Number of users each side encodes as a warm-up. */
const WARM_UP = 500;

const CORES = availableParallelism();
const THREADS = [...new Set([1, CORES])];

const ENCODER = EncoderConfig.parse({ width: 64, layers: 2, heads: 2, inner: 256, length: LENGTH, sizes: SIZES });

/**
 * Users encoded per second with a two-layer encoder, by wall time and by processor time, each side with its best number
 * of threads: histories of equal length, and of varying lengths, which the peers pad to the longest of a batch.
 */
const bench: Bench = async () => {
  await startWasm();
  const random = new Random(3);
  const cases: [string, Int32Array][] = [
    [`${MAX_EVENTS} behaviours each`, new Int32Array(USERS).fill(MAX_EVENTS)],
    [
      `${MIN_EVENTS} to ${MAX_EVENTS} behaviours`,
      Int32Array.from({ length: USERS }, () => MIN_EVENTS + random.integer(MAX_EVENTS - MIN_EVENTS + 1)),
    ],
  ];
  const rows: Row[] = [];
  for (const [name, counts] of cases) {
    const portrait = await fastestRun(counts);
    const what = `${USERS.toLocaleString('en')} users, ${name}`;
    for (const peer of ['PyTorch', 'ONNX Runtime'] as const)
      rows.push(...beside(what, portrait, peer, peerOf(peer, counts)));
  }
  return rows;
};
export default bench;

interface Speed {
  readonly threads: number;
  /** Wall time, and processor time of all threads. */
  readonly seconds: number;
  readonly cpuSeconds: number;
}

async function fastestRun(counts: Int32Array): Promise<Speed> {
  const weights = initialWeights(weightShapes(ENCODER), new Random(1));
  const speeds: Speed[] = [];
  for (const threads of THREADS) {
    const pool = new Pool(threads);
    const encode = (of: Int32Array) => encodeUsers({ encoder: ENCODER, weights }, behavioursOf(of), pool, () => {});
    await encode(counts.subarray(0, WARM_UP));
    const behaviours = behavioursOf(counts);
    const [started, cpu] = [performance.now(), process.cpuUsage()];
    await encodeUsers({ encoder: ENCODER, weights }, behaviours, pool, () => {});
    speeds.push({ threads, seconds: (performance.now() - started) / 1000, cpuSeconds: cpuSeconds(cpu) });
    await pool.end();
  }
  return speeds.reduce((fastest, speed) => (speed.seconds < fastest.seconds ? speed : fastest));
}

/** Random events in the given number per user, in one session each. */
function behavioursOf(counts: Int32Array): Behaviours {
  const random = new Random(2);
  const offsets = sharedInts(counts.length + 1);
  counts.forEach((count, u) => {
    offsets[u + 1] = offsets[u]! + count;
  });
  const events = offsets[counts.length]!;
  const column = (size: number) => sharedInts(events).map(() => FIRST_TOKEN + random.integer(size - FIRST_TOKEN));
  const session = sharedInts(events);
  counts.forEach((_, u) => {
    session.fill(u, offsets[u]!, offsets[u + 1]!);
  });
  return {
    users: Int32Array.from(counts.keys()),
    offsets,
    tokens: Object.fromEntries(FIELDS.map((field) => [field, column(SIZES[field])])) as Behaviours['tokens'],
    session,
  };
}

const Peer = z.object({ version: z.string(), threads: z.number(), seconds: z.number(), cpuSeconds: z.number() });
type Peer = z.infer<typeof Peer>;

/**
 * Runs the same benchmark with a peer, with its best number of threads and batch size; null if no Python has it
 * installed.
 */
function peerOf(peer: 'PyTorch' | 'ONNX Runtime', counts: Int32Array): Peer | null {
  const { width, layers, heads, length, sizes } = ENCODER;
  const shape = { width, layers, heads, length, dropout: 0, sizes: FIELDS.map((field) => sizes[field]), itemField: 1 };
  const script = peer === 'PyTorch' ? 'torch-encode.py' : 'onnx-encode.py';
  return runPython(script, { ...shape, counts: [...counts], threads: THREADS, warmUp: WARM_UP }, Peer);
}

function beside(what: string, portrait: Speed, name: string, peer: Peer | null): Row[] {
  const threads = (count: number) => `${count} ${count === 1 ? 'thread' : 'threads'}`;
  const described = peer ? `${name} ${peer.version}, ${threads(peer.threads)}` : `${name} (not installed)`;
  return (['seconds', 'cpuSeconds'] as const).map((measure) => {
    const figure = USERS / portrait[measure];
    const peerFigure = peer && USERS / peer[measure];
    return {
      case: `${what}, ${threads(portrait.threads)}`,
      figure,
      unit: measure === 'seconds' ? 'users/s' : 'users/CPU s',
      peer: described,
      peerFigure,
      ratio: peerFigure && figure / peerFigure,
    };
  });
}
