import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DefinitionInput } from '../../../shared/contract/segment.ts';
import type { Rule } from '../../../shared/domain/rule.ts';
import { testEngine } from '../../support/engine.ts';
import { fillShop } from '../../support/shop.ts';

async function openShop() {
  const { engine, client } = testEngine();
  await client.call('workspace.create', { path: join(engine.files.home, 'shop.portrait') });
  const events = ['u1', 'u2'].map((user, i) => ({ user, time: 1_700_000_000_000 + i, action: 'view', item: 'x' }));
  fillShop(engine.workspace(), { events, items: [{ item: 'x' }], users: {} });
  return client;
}

/** A rule of `groups` × `size` counts that everyone matches. */
const wideRule = (groups: number, size: number): Rule => ({
  all: Array.from({ length: groups }, () => ({
    any: Array.from({ length: size }, (_, i) => ({ count: { action: 'view' }, op: '>=' as const, value: i })),
  })),
});

describe('a rule of many conditions', () => {
  it('is counted up to 500 of them', async () => {
    const client = await openShop();
    const preview = await client.call('segment.preview', { definition: { rule: wideRule(5, 100) } });
    expect(preview.size).toBe(2);
  });

  it.each<[string, DefinitionInput, number]>([
    ['5 × 101 counts', { rule: wideRule(5, 101) }, 505],
    ['200 × 200 counts', { rule: wideRule(200, 200) }, 40_000],
    [
      '600 sums as text',
      {
        rule: Array(3)
          .fill(`(${Array(200).fill('sum(*) > 1').join(' or ')})`)
          .join(' and '),
      },
      600,
    ],
  ])('is refused before a statement is made of it: %s', async (_, definition, conditions) => {
    const client = await openShop();
    const refused = { code: 'RULE_TOO_LARGE', details: { conditions, limit: 500 } };
    await expect(client.call('segment.preview', { definition })).rejects.toMatchObject(refused);
    await expect(client.call('segment.create', { name: 'large', definition })).rejects.toMatchObject(refused);
    expect((await client.call('segment.list', {})).segments).toEqual([]);
  });

  it('is refused if it is nested too deeply, however deeply, or refers to itself', async () => {
    const client = await openShop();
    let rule: Rule = { measure: 'events', op: '>', value: 0 };
    for (let depth = 1; depth < 40; depth++) rule = { not: rule };
    const deep = client.call('segment.preview', { definition: { rule } });
    await expect(deep).rejects.toMatchObject({ code: 'RULE_SYNTAX', details: { variant: 'depth' } });
    for (let depth = 40; depth < 1500; depth++) rule = { not: rule };
    await expect(client.call('segment.preview', { definition: { rule } })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const cyclic: { all: Rule[] } = { all: [] };
    cyclic.all.push(cyclic, cyclic);
    const endless = client.call('segment.preview', { definition: { rule: cyclic } });
    await expect(endless).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('counting a segment', () => {
  it('leaves the engine free: calls that came later are answered first', async () => {
    const client = await openShop();
    const answered: string[] = [];
    const note = (name: string) => () => answered.push(name);
    const definition = { rule: wideRule(5, 100) };
    await Promise.all([
      client.call('segment.preview', { definition }).then(note('preview')),
      client.call('segment.create', { name: 'all', definition }).then(note('create')),
      client.call('workspace.info', {}).then(note('info')),
    ]);
    expect(answered[0]).toBe('info');
    expect(await client.call('segment.get', { segment: 'all' })).toMatchObject({ size: 2 });
  });

  it('ends with the workspace, and starts again with the next', async () => {
    const client = await openShop();
    const definition = { rule: 'events > 0' };
    const preview = client.call('segment.preview', { definition }).catch((error: unknown) => error);
    await client.call('workspace.close', {});
    expect(await preview).toMatchObject({ code: 'CANCELLED' });
    await expect(client.call('segment.preview', { definition })).rejects.toMatchObject({ code: 'NO_WORKSPACE' });
  });

  it('reports unknown names and maps as before', async () => {
    const client = await openShop();
    const unknown = client.call('segment.preview', { definition: { rule: 'count(veiw) > 1' } });
    await expect(unknown).rejects.toMatchObject({ code: 'RULE_UNKNOWN_NAME', details: { nearest: ['view'] } });
  });
});
