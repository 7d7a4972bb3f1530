import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isHeldOut } from '../../../electron/engine/brief/hold-out.ts';
import { writeShop } from '../../cli/shop-csv.ts';
import { testEngine } from '../../support/engine.ts';
import { readCsv } from '../../support/read-csv.ts';

const SMALL = { width: 16, layers: 1, length: 16, epochs: 2, batchSize: 16 };

async function shopWithBrief() {
  const { client, home } = testEngine();
  await client.call('workspace.create', { path: `${home}/shop.portrait` });
  await client.run('brief.make', { files: [{ file: writeShop(home) }], config: SMALL });
  const { brief } = await client.call('brief.get', {});
  return { client, brief: brief!, group: brief!.groups[0]! };
}

describe('a group that is exported with a hold-out', () => {
  it('is saved as a segment, and each member is in exactly one of two files', async () => {
    const { client, group } = await shopWithBrief();
    const { segment, contact, holdOut } = await client.call('brief.exportGroup', { group: group.key, name: 'Spring' });
    expect(segment).toBe('Spring');
    const { segments } = await client.call('segment.list', {});
    expect(segments).toMatchObject([{ name: 'Spring', size: group.size, definition: group.definition }]);
    expect(contact.rows + holdOut.rows).toBe(group.size);
    expect([basename(contact.file), basename(holdOut.file)]).toEqual(['Spring (contact).csv', 'Spring (hold-out).csv']);
    const users = (file: string) =>
      readCsv(readFileSync(file, 'utf8'))
        .slice(1)
        .map(([user]) => user);
    const all = [...users(contact.file), ...users(holdOut.file)];
    expect(new Set(all).size).toBe(group.size);
    for (const user of users(holdOut.file)) expect(isHeldOut('Spring', user ?? '')).toBe(true);
  });

  it('says in both manifests how users were held out', async () => {
    const { client, group } = await shopWithBrief();
    const { contact, holdOut } = await client.call('brief.exportGroup', { group: group.key, name: 'Spring' });
    const manifest = (file: string) => JSON.parse(readFileSync(`${file}.manifest.json`, 'utf8'));
    const facts = { campaign: 'Spring', share: 0.1, members: group.size, rule: expect.stringContaining('SHA-256') };
    expect(manifest(contact.file)).toMatchObject({ segment: 'Spring', holdOut: { part: 'contact', ...facts } });
    expect(manifest(holdOut.file)).toMatchObject({ segment: 'Spring', holdOut: { part: 'hold-out', ...facts } });
  });

  it('can be exported again, and does not replace a segment of another definition', async () => {
    const { client, brief, group } = await shopWithBrief();
    const first = await client.call('brief.exportGroup', { group: group.key, name: 'Spring' });
    expect(await client.call('brief.exportGroup', { group: group.key, name: 'Spring' })).toEqual(first);
    const other = brief.groups[1]!;
    await expect(client.call('brief.exportGroup', { group: other.key, name: 'Spring' })).rejects.toMatchObject({
      code: 'SEGMENT_EXISTS',
    });
    await expect(client.call('brief.exportGroup', { group: 'none', name: 'Spring' })).rejects.toMatchObject({
      code: 'GROUP_NOT_FOUND',
    });
  });
});

describe('the hold-out', () => {
  it('is a tenth, the same each time, and another for another campaign', () => {
    const users = Array.from({ length: 20_000 }, (_, i) => `user-${i}`);
    const spring = users.filter((user) => isHeldOut('Spring', user));
    const autumn = new Set(users.filter((user) => isHeldOut('Autumn', user)));
    expect(spring.length / users.length).toBeCloseTo(0.1, 1.7);
    expect(spring).toEqual(users.filter((user) => isHeldOut('Spring', user)));
    expect(spring.filter((user) => autumn.has(user)).length / spring.length).toBeLessThan(0.2);
  });
});
