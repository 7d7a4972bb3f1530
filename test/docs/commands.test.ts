import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { portraitProgram } from '../../electron/cli/program.ts';
import manifest from '../../package.json' with { type: 'json' };
import { codeLines, documents, files, readText } from './documents.ts';

const program = portraitProgram(() => {});
const benches = files.flatMap((path) => /^bench\/([\w-]+)\.ts$/.exec(path)?.[1] ?? []);

/** Returns the faults of a `portrait` command line: an unknown command, or unknown options. */
function faultsOf(line: string): string[] {
  const [name = '', ...words] = line.replace(/#.*/, '').split(/\s+/);
  if (name === 'help' || !/^[a-z]+$/.test(name)) return [];
  const command = commandNamed(program, name);
  if (!command) return [`portrait ${name}`];
  const target = commandNamed(command, words[0] ?? '') ?? command;
  const options = [...target.options, ...command.options].flatMap(({ long, short }) => [long, short]);
  const unknown = words.flatMap((word) => /^--[a-z-]+/.exec(word)?.[0] ?? []).filter((word) => !options.includes(word));
  return unknown.filter((word) => word !== '--help').map((word) => `portrait ${name} ${word}`);
}

const commandNamed = (parent: Command, name: string) => parent.commands.find((command) => command.name() === name);

/** Returns the command lines of `portrait` among lines of code. */
const portraitLines = (lines: readonly string[]) =>
  lines.flatMap((line) => /^(?:[A-Z_]+=\S+ )*(?:npx )?portrait (.*)$/.exec(line.trim())?.[1] ?? []);

/** The changelog also names removed commands. */
const current = documents.filter((path) => path !== 'CHANGELOG.md');

describe.each(current)('%s', (document) => {
  const lines = codeLines(readText(document));

  it('names existing commands and options of portrait only', () => {
    expect(portraitLines(lines).flatMap(faultsOf)).toEqual([]);
  });

  it('names existing npm scripts and benchmarks only', () => {
    const scripts = lines.flatMap((line) => [...line.matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name!));
    expect(scripts.filter((name) => !Object.hasOwn(manifest.scripts, name))).toEqual([]);
    const named = lines.flatMap((line) =>
      [...line.matchAll(/npm run bench -- ([a-z][\w-]*)/g)].map(([, name]) => name!),
    );
    expect(named.filter((name) => !benches.includes(name))).toEqual([]);
  });
});

it('hints of errors and texts of the window name existing commands only', () => {
  const sources = files.filter((path) => /^(electron|shared|renderer)\/.*\.tsx?$/.test(path));
  const quoted = sources.flatMap((path) =>
    [...readText(path).matchAll(/["`“](?:npx )?portrait ([a-z][^"`”\n]*)["`”]/g)].map(([, line]) => line!),
  );
  expect(quoted.length).toBeGreaterThan(10);
  expect(quoted.flatMap(faultsOf)).toEqual([]);
});
