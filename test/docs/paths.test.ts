import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documents, files, inlineCode, linkTargets, readText, root } from './documents.ts';

/** Folders of a workspace, of a build, of a test run and of an installation. */
const ELSEWHERE =
  /^(dist|models|exports|jobs\/<id>|temporary|trash|checkpoints|node_modules|logs|release|test-results)\//;
/** A path to a source file, a document or a folder. */
const PATH = /^\.?[\w./-]+(\.(tsx?|py|md|yml|svg|wasm|js)|\/)$/;

/** Whether a path, from the root or from any folder, is that of a file or a folder of the repository. */
function isInRepository(path: string): boolean {
  const suffix = `/${path.replace(/^\.\//, '')}`;
  return files.some((file) => (path.endsWith('/') ? `/${file}`.includes(suffix) : `/${file}`.endsWith(suffix)));
}

describe.each(documents)('%s', (document) => {
  const text = readText(document);

  it('names existing files and folders only', () => {
    const paths = inlineCode(text).flatMap((code) => code.split(' ').filter((word) => PATH.test(word)));
    const missing = paths.filter((path) => !ELSEWHERE.test(path) && !isInRepository(path));
    expect(missing).toEqual([]);
  });

  it('has no broken links', () => {
    const local = linkTargets(text).filter((target) => !/^(https?:|#)/.test(target));
    const missing = local.filter((target) => !existsSync(join(root, dirname(document), target.replace(/#.*/, ''))));
    expect(missing).toEqual([]);
  });
});

it('every document is linked from another one', () => {
  const linked = documents.flatMap((document) =>
    linkTargets(readText(document)).map((target) => join(dirname(document), target)),
  );
  const standAlone = documents.filter((path) => !path.startsWith('.github/') && path !== 'README.md');
  expect(standAlone.filter((path) => !linked.includes(path))).toEqual([]);
});
