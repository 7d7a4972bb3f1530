import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { EncoderConfig } from '../../electron/engine/model/config.ts';
import { startWasm } from '../../electron/engine/model/kernels/register.ts';
import { FIELDS, FIRST_TOKEN } from '../../electron/engine/sequence/fields.ts';
import { inSharedMemory } from '../../electron/engine/sequence/shared-behaviours.ts';
import { behaviourTask } from '../../electron/engine/train/behaviours/behaviour-task.ts';
import type { TrainingData } from '../../electron/engine/train/behaviours/epoch-batches.ts';
import { newTraining } from '../../electron/engine/train/new-run.ts';
import { train } from '../../electron/engine/train/trainer/trainer.ts';
import { Random } from '../../shared/domain/random.ts';
import { TrainConfig } from '../../shared/domain/train-config.ts';
import { cpuSeconds } from './cpu-seconds.ts';

/**
 * Runs some steps of a causal training over all items in this process, and prints the medians of a step as JSON: events
 * per second of wall time and of processor time, and the peak memory of the process above that before the model was
 * created.
 */
const Input = z.object({
  items: z.number(),
  width: z.number(),
  layers: z.number(),
  heads: z.number(),
  batch: z.number(),
  length: z.number(),
  dropout: z.number(),
  steps: z.number(),
  cores: z.number(),
});
type Input = z.infer<typeof Input>;

const input = Input.parse(JSON.parse(await text(process.stdin)));
await startWasm();
const trainingData = trainingDataOf(input);
const memoryBefore = process.memoryUsage.rss();
const training = newTraining(trainingData.config);
const rates: { wall: number; cpu: number }[] = [];
let [wall, cpu, events] = [performance.now(), process.cpuUsage(), 0];
const hooks = {
  checkCancelled() {},
  onEpoch: () => null,
  shouldStop(state: { readonly events: number }) {
    const stepEvents = state.events - events;
    rates.push({ wall: stepEvents / ((performance.now() - wall) / 1000), cpu: stepEvents / cpuSeconds(cpu) });
    [wall, cpu, events] = [performance.now(), process.cpuUsage(), state.events];
    return rates.length > input.steps;
  },
};
await train(behaviourTask(trainingData), training, hooks, input.cores);
const median = (of: 'wall' | 'cpu') =>
  rates
    .slice(1)
    .map((rate) => rate[of])
    .sort((a, b) => a - b)[input.steps >> 1]!;
const memory = process.resourceUsage().maxRSS * 1024 - memoryBefore;
process.stdout.write(JSON.stringify({ wall: median('wall'), cpu: median('cpu'), memory, version: '' }));

function trainingDataOf({ items, width, layers, heads, batch, length, dropout }: Input): TrainingData {
  const sequences = 4 * batch;
  const events = length + 1; // each event but the first is a target
  const random = new Random(3);
  const size = FIRST_TOKEN + items;
  const column = (of: () => number) => Int32Array.from({ length: sequences * events }, of);
  const tokens = Object.fromEntries(
    FIELDS.map((field) => [
      field,
      column(() => (field === 'item' ? FIRST_TOKEN + random.integer(items) : FIRST_TOKEN)),
    ]),
  ) as TrainingData['behaviours']['tokens'];
  const offsets = Int32Array.from({ length: sequences + 1 }, (_, i) => i * events);
  const users = Int32Array.from({ length: sequences }, (_, i) => i);
  const settings = { objective: 'causal', loss: 'full', epochs: 1000, nextShare: 0 } as const;
  const config = TrainConfig.parse({ ...settings, width, layers, heads, length, batchSize: batch, dropout });
  const shape = { width, layers, heads, inner: 4 * width, length, dropout, causal: true, sizes: { item: size } };
  const session = column(() => 0).map((_, i) => Math.floor(i / events));
  return {
    config: { train: config, encoder: EncoderConfig.parse(shape), target: 'item' },
    behaviours: inSharedMemory({ users, offsets, tokens, session }),
    trainEnd: offsets.slice(1),
  };
}
