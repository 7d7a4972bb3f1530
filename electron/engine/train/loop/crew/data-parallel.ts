import { MessageChannel } from 'node:worker_threads';
import { flatLayout, pack } from '../../../model/flat-weights.ts';
import { countUp } from '../../../threads/barrier.ts';
import { sharedDoubles, sharedFloats, sharedInts } from '../../../threads/shared-memory.ts';
import { startThread } from '../../../threads/start-thread.ts';
import type { Lessons } from '../epoch-batches.ts';
import { learningRate } from '../optimiser.ts';
import { type Learner, refuseDiverged } from '../step.ts';
import type { Stepper } from '../stepper.ts';
import type { TrainState } from '../train-state.ts';
import { newFindings } from './all-reduce.ts';
import { type Packed, Seat, type Table } from './replica.ts';
import { Inbox } from './shard-queue.ts';

/**
 * Threads that train one model together: each learns a part of every batch on a copy of its own, and another thread prepares
 * the batches. The calling thread is the first worker. The same workers from the same state come to the same weights, bit for
 * bit; other numbers of them come to the same but for rounding and the draws of dropout.
 */
export function startCrew(training: Lessons & Learner, from: TrainState, workers: number): Stepper {
  const { behaviours, trainEnd, weights } = training;
  const { train, encoder, target } = training.config;
  const config = { train, encoder, target };
  const layout = flatLayout(weights);
  const table: Table = {
    layout,
    workers,
    findings: newFindings(layout, workers),
    arrivals: sharedInts(1),
    rates: sharedDoubles(2),
  };
  const channels = Array.from({ length: workers }, () => new MessageChannel());
  const [sent, taken] = [sharedInts(1), sharedInts(1)];
  const ports = channels.map(({ port1 }) => port1);
  const feeder = startThread(
    'train.feed',
    { lessons: { config, behaviours, trainEnd }, from, ports, sent, taken },
    ports,
  );
  const packed = packedOf(training, layout);
  const members = channels
    .slice(1)
    .map(({ port2: port }, i) =>
      startThread('train.member', { config, table, packed, worker: i + 1, step: from.step, port, sent }, [port]),
    );
  const threads = [feeder, ...members];
  const check = () => {
    for (const thread of threads) thread.check();
  };
  const { port2: port } = channels[0]!;
  const inbox = new Inbox(port, sent);
  const seat = new Seat(table, 0, training);

  return {
    async step(step, progress) {
      const part = await inbox.takeAndHear(check);
      countUp(taken);
      const rate = learningRate(progress, train);
      if (!part.asks) return { loss: 0, rate, ...part.counts };
      seat.contribute(part, step, rate);
      await seat.meeting.waitAndHear(check);
      const loss = seat.finish(step);
      refuseDiverged(loss, step);
      return { loss, rate, ...part.counts };
    },
    async end() {
      port.close();
      seat.dispose();
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

function packedOf({ weights, adam }: Learner, layout: ReturnType<typeof flatLayout>): Packed {
  const inMemory = (of: Learner['weights']) => {
    const flat = sharedFloats(layout.size);
    pack(layout, of, flat);
    return flat;
  };
  return { weights: inMemory(weights), first: inMemory(adam.first), second: inMemory(adam.second) };
}
