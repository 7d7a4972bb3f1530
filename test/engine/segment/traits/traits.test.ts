import { beforeEach, describe, expect, it } from 'vitest';
import { errorShape } from '../../../../shared/errors.ts';
import type { EngineClient } from '../../../../shared/protocol/client.ts';
import { testEngine } from '../../../support/engine.ts';
import { fillShop, testWorkspace } from '../../../support/shop.ts';

const DAY = 86_400_000;
const BASE = Date.parse('2026-01-01T00:00:00Z');

let client: EngineClient;
let path: string;
const failure = (call: Promise<unknown>) =>
  call.then(() => {
    throw new Error('the call succeeded');
  }, errorShape);
const save = (name: string, formula: string, replace = false) => client.call('traits.save', { name, formula, replace });
const list = async () => (await client.call('traits.list', {})).traits;

beforeEach(async () => {
  const workspace = testWorkspace();
  const buy = (user: string, day: number, amount: number) => {
    return { user, time: BASE + day * DAY, action: 'purchase', category: '书', amount };
  };
  const viewed = { user: 'u4', time: BASE, action: 'view', category: '茶' };
  fillShop(workspace, { events: [buy('u1', 0, 10), buy('u1', 8, 30), buy('u2', 1, 100), buy('u3', 2, 5), viewed] });
  workspace.close();
  ({ client } = testEngine());
  ({ path } = workspace);
  await client.call('workspace.open', { path });
});

describe('computed traits', () => {
  it('are previewed with their distribution and users at its quartiles', async () => {
    const preview = await client.call('traits.preview', { formula: 'sum(purchased)/count(purchased)' });
    expect(preview).toMatchObject({
      ...{ formula: 'sum(purchase) / count(purchase)', kind: 'number', users: 4, known: 3 },
      distribution: { min: 5, lowerQuartile: 12.5, median: 20, upperQuartile: 60, max: 100 },
      examples: [
        { user: 'u3', value: 5 },
        { user: 'u1', value: 20 },
        { user: 'u2', value: 100 },
      ],
    });
    const { distribution } = preview;
    expect(distribution?.kind === 'number' && distribution.counts.reduce((sum, users) => sum + users, 0)).toBe(3);
    expect(await client.call('traits.preview', { formula: 'most_frequent(category)' })).toMatchObject({
      ...{ kind: 'text', known: 4 },
      distribution: { texts: ['书', '茶'], counts: Int32Array.of(3, 1), further: 0 },
    });
    const none = await client.call('traits.preview', { formula: '1 / (count(view) - count(view))' });
    expect(none).toMatchObject({ known: 0, distribution: null, examples: [] });
  });

  it('are used in rules by their names, and survive a restart', async () => {
    await save('basket', 'sum(purchase) / count(purchase)');
    await save('favourite', 'most_frequent(category)');
    const preview = (rule: string) => client.call('segment.preview', { definition: { rule }, liftRows: 0 });
    expect((await preview('trait("basket") > 10')).size).toBe(2);
    expect((await preview('not trait("basket") > 10')).size).toBe(2);
    expect((await preview('trait("favourite") in ("茶", "x")')).size).toBe(1);
    expect(await failure(preview('trait("basket") = "A"'))).toMatchObject({
      code: 'TRAIT_WRONG_TYPE',
      hint: 'For example: trait("basket") > 80',
    });
    expect(await failure(preview('trait("favourite") > 3'))).toMatchObject({ code: 'TRAIT_WRONG_TYPE' });
    expect(await failure(preview('trait("baskte") > 3'))).toMatchObject({
      code: 'RULE_UNKNOWN_NAME',
      hint: 'Did you mean basket?',
    });
    await client.call('workspace.close', {});
    await client.call('workspace.open', { path });
    expect((await list()).map(({ name, formula, kind }) => [name, formula, kind])).toEqual([
      ['basket', 'sum(purchase) / count(purchase)', 'number'],
      ['favourite', 'most_frequent(category, any)', 'text'],
    ]);
  });

  it('have names of their own, under which each is replaced, renamed, deleted and restored', async () => {
    await save('basket', 'mean(purchase)');
    expect(await failure(save('basket', 'count(view)'))).toMatchObject({ code: 'TRAIT_EXISTS' });
    const { replaced } = await save('basket', 'count(view)', true);
    const formulas = async () => (await list()).map(({ name, formula }) => `${name}: ${formula}`);
    expect(await formulas()).toEqual(['basket: count(view)']);
    await client.call('traits.restore', { name: 'basket', deleted: replaced!, replace: true });
    expect(await formulas()).toEqual(['basket: mean(purchase)']);
    await save('half', 'trait("basket") / 2');
    await client.call('segment.create', { name: 'rich', definition: { rule: 'trait("basket") > 10' } });
    await client.call('traits.rename', { name: 'basket', to: '客单价' });
    expect(await formulas()).toEqual(['half: trait("客单价") / 2', '客单价: mean(purchase)']);
    const [segment] = (await client.call('segment.list', {})).segments;
    expect(segment?.rule).toBe('trait("客单价") > 10');
    expect(await failure(client.call('traits.rename', { name: 'half', to: '客单价' }))).toMatchObject({
      code: 'TRAIT_EXISTS',
    });
    const { deleted } = await client.call('traits.delete', { name: '客单价' });
    expect(await failure(client.call('traits.delete', { name: '客单价' }))).toMatchObject({ code: 'TRAIT_NOT_FOUND' });
    expect(await list()).toMatchObject([{ name: 'half', kind: null, error: { code: 'RULE_UNKNOWN_NAME' } }]);
    const rule = { rule: 'segment("rich") and trait("客单价") > 10' };
    expect(await failure(client.call('segment.preview', { definition: rule }))).toMatchObject({
      code: 'RULE_UNKNOWN_NAME',
      message: 'The workspace has no trait named “客单价”.',
    });
    await client.call('traits.restore', { name: '客单价', deleted });
    expect(await list()).toMatchObject([
      { name: 'half', error: null },
      { name: '客单价', segments: ['rich'], traits: ['half'] },
    ]);
  });

  it('cannot refer to themselves, to what does not exist, or calculate with texts', async () => {
    await save('a', 'count(view)');
    await save('b', 'trait("a") + 1');
    await save('text', 'last(category)');
    expect(await failure(save('a', 'trait("b") * 2', true))).toMatchObject({
      code: 'TRAIT_CIRCULAR',
      details: { trait: 'a', path: ['a', 'b', 'a'] },
    });
    expect(await failure(client.call('traits.preview', { formula: 'trait("b")', name: 'a' }))).toMatchObject({
      code: 'TRAIT_CIRCULAR',
    });
    expect(await failure(save('c', 'trait("d")'))).toMatchObject({ code: 'RULE_UNKNOWN_NAME' });
    expect(await failure(save('c', 'count(veiw)'))).toMatchObject({ hint: 'Did you mean view?' });
    expect(await failure(save('c', 'count(view, category = "酒")'))).toMatchObject({ code: 'RULE_UNKNOWN_NAME' });
    expect(await failure(save('c', 'trait("text") * 2'))).toMatchObject({ code: 'TRAIT_IS_TEXT' });
    expect(await failure(save('c', '('.repeat(5000)))).toMatchObject({ code: 'RULE_SYNTAX' });
    await save('t0', Array.from({ length: 10 }, () => 'count(view)').join(' + '));
    await save('t1', Array.from({ length: 5 }, () => 'trait("t0")').join(' + '));
    expect(await failure(save('t2', 'trait("t1") + trait("t1")'))).toMatchObject({ code: 'TRAIT_TOO_LARGE' });
  });

  it('end their preview when it is cancelled', async () => {
    const listeners: (() => void)[] = [];
    const signal = { aborted: false, addEventListener: (_: 'abort', listener: () => void) => listeners.push(listener) };
    const cancelled = failure(client.call('traits.preview', { formula: 'count(view)' }, signal));
    for (const listener of listeners) listener();
    expect(await cancelled).toMatchObject({ code: 'CANCELLED' });
    expect((await client.call('traits.preview', { formula: 'count(view)' })).known).toBe(4);
  });
});
