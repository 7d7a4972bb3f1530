import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { JobContext } from '../../electron/engine/jobs/context.ts';
import { createWorkspace, modelFolder } from '../../electron/engine/store/workspace.ts';
import { trainJob } from '../../electron/engine/train/train-job.ts';
import { isId, JobId, MapId, RunId } from '../../shared/contract/ids.ts';
import { type MethodName, methods } from '../../shared/contract/index.ts';
import { Rule } from '../../shared/domain/rule.ts';
import { errorShape } from '../../shared/errors.ts';
import { testEngine } from '../support/engine.ts';

/** Texts that a file system would take as a path out of the folder of models, as another spelling, or not at all. */
const HOSTILE_IDS = [
  '../../other.portrait/models/run-1',
  '../../../../../../etc/passwd',
  '..',
  '.',
  '',
  '/etc/passwd',
  'run-1/',
  './run-1',
  'run-1/../run-1',
  'run-1/checkpoints',
  'run-1/trial-1',
  'search-1/trial-1/..',
  '..\\..\\other.portrait\\models\\run-1',
  'C:\\Windows\\run-1',
  '\\\\server\\share\\run-1',
  'run-1\0',
  'run-1\n',
  ' run-1',
  'RUN-1',
  'run-１',
  '%2e%2e%2frun-1',
  '..%2f..%2frun-1',
  '__proto__',
  'constructor',
  `run-${'1'.repeat(300)}`,
  'x'.repeat(100_000),
];

/** Names of the parameters that hold an id. */
const ID_NAMES = ['run', 'runs', 'base', 'resume', 'profiles', 'job', 'map'];
const CODES = new Map<z.core.$ZodType, string>([
  [RunId, 'RUN_NOT_FOUND'],
  [JobId, 'JOB_NOT_FOUND'],
  [MapId, 'MAP_NOT_FOUND'],
]);

/** Inputs around an id, of the methods whose input is not an object with the id as a property. */
const NESTED_INPUTS: Partial<Record<MethodName, (name: string, id: string) => unknown>> = {
  'text.estimate': (run, id) => ({ learn: 'ratings', [run]: id }),
  'train.emptyTrash': (_, id) => ({ runs: [id] }),
  'profile.movement': (name, id) => ({ run: 'run-1', base: 'run-1', [name]: id }),
  'train.compare': (_name, id) => ({ runs: ['run-1', id] }),
  'segment.preview': (_name, id) => ({ definition: { cluster: { map: id, cluster: 0 } } }),
  'segment.create': (_name, id) => ({
    name: 'S',
    definition: {
      lasso: {
        map: id,
        polygon: [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
      },
    },
  }),
};

/** Strings in an input that have the name of an id, with their schemas. Rules hold names that people type, for SQL only. */
function idFields(schema: z.core.$ZodType, name = ''): { name: string; schema: z.core.$ZodType }[] {
  if (schema === Rule) return [];
  if (schema instanceof z.ZodObject)
    return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([key, value]) => idFields(value, key));
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => idFields(option, name));
  if (schema instanceof z.ZodArray) return idFields(schema.element, name);
  if ('innerType' in schema._zod.def) return idFields(schema._zod.def.innerType as z.core.$ZodType, name);
  return schema instanceof z.ZodString && ID_NAMES.includes(name) ? [{ name, schema }] : [];
}

const idParameters = (Object.keys(methods) as MethodName[]).flatMap((method) =>
  idFields(methods[method].input).map((field) => ({ method, ...field })),
);

/** Content of every file below a folder, by its path. */
function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => !name.endsWith('.db-shm'));
  const files = names.filter((name) => statSync(join(folder, name)).isFile()).sort();
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name)).toString('latin1')]));
}

/** Writes the files of a finished run, of which none may change. */
function plantRun(workspace: string): void {
  const folder = join(workspace, 'models/run-1');
  mkdirSync(join(folder, 'checkpoints'), { recursive: true });
  for (const name of ['config.json', 'vocabulary.json', 'run.json', 'model.safetensors', 'training.jsonl'])
    writeFileSync(join(folder, name), `TOPSECRET ${name}`);
}

describe('an id that is a path', () => {
  it('is tested for every parameter of the contract that contains an id', () => {
    expect(idParameters.filter(({ schema }) => !CODES.has(schema))).toEqual([]);
    expect(new Set(idParameters.map(({ method }) => method)).size).toBeGreaterThan(30);
  });

  it('is reported as unknown, and no file is read, written or created for it', async () => {
    const { client, engine, home } = testEngine();
    createWorkspace(join(home, 'other.portrait')).close();
    plantRun(join(home, 'other.portrait'));
    await client.call('workspace.create', { path: join(home, 'mine.portrait') });
    plantRun(join(home, 'mine.portrait'));
    const before = contents(home);
    for (const { method, name, schema } of idParameters) {
      const inputOf = NESTED_INPUTS[method] ?? ((key, id) => ({ [key]: id }));
      for (const id of HOSTILE_IDS) {
        const error = errorShape(
          await engine.call(method, inputOf(name, id)).then(
            () => null,
            (reason: unknown) => reason,
          ),
        );
        expect({ method, id, code: error.code }).toEqual({ method, id, code: CODES.get(schema) });
        expect(error.message.length).toBeLessThan(250);
        expect(JSON.stringify(error)).not.toContain('TOPSECRET');
      }
    }
    expect(contents(home)).toEqual(before);
  });

  it('is refused again where a path is made from it, such as from the saved state of a job', async () => {
    const { client, engine, home } = testEngine();
    await client.call('workspace.create', { path: join(home, 'mine.portrait') });
    const workspace = engine.workspace();
    const before = contents(home);
    for (const run of HOSTILE_IDS) {
      expect(isId('run', run)).toBe(false);
      expect(() => modelFolder(workspace.path, run)).toThrow(expect.objectContaining({ code: 'RUN_NOT_FOUND' }));
      const context: JobContext = {
        workspace,
        resumeState: { run },
        saveResumeState: () => {},
        progress: () => {},
        showLayout: () => {},
        log: () => {},
        checkCancelled: () => {},
      };
      await expect(trainJob({ config: {} }, context)).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
    }
    expect(contents(home)).toEqual(before);
  });
});
