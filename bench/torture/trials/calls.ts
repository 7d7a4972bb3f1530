import { join } from 'node:path';
import { z } from 'zod';
import { isJobName, isMethodName, type MethodName, methods } from '../../../shared/contract/index.ts';
import { errorShape } from '../../../shared/errors.ts';
import type { EngineClient } from '../../../shared/protocol/client.ts';
import { faultsOf } from '../check-workspace.ts';
import { engineOnCopy } from '../engine.ts';
import { hostileInput, type JsonSchema } from '../hostile-input.ts';
import type { Tally } from '../tally.ts';
import type { Trial } from '../trial.ts';

/** Jobs start threads, so only one of this many calls of a job reaches the engine. */
const JOB_ONE_OF = 500;
/** Methods that replace the open workspace or the machine's settings, which would end the trial. */
const EXCLUDED: readonly MethodName[] = [
  'workspace.create',
  'workspace.open',
  'workspace.close',
  'backends.use',
  'backends.measure',
];

/** Calls every method with inputs generated from its schema, parts of which are hostile. */
export const calls: Trial = {
  name: 'hostile calls of every method',
  unit: 'calls',
  weight: 10,
  most: 1_000_000,
  async run({ random, tally, folder, shop, isOver }) {
    const { engine, client, close } = await engineOnCopy(shop, folder, 'hostile');
    const names = (Object.keys(methods) as MethodName[]).filter((name) => !EXCLUDED.includes(name));
    const reported = new Set<string>();
    const schemas = new Map(names.map((name) => [name, schemaOf(name)]));
    try {
      while (!isOver() && tally.tried < calls.most) {
        const name = random.chance(0.01) ? random.pick(['toString', '__proto__', 'nope']) : random.pick(names);
        const schema = isMethodName(name) ? schemas.get(name) : undefined;
        const input = hostileInput(schema ?? {}, random);
        const startsJob = isMethodName(name) && isJobName(name) && methods[name].input.safeParse(input).success;
        if (startsJob && random.integer(JOB_ONE_OF) > 0) continue;
        const code = await engine.call(name, input).then(
          () => 'answered',
          (error: unknown) => errorShape(error).code,
        );
        if (code === 'INTERNAL') tally.fail(`${name} ${JSON.stringify(input).slice(0, 300)}`);
        else tally.pass(code);
        if (tally.tried % 1000 === 0) await settle(client, tally, reported);
      }
      await settle(client, tally, reported);
    } finally {
      await close();
    }
    for (const fault of faultsOf(join(folder, 'hostile.portrait'))) tally.fail(fault);
  },
};

function schemaOf(name: MethodName): JsonSchema {
  return z.toJSONSchema(methods[name].input as z.ZodType, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
}

/** Cancels the jobs that run, and counts those that ended with INTERNAL. */
async function settle(client: EngineClient, tally: Tally, reported: Set<string>): Promise<void> {
  const { jobs } = await client.call('jobs.list', {});
  for (const { id, state, error } of jobs) {
    if (state === 'queued' || state === 'running') await client.call('jobs.cancel', { job: id }).catch(() => null);
    if (error?.code === 'INTERNAL' && !reported.has(id)) tally.fail(`job ${id}: ${error.message}`);
    if (error?.code === 'INTERNAL') reported.add(id);
  }
}
