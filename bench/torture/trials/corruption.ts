import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type MethodName, methods } from '../../../shared/contract/index.ts';
import type { Random } from '../../../shared/domain/random.ts';
import { errorShape } from '../../../shared/errors.ts';
import { confinedEngine } from '../engine.ts';
import type { Trial, TrialContext } from '../trial.ts';

/** Calls that read the files of a workspace, with valid inputs for the trial's workspace. */
const READS: readonly (readonly [MethodName, unknown])[] = [
  ['workspace.info', {}],
  ['train.runs', {}],
  ['train.run', { run: 'run-1' }],
  ['map.list', {}],
  ['segment.list', {}],
  ['prediction.list', {}],
  ['ingest.imports', {}],
  ['ingest.report', { import: 1 }],
  ['jobs.list', {}],
];

/** Damages a file of a workspace; each call must either answer or name what is damaged. */
export const corruption: Trial = {
  name: 'files of a workspace damaged',
  unit: 'damages',
  weight: 1.5,
  most: 20_000,
  async run(context) {
    while (!context.isOver() && context.tally.tried < corruption.most) await damageOnce(context);
  },
};

async function damageOnce({ random, tally, folder, shop }: TrialContext): Promise<void> {
  const workspace = join(folder, 'damaged.portrait');
  rmSync(workspace, { recursive: true, force: true });
  cpSync(shop, workspace, { recursive: true });
  const file = random.pick(filesOf(workspace));
  const damage = random.pick(DAMAGES);
  damage.apply(file, random);
  const reproduction = `${relative(workspace, file)} ${damage.name}`;
  const { engine, client, close } = confinedEngine(folder);
  try {
    for (const [method, input] of [['workspace.open', { path: 'damaged' }] as const, ...READS]) {
      if (!Object.hasOwn(methods, method)) continue;
      const code = await engine.call(method, input).then(
        () => 'answered',
        (error: unknown) => errorShape(error).code,
      );
      tally.note(code);
      if (code === 'INTERNAL') return tally.fail(`${reproduction}: ${method} answers INTERNAL`);
      if (method === 'workspace.open' && code !== 'answered') break;
    }
    tally.pass();
  } finally {
    client.close();
    await close();
  }
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'workspace.lock')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const DAMAGES: readonly { name: string; apply(file: string, random: Random): void }[] = [
  { name: 'with changed bytes', apply: (file, random) => changeBytes(file, random) },
  { name: 'cut off', apply: (file, random) => truncateSync(file, random.integer(readFileSync(file).length + 1)) },
  { name: 'emptied', apply: (file) => truncateSync(file, 0) },
  { name: 'removed', apply: (file) => rmSync(file) },
  { name: 'replaced by text', apply: (file) => writeFileSync(file, 'TOPSECRET=1\n') },
  { name: 'replaced by JSON of another shape', apply: (file) => writeFileSync(file, '{"a": [1, null]}') },
  { name: 'replaced by a folder', apply: replaceByFolder },
];

function changeBytes(file: string, random: Random): void {
  const bytes = readFileSync(file);
  if (bytes.length === 0) return;
  for (let n = random.integer(40); n >= 0; n--) bytes[random.integer(bytes.length)] = random.integer(256);
  writeFileSync(file, bytes);
}

function replaceByFolder(file: string): void {
  rmSync(file);
  mkdirSync(file);
}
