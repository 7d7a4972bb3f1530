import { describe, expect, it } from 'vitest';
import { files, readText } from './documents.ts';

const drawing = readText('docs/architecture.svg');

/** Texts of a class, in the order of the drawing's source. */
const textsOf = (name: string) =>
  [...drawing.matchAll(new RegExp(`<text class="${name}"[^>]*>([^<]+)</text>`, 'g'))].map(([, text]) => text!);

describe('docs/architecture.svg', () => {
  it('shows the rooms of the engine in the order that the check of imports enforces', () => {
    const [, list = ''] = /const ROOMS = \[([^\]]+)\]/.exec(readText('.dependency-cruiser.js')) ?? [];
    expect(textsOf('room')).toEqual([...list.matchAll(/'(\w+)'/g)].map(([, room]) => room));
  });

  it('shows the folders of a workspace that the description of the format lists', () => {
    const [, block = ''] = /<name>\.portrait\/\n([\s\S]*?)```/.exec(readText('docs/ARCHITECTURE.md')) ?? [];
    const described = [...block.matchAll(/^ {2}(\w+)([./])/gm)].map(([, name, mark]) => name! + mark);
    const shown = textsOf('folder').map((name) => name.replace(/\..*/, '.'));
    expect(shown.filter((name) => !described.includes(name))).toEqual([]);
    expect(described.filter((name) => !shown.includes(name))).toEqual(['trash/', 'temporary/']);
  });

  it('names only folders of the repository', () => {
    const paths = textsOf('path').filter((path) => path !== '&lt;name&gt;.portrait/');
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => !files.some((file) => file.startsWith(path)))).toEqual([]);
  });

  it('names the messages of the wire', () => {
    const types = [...readText('shared/protocol/messages.ts').matchAll(/type: z\.literal\('(\w+)'\)/g)].map(
      ([, type]) => type!,
    );
    expect(types).toContain('call');
    const notes = textsOf('note').join(' ');
    expect(types.filter((type) => !notes.includes(type))).toEqual([]);
  });
});
