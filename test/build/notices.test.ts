import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAllowed } from '../../build/allowed-licences.ts';
import { shippedPackages } from '../../build/shipped-packages.ts';
import { testFolder } from '../support/folder.ts';

/** Writes files to an empty folder and returns its path. */
function project(files: Record<string, string>): string {
  const folder = testFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

describe('the packages that are shipped', () => {
  it('are the production dependencies and what the window imports, each with its own dependencies', () => {
    const root = project({
      'package-lock.json': JSON.stringify({
        packages: {
          '': { dependencies: { engine: '1' }, optionalDependencies: { gpu: '1' } },
          'node_modules/engine': { version: '1.0.0', license: 'MIT', dependencies: { helper: '2' } },
          'node_modules/engine/node_modules/helper': { version: '2.0.0', license: 'ISC' },
          'node_modules/helper': { version: '1.0.0', license: 'GPL-3.0' },
          'node_modules/gpu': { version: '3.0.0', license: 'BSD-3-Clause' },
          'node_modules/@scope/react': { version: '4.0.0', license: 'MIT' },
          'node_modules/@fonts/serif': { version: '6.0.0', license: 'OFL-1.1' },
          'node_modules/linter': { version: '5.0.0' },
        },
      }),
      'renderer/main.tsx':
        "import '@fonts/serif/index.css';\nimport './main.css';\nimport { a } from '@scope/react/client';\nimport { b } from './b.ts';\n",
      'node_modules/engine/LICENSE.md': 'The licence of engine.\n',
      'node_modules/engine/NOTICE': 'A notice.\n',
      'node_modules/engine/node_modules/helper/index.js': '',
    });
    expect(shippedPackages(root)).toEqual([
      { name: '@fonts/serif', version: '6.0.0', licence: 'OFL-1.1', texts: null },
      { name: '@scope/react', version: '4.0.0', licence: 'MIT', texts: null },
      { name: 'engine', version: '1.0.0', licence: 'MIT', texts: ['The licence of engine.', 'A notice.'] },
      { name: 'helper', version: '2.0.0', licence: 'ISC', texts: [] },
      { name: 'gpu', version: '3.0.0', licence: 'BSD-3-Clause', texts: null },
    ]);
  });
});

describe('a licence', () => {
  it('is allowed if it is listed, as is a choice with a listed one', () => {
    for (const licence of ['MIT', 'Apache-2.0 AND MIT', '(MIT OR GPL-3.0)']) expect(isAllowed('a', licence)).toBe(true);
  });

  it('is refused if nobody has decided on it', () => {
    for (const licence of ['', 'GPL-3.0', 'MIT AND GPL-3.0', 'SEE LICENSE IN LICENSE', 'UNLICENSED'])
      expect(isAllowed('a', licence)).toBe(false);
  });

  it('of fonts is allowed for a typeface only', () => {
    expect(isAllowed('@fontsource-variable/inter', 'OFL-1.1')).toBe(true);
    expect(isAllowed('font-tools', 'OFL-1.1')).toBe(false);
  });
});
