import { expect, it } from 'vitest';
import type { ActionKind } from '../../../../shared/domain/actions.ts';
import { testEngine } from '../../../support/engine.ts';
import { fillShop } from '../../../support/shop.ts';

const DAY = 86_400_000;

async function shopWith(actions: readonly string[]) {
  const { client, engine, home } = testEngine();
  const path = `${home}/shop.portrait`;
  await client.call('workspace.create', { path });
  const events = actions.map((action, day) => ({ user: 'ann', action, time: day * DAY, amount: 7, item: 'x' }));
  fillShop(engine.workspace(), { events: [...events, { user: 'bob', action: 'view', time: 0 }] });
  const choose = (...kinds: [action: string, kind: ActionKind][]) =>
    client.call('workspace.changeActions', {
      settings: new Map(kinds.map(([name, kind]) => [name, { kind, en: null, zh: null }])),
    });
  const members = async (rule: string) =>
    (await client.call('segment.preview', { definition: { rule }, liftRows: 0 })).size;
  const bought = async () => (await client.call('profile.users', { order: 'user', descending: false })).frequency[0];
  return { client, path, choose, members, bought };
}

it('measures, rules, portraits and targets follow which actions are purchases, and so does the end of a choice', async () => {
  const { client, choose, members, bought } = await shopWith(['purchase', '开单', '开单', 'refund']);
  const frequency = async () => members('frequency = 2');
  const habits = async () => (await client.call('profile.user', { user: 'ann' })).customer?.purchases;
  const target = async () =>
    (await client.call('prediction.targets', {})).actions.flatMap(({ name, purchase }) => (purchase ? name : []));
  const all = async () => [await bought(), await frequency(), await habits(), await target()];
  expect(await all()).toEqual([1, 0, 1, ['purchase']]);

  await choose(['purchase', 'other'], ['开单', 'purchase']);
  expect(await all()).toEqual([2, 1, 2, ['开单']]);

  await choose();
  expect(await all()).toEqual([1, 0, 1, ['purchase']]);
});

it('a rule names all actions of a kind where no action has that name', async () => {
  const { choose, members } = await shopWith(['开单', '收银', 'scan']);
  await expect(members('purchase >= 2')).rejects.toMatchObject({ code: 'RULE_UNKNOWN_NAME' });
  await choose(['开单', 'purchase'], ['收银', 'purchase']);
  expect(await members('purchase = 2')).toBe(1);
  expect(await members('sum(purchased) >= 14')).toBe(1);
  expect(await members('not purchase')).toBe(1);
});

it('choices stay when the workspace is closed, also for names of object members', async () => {
  const { client, path, choose, bought } = await shopWith(['__proto__', 'constructor']);
  expect(await bought()).toBe(0);
  await choose(['__proto__', 'purchase'], ['constructor', 'purchase']);
  await client.call('workspace.close', {});
  await client.call('workspace.open', { path });
  expect(await bought()).toBe(2);
});
