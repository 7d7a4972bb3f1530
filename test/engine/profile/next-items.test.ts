import { expect, it } from 'vitest';
import { leaveOneOut } from '../../../electron/engine/profile/next/leave-one-out.ts';
import type { Behaviours } from '../../../electron/engine/sequence/encode.ts';
import { FIELDS, type FieldName, UNK } from '../../../electron/engine/sequence/fields.ts';
import { likesPhones, trainedShop } from '../../support/trained-shop.ts';

it('what is likely next is predicted for a user, the most probable first, each with the event that speaks most for it', async () => {
  const { client, run } = await trainedShop();
  for (const user of ['u7', 'u39']) {
    const stem = likesPhones(user) ? 'phone' : 'tea';
    const { kind, expected } = await client.run('profile.next', { user, run, limit: 5 });
    expect(kind).toBe('item');
    expect(expected).toHaveLength(5);
    const probabilities = expected.map(({ probability }) => probability);
    expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a));
    expect(expected[0]?.name).toMatch(new RegExp(`^${stem}-\\d$`));
    for (const { because } of expected) if (because) expect(because.factor).toBeGreaterThanOrEqual(1.1);
    expect(await client.run('profile.next', { user, run, limit: 5 })).toEqual({ run, kind, expected });
  }
  await expect(client.run('profile.next', { user: 'nobody', run })).rejects.toMatchObject({ code: 'USER_NOT_FOUND' });
});

it('the histories are the whole one and those without each event, and end with an unknown event in a new session', () => {
  const column = (...values: number[]) => Int32Array.from(values);
  const behaviours: Behaviours = {
    users: column(0),
    offsets: column(0, 3),
    tokens: Object.fromEntries(FIELDS.map((field) => [field, column(11, 12, 13)])) as Record<FieldName, Int32Array>,
    session: column(4, 4, 5),
    words: { offsets: column(0, 1, 1, 3), tokens: column(7, 8, 9) },
  };
  const { behaviours: all, cases } = leaveOneOut(behaviours, 1, [2, 1]);
  expect([...all.tokens.item]).toEqual([12, 13, UNK, 12, UNK, 13, UNK]);
  expect([...all.session]).toEqual([4, 5, 6, 4, 6, 5, 6]);
  expect([...all.offsets]).toEqual([0, 3, 5, 7]);
  expect(cases).toEqual([
    { from: 0, event: 2 },
    { from: 3, event: 4 },
    { from: 5, event: 6 },
  ]);
  expect([...all.words!.offsets]).toEqual([0, 0, 2, 2, 2, 2, 4, 4]);
  expect([...all.words!.tokens]).toEqual([8, 9, 8, 9]);
});
