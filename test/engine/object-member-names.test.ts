import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MessagePack } from '../../shared/protocol/message-pack.ts';
import { testEngine } from '../support/engine.ts';

/** Names of properties that every object inherits, and one that JavaScript code may take for a method. */
const NAMES = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'toJSON'];

const valuesOf = (user: string) => new Map(NAMES.map((name) => [name, `${name} of ${user}`]));

/** Opens a workspace whose actions, items and attributes have these names; user `zed` has no attributes. */
async function openShop() {
  const { client, home } = testEngine();
  await client.call('workspace.create', { path: join(home, 'w.portrait') });
  const events = join(home, 'events.csv');
  const rows = ['ann', 'bo', 'zed'].flatMap((user, u) =>
    NAMES.map((name, n) => [user, 1_700_000_000 + 100 * u + n, name, name, name].join(',')),
  );
  writeFileSync(events, `user,time,action,item,category\n${rows.join('\n')}\n`);
  const users = join(home, 'users.csv');
  const attributes = ['ann', 'bo'].map((user) => [user, ...valuesOf(user).values()].join(','));
  writeFileSync(users, `user,${NAMES.join(',')}\n${attributes.join('\n')}\nzed${',null'.repeat(NAMES.length)}\n`);
  await client.run('ingest.run', { files: [{ file: events }] });
  await client.run('ingest.run', { files: [{ file: users, mapping: { user: 'user', attributes: NAMES } }] });
  return { client, home, users };
}

describe('names of the data that are those of the members of an object', () => {
  it('are counted, profiled, listed and exported like any other name', async () => {
    const { client } = await openShop();
    const { workspace } = await client.call('workspace.info', {});
    expect(new Set(workspace!.actions.keys())).toEqual(new Set(NAMES));
    expect([...workspace!.actions.values()]).toEqual(NAMES.map(() => 3));
    expect((await client.call('profile.user', { user: 'bo' })).attributes).toEqual(valuesOf('bo'));
    expect((await client.call('profile.user', { user: 'zed' })).attributes).toEqual(new Map());
    const page = await client.call('profile.users', { order: 'user', descending: false });
    expect(page.attributes).toEqual([valuesOf('ann'), valuesOf('bo'), new Map()]);

    await client.call('segment.create', { name: '__proto__', definition: { rule: 'events > 0' } });
    const { members } = await client.call('segment.get', { segment: '__proto__' });
    expect(members.attributes).toEqual([valuesOf('ann'), valuesOf('bo'), new Map()]);
    const { file } = await client.call('segment.export', { segment: '__proto__' });
    const [header = '', ...rows] = readFileSync(file, 'utf8').replace('\uFEFF', '').trimEnd().split('\r\n');
    const names = NAMES.toSorted();
    expect(header.split(',').slice(0, 6)).toEqual(['user', ...names]);
    const cells = rows.map((row) => row.split(',').slice(0, 6));
    const expected = ['ann', 'bo'].map((user) => [user, ...names.map((name) => `${name} of ${user}`)]);
    expect(cells).toEqual([...expected, ['zed', '', '', '', '', '']]);
  });

  it('can be used in a rule, and are compared', async () => {
    const { client } = await openShop();
    const rule = NAMES.map((name) => `"${name}" = "${name} of ann"`).join(' and ');
    expect(await client.call('segment.preview', { definition: { rule } })).toMatchObject({ size: 1 });
    const [named, ...others] = NAMES;
    const definition = { rule: `"${named}" = "${named} of ann"` };
    const { lift } = await client.call('segment.preview', { definition, minimumUsers: 1 });
    // The attribute that the rule names is left out of the comparison.
    expect(new Set(lift.of.filter((_, i) => lift.kind[i] === 'attribute'))).toEqual(new Set(others));
    const counted = { definition: { rule: 'count("__proto__", category = "__proto__") = 1' } };
    expect(await client.call('segment.preview', counted)).toMatchObject({ size: 3 });
  });

  it('keep the privacy choice of their column', async () => {
    const { client, users } = await openShop();
    const privacy = Object.fromEntries([['__proto__', 'drop'] as const]);
    const mapping = { user: 'user', attributes: ['*'] };
    const { files } = await client.run('ingest.run', { files: [{ file: users, mapping, privacy }], dryRun: true });
    expect(files[0]?.privacy).toEqual([{ column: '__proto__', kind: null, choice: 'drop' }]);
  });

  it('keep the privacy choice of their column in a browser, where messages are MessagePack', async () => {
    const { client, users } = await openShop();
    const messages = new MessagePack();
    const privacy = Object.fromEntries([['__proto__', 'keep'] as const]);
    const input = { files: [{ file: users, mapping: { user: 'user', attributes: ['*'] }, privacy }], dryRun: true };
    const received = messages.unpack(messages.pack(input));
    expect(received).toEqual(input);
    const { files } = await client.run('ingest.run', received as typeof input);
    expect(files[0]?.privacy).toEqual([{ column: '__proto__', kind: null, choice: 'keep' }]);
  });
});
