import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { appendText } from '../../../electron/engine/files/append-text.ts';
import { testFolder } from '../../support/folder.ts';

it('appends to a file, which is created if missing', () => {
  const file = join(testFolder(), 'log.txt');
  appendText(file, 'first\n');
  appendText(file, '第二\n');
  expect(readFileSync(file, 'utf8')).toBe('first\n第二\n');
});
