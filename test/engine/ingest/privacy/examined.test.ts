import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testEngine } from '../../../support/engine.ts';

it('the data check shows personal data to the user, and stores none of it', async () => {
  const { client, home } = testEngine();
  const workspace = join(home, 'shop.portrait');
  await client.call('workspace.create', { path: workspace });
  const file = join(home, 'users.csv');
  writeFileSync(file, 'email,age\nada@example.com,36\nada@example.com,thirty\n');
  const { files } = await client.run('ingest.examine', { files: [{ file }] });
  const [email] = files[0]?.columns ?? [];
  expect(email).toMatchObject({ personal: 'email', top: [{ value: 'ada@example.com' }] });
  const kept = readdirSync(workspace, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  expect(kept.map(({ name }) => name)).toContain('job.json');
  for (const one of kept) expect(readFileSync(join(one.parentPath, one.name)).includes('ada@')).toBe(false);
});
