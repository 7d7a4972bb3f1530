import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { testFolder } from '../support/folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A project in which each file breaks one rule of the layers. */
const FILES = {
  'electron/engine/engine.ts': 'export const engine = 1;',
  'electron/engine/store/rows.ts': "import type { Run } from './runs.ts'; export interface Rows { run: Run }",
  'electron/engine/store/runs.ts': "import type { Rows } from './rows.ts'; export interface Run { rows: Rows }",
  'electron/engine/jobs/run.ts': "import { step } from '../train/step.ts'; export const run = step;",
  'electron/engine/threads/pool.ts': "import { step } from '../train/step.ts'; export const pool = step;",
  'electron/engine/train/step.ts': 'export const step = 1;',
  'electron/engine/train/start.ts': "import { engine } from '../engine.ts'; export const start = engine;",
  'renderer/gallery/gallery.ts': 'export const gallery = 1;',
  'renderer/app/shell.ts': "import { gallery } from '../gallery/gallery.ts'; export const shell = gallery;",
  'renderer/main.ts': "export const gallery = import('./gallery/gallery.ts');",
  'shared/units.ts': "import { support } from '../test/support.ts'; export const units = support;",
  'test/support.ts': 'export const support = 1;',
  'bench/speed.ts': "import { support } from '../test/support.ts'; export const speed = support;",
};

it('the layer rules forbid circles of types and imports of later rooms, registries, tests and the gallery', () => {
  const folder = testFolder();
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [bin, '--config', join(root, '.dependency-cruiser.js'), '--output-type', 'json'];
  const { stdout } = spawnSync(process.execPath, [...args, 'shared', 'electron', 'renderer', 'test', 'bench'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { summary }: { summary: { violations: { from: string; rule: { name: string } }[] } } = JSON.parse(stdout);
  expect(summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`).sort()).toEqual([
    'bench/speed.ts: bench-imports-the-engine-only',
    'electron/engine/jobs/run.ts: engine-jobs-imports-earlier-rooms-only',
    'electron/engine/store/rows.ts: no-circles',
    'electron/engine/threads/pool.ts: engine-threads-imports-earlier-rooms-only',
    'electron/engine/train/start.ts: rooms-do-not-import-the-engine-root',
    'renderer/app/shell.ts: gallery-is-loaded-on-demand',
    'shared/units.ts: product-imports-no-tests-or-tools',
    'shared/units.ts: shared-imports-nothing-else',
  ]);
});

it('SQL statements of the workspace occur in store/ only', () => {
  const files = globSync('electron/**/*.ts', { cwd: root, exclude: ['electron/engine/store/**'] });
  const withStatements = files.filter((name) =>
    /\.(prepare|pragma)\(|\bdb\.exec\(/.test(readFileSync(join(root, name), 'utf8')),
  );
  expect(withStatements).toEqual([]);
});
