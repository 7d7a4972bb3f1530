import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { files, inlineCode, readText } from './documents.ts';

const installed = (name: string): { version: string; engines: { node: string } } =>
  JSON.parse(readText(`node_modules/${name}/package.json`));

/** Returns the names of a folder's subfolders in the repository. */
const foldersIn = (path: string) => [
  ...new Set(
    files.flatMap((file) => (file.startsWith(path) ? (/^([\w-]+)\//.exec(file.slice(path.length))?.[1] ?? []) : [])),
  ),
];

/** Returns the code in the first cell of each row of the table under a heading. */
function firstCells(text: string, heading: string): string[] {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, cell]) => cell!);
}

describe('the version of Node', () => {
  it('that runs Portrait is the same in package.json and in the command’s entry', () => {
    const [, major, minor] = /MIN_NODE = \[(\d+), (\d+)\]/.exec(readText('electron/cli/portrait.ts')) ?? [];
    expect(manifest.engines.node).toBe(`>=${major}.${minor}`);
  });

  it('that the README requires is the minimum of the build, and the bundled version is the installed one', () => {
    const readme = readText('README.md');
    const [, least] = /Node\.js (\d+\.\d+) or newer/.exec(readme) ?? [];
    expect(installed('vite').engines.node).toContain(`^${least}.0`);
    const [, bundled] = /runs on the Node\.js (\d+)/.exec(readme) ?? [];
    expect(installed('node').version.split('.')[0]).toBe(bundled);
    expect(readText('electron/cli/portrait.ts')).toContain(`"npm ci" installs Node.js ${bundled}`);
  });
});

describe('CONTRIBUTING.md', () => {
  it('lists all benchmarks', () => {
    const contributing = readText('CONTRIBUTING.md');
    const others = ['main', 'machine', 'row'];
    const benches = files.flatMap((path) => /^bench\/([\w-]+)\.ts$/.exec(path)?.[1] ?? []);
    const row = contributing.split('\n').find((line) => line.includes('npm run bench -- NAME')) ?? '';
    expect(inlineCode(row).slice(1).sort()).toEqual(benches.filter((name) => !others.includes(name)).sort());
  });

  it('lists all scripts', () => {
    const named = [...readText('CONTRIBUTING.md').matchAll(/^\| `npm (?:run )?([\w-]+)/gm)].map(([, name]) => name!);
    const own = Object.keys(manifest.scripts).filter((name) => name !== 'prepare');
    expect(named.filter((name) => name !== 'ci').sort()).toEqual(own.sort());
  });
});

describe('docs/ARCHITECTURE.md', () => {
  const architecture = readText('docs/ARCHITECTURE.md');

  it('lists the rooms of the engine in the order that the check of imports enforces', () => {
    const rooms = firstCells(architecture, 'Rooms of the engine').map((cell) => cell.replace(/\/$/, ''));
    const [, list = ''] = /const ROOMS = \[([^\]]+)\]/.exec(readText('.dependency-cruiser.js')) ?? [];
    const enforced = [...list.matchAll(/'(\w+)'/g)].map(([, room]) => room);
    expect(rooms).toEqual(enforced);
    expect([...rooms].sort()).toEqual(foldersIn('electron/engine/').sort());
  });

  it('lists the folders of the window in the order that the check of imports enforces', () => {
    const folders = firstCells(architecture, 'Folders of the window').map((cell) => cell.replace(/\/$/, ''));
    const [, list = ''] = /const WINDOW = \[([^\]]+)\]/.exec(readText('.dependency-cruiser.js')) ?? [];
    const enforced = [...list.matchAll(/'(\w+)'/g)].map(([, folder]) => folder);
    expect(folders).toEqual(enforced);
    expect([...folders].sort()).toEqual(foldersIn('renderer/').sort());
  });

  it('lists all layers', () => {
    const layers = firstCells(architecture, 'Layers').map((cell) => cell.replace(/\/$/, ''));
    const hosts = foldersIn('electron/').map((name) => `electron/${name}`);
    for (const layer of ['shared', 'renderer', ...hosts]) expect(layers).toContain(layer);
  });
});
