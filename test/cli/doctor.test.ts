import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { portrait, portraitJson } from './portrait.ts';

it('portrait doctor exits with 0 for a sound workspace, and with 1 while something is wrong', async () => {
  const shop = join(testFolder(), 'shop.portrait');
  await portrait('new', shop);
  const sound = await portrait('doctor', shop);
  expect({ code: sound.code, stderr: sound.stderr }).toEqual({ code: 0, stderr: '' });
  expect(sound.stdout).toContain('The workspace is sound.');

  writeFileSync(join(shop, 'exports', '.users.csv.partial'), 'half', { mode: 0o600 });
  const found = await portrait('doctor', shop);
  expect(found.code).toBe(1);
  expect(found.stdout).toContain(
    'exports/.users.csv.partial was left half written by an interrupted process. Can be repaired.',
  );
  const { code, json } = await portraitJson('doctor', shop, '--repair');
  expect({
    code,
    sound: json.sound,
    repairs: json.findings.map((finding: { repair: string }) => finding.repair),
  }).toEqual({
    code: 0,
    sound: true,
    repairs: ['done'],
  });

  rmSync(join(shop, 'workspace.db'));
  const missing = await portrait('doctor', shop, '--repair');
  expect(missing.code).toBe(1);
  expect(missing.stdout).toContain('The database (workspace.db) is missing. Cannot be repaired here.');
});
