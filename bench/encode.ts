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

/** Fewer for a quick look. */
const USERS = Number(process.env.BENCH_USERS ?? 100_000);
const MOST_EVENTS = 50;
const FEWEST_EVENTS = 5;
const LENGTH = MOST_EVENTS + 2; // [CLS] opens and [SEP] closes
/** Users that each side encodes before it is measured. */
const WARM_UP = 500;

const CORES = availableParallelism();
const THREADS = [...new Set([1, CORES])];

const ENCODER = EncoderConfig.parse({ width: 64, layers: 2, heads: 2, inner: 256, length: LENGTH, sizes: SIZES });

/**
 * Users encoded a second by a two-layer encoder, by wall time and by processor time, each side by as many threads as serve it
 * best: of as many behaviours each, and of different numbers of them, which the peers pad to the longest of a batch.
 */
const bench: Bench = async () => {
  await startWasm();
  const random = new Random(3);
  const cases: [string, Int32Array][] = [
    [`${MOST_EVENTS} behaviours each`, new Int32Array(USERS).fill(MOST_EVENTS)],
    [
      `${FEWEST_EVENTS} to ${MOST_EVENTS} behaviours`,
      Int32Array.from({ length: USERS }, () => FEWEST_EVENTS + random.integer(MOST_EVENTS - FEWEST_EVENTS + 1)),
    ],
  ];
  const rows: Row[] = [];
  for (const [name, counts] of cases) {
    const own = await best(counts);
    const what = `${USERS.toLocaleString('en')} users, ${name}`;
    for (const peer of ['PyTorch', 'ONNX Runtime'] as const)
      rows.push(...beside(what, own, peer, peerOf(peer, counts)));
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

async function best(counts: Int32Array): Promise<Speed> {
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
  return speeds.reduce((fast, speed) => (speed.seconds < fast.seconds ? speed : fast));
}

/** Random behaviours, so many of each user, in one session. */
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

/** The same by a peer, by the threads and the batch size that serve it best; null where no Python has it. */
function peerOf(peer: 'PyTorch' | 'ONNX Runtime', counts: Int32Array): Peer | null {
  const { width, layers, heads, length, sizes } = ENCODER;
  const shape = { width, layers, heads, length, dropout: 0, sizes: FIELDS.map((field) => sizes[field]), itemField: 1 };
  const script = peer === 'PyTorch' ? 'torch-encode.py' : 'onnx-encode.py';
  return runPython(script, { ...shape, counts: [...counts], threads: THREADS, warmUp: WARM_UP }, Peer);
}

function beside(what: string, own: Speed, name: string, peer: Peer | null): Row[] {
  const threads = (count: number) => `${count} ${count === 1 ? 'thread' : 'threads'}`;
  const described = peer ? `${name} ${peer.version}, ${threads(peer.threads)}` : `${name} (not installed)`;
  return (['seconds', 'cpuSeconds'] as const).map((time) => {
    const figure = USERS / own[time];
    const peerFigure = peer && USERS / peer[time];
    return {
      case: `${what}, ${threads(own.threads)}`,
      figure,
      unit: time === 'seconds' ? 'users/s' : 'users/CPU s',
      peer: described,
      peerFigure,
      ratio: peerFigure && figure / peerFigure,
    };
  });
}
