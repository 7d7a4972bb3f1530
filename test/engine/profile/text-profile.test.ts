import { describe, expect, it } from 'vitest';
import { profileJob } from '../../../electron/engine/profile/profile-job.ts';
import { textProfileJob } from '../../../electron/engine/profile/text/text-profile-job.ts';
import { trainJob } from '../../../electron/engine/train/train-job.ts';
import { searchesPhones, searchingShop } from '../../support/searching-shop.ts';
import { recordingContext } from '../train/context.ts';

const config = {
  width: 16,
  layers: 1,
  heads: 2,
  length: 24,
  epochs: 40,
  batchSize: 4,
  learningRate: 5e-3,
  dropout: 0.1,
};

/** A model trained on a shop's behaviour, and a function to query it with text. */
async function trainedShopWithQueries(options: { texts: boolean }) {
  const { context } = recordingContext(searchingShop(options));
  const { run } = await trainJob({ config }, context);
  const query = (text: string, action?: string) =>
    textProfileJob({ run, text, ...(action === undefined ? {} : { action }) }, context);
  return { run, context, type: query };
}

describe('a typed text', () => {
  it('is profiled near users who search for it, with expected categories and items', async () => {
    const { run, context, type } = await trainedShopWithQueries({ texts: true });
    await profileJob({ run, pooling: 'full' }, context);
    const { words, vector, nearest, expected } = await type('我最近想看手机壳！');
    expect(words.find(({ word }) => word === '手机')).toMatchObject({ known: true });
    expect(words.find(({ word }) => word === '最近')).toMatchObject({ known: false, names: [] });
    expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    expect(nearest.filter(({ user }) => searchesPhones(user)).length).toBeGreaterThanOrEqual(8);
    expect(expected.categories[0]).toMatchObject({ name: '数码/手机' });
    expect(expected.items[0]?.name).toMatch(/^手机/);
    const sum = expected.items.reduce((total, { probability }) => total + probability, 0);
    expect(sum).toBeCloseTo(1, 5);

    const tea = await type('茶叶', 'search');
    expect(tea.expected.categories[0]).toMatchObject({ name: '食品/茶叶' });
    const long = await type('手机壳 '.repeat(250_000));
    expect(long.expected.categories[0]).toMatchObject({ name: '数码/手机' });

    await expect(type('qwxyz')).rejects.toMatchObject({ code: 'TEXT_UNKNOWN' });
    await expect(type('  …！ \ud800')).rejects.toMatchObject({ code: 'TEXT_EMPTY' });
    await expect(type('')).rejects.toMatchObject({ code: 'TEXT_EMPTY' });
    await expect(type('手机', 'teleport')).rejects.toMatchObject({ code: 'ACTION_NOT_FOUND' });
  });

  it('is interpreted by names alone if the data has no texts', async () => {
    const { type } = await trainedShopWithQueries({ texts: false });
    const { words, expected, nearest } = await type('看看手机');
    expect(words).toMatchObject([
      { word: '看看', known: false, names: [] },
      { word: '手机', known: false, names: [{ kind: 'category', name: '数码/手机' }] },
    ]);
    expect(expected.categories[0]).toMatchObject({ name: '数码/手机' });
    expect(nearest).toEqual([]);
    await expect(type('汽车')).rejects.toMatchObject({ code: 'TEXT_UNKNOWN' });
  });
});
