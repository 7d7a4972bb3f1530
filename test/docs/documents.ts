import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export const readText = (path: string) => readFileSync(join(root, path), 'utf8');

/** Paths of the repository's files, uncommitted ones included. */
export const files: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
  { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 },
)
  .split('\0')
  .filter(Boolean);

/** Markdown files that describe how the project is built and used. */
export const documents = files.filter((path) => /^(docs\/.*|[A-Z]+|\.github\/[A-Z_]+)\.md$/.test(path));

/** Contents of the inline code of a Markdown text, code blocks excluded. */
export function inlineCode(text: string): string[] {
  return [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!);
}

/** Lines of a Markdown text's code blocks, and its inline code: the places where commands occur. */
export function codeLines(text: string): string[] {
  const blocks = [...text.matchAll(/^```(?!mermaid)\w*\n([\s\S]*?)^```/gm)].flatMap(([, block]) => block!.split('\n'));
  return [...blocks, ...inlineCode(text)];
}

/** Targets of the links of a Markdown text. */
export function linkTargets(text: string): string[] {
  return [...withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
}

const withoutBlocks = (text: string) => text.replace(/^```[\s\S]*?^```/gm, '');
