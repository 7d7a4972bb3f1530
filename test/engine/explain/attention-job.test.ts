import { describe, expect, it } from 'vitest';
import { trainedShop } from '../../support/trained-shop.ts';

describe('the attention of a user’s sequence', () => {
  it('has a weight for each pair of positions in each layer and head, each row summing to 1', async () => {
    const { client, run } = await trainedShop();
    const { layers, heads, tokens, attention } = await client.run('explain.attention', { run, user: 'u5' });
    expect({ layers, heads }).toEqual({ layers: 2, heads: 2 });
    const length = tokens.length;
    expect(attention).toHaveLength(layers * heads * length * length);
    for (let row = 0; row < layers * heads * length; row++) {
      const shares = attention.subarray(row * length, (row + 1) * length);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
    }
    const [first, second] = [attention.subarray(0, length * length), attention.subarray(length * length)];
    expect(first).not.toEqual(second.subarray(0, length * length));
  });

  it('is zero for later positions in a causal run, whose profiles are vectors like others', async () => {
    const { client } = await trainedShop();
    const { run } = await client.run('train.start', {
      config: { objective: 'causal', embeddings: 'cooccurrence', width: 16, layers: 1, epochs: 1 },
    });
    const { tokens, attention } = await client.run('explain.attention', { run, user: 'u5' });
    attention.forEach((share, i) => {
      const [key, query] = [i % tokens.length, Math.floor(i / tokens.length) % tokens.length];
      if (key > query) expect(share).toBe(0);
    });
    const profiled = await client.run('profile.compute', { run });
    expect(profiled).toMatchObject({ dimensions: 32 });
    expect(profiled.users).toBeGreaterThan(0);
  });

  it('covers the user’s behaviours, oldest first, with [CLS] first and [SEP] after each session', async () => {
    const { client, run } = await trainedShop();
    const { tokens } = await client.run('explain.attention', { run, user: 'u5' });
    const { events, total } = await client.call('profile.timeline', { user: 'u5' });
    expect(tokens.map(({ kind }) => kind).join(' ')).toBe(
      'CLS behaviour behaviour behaviour SEP behaviour behaviour behaviour SEP behaviour behaviour SEP',
    );
    const shown = tokens.filter(({ kind }) => kind === 'behaviour');
    expect(total).toBe(8);
    expect(shown.map(({ item, time }) => [item, time])).toEqual(events.map(({ item, time }) => [item, time]).reverse());
  });

  it('covers the last behaviours that fit, or all of a short history', async () => {
    const { client, run } = await trainedShop();
    const { tokens } = await client.run('explain.attention', { run, user: 'u5', last: 6 });
    const { events } = await client.call('profile.timeline', { user: 'u5', limit: 3 });
    expect(tokens.map(({ kind, item }) => item ?? kind)).toEqual([
      'CLS',
      ...[events[2]!.item, 'SEP', events[1]!.item, events[0]!.item, 'SEP'],
    ]);
    await expect(client.run('explain.attention', { run, user: 'nobody' })).rejects.toMatchObject({
      code: 'USER_NOT_FOUND',
    });
    await expect(client.run('explain.attention', { run: 'run-9', user: 'u5' })).rejects.toMatchObject({
      code: 'RUN_NOT_FOUND',
    });
  });
});
