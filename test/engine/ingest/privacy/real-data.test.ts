import { expect, it } from 'vitest';
import { previewFile } from '../../../../electron/engine/ingest/detect/preview.ts';
import { sharedData } from '../../../support/data.ts';

it.each([
  ['rees46/2019-Oct.csv', {}],
  ['cdnow/CDNOW_master.txt', {}],
  ['ml-100k/ml-100k.inter', {}],
  // Together with age and gender, it identifies most of the raters.
  ['ml-100k/ml-100k.user', { zip_code: 'address' }],
  ['ml-100k/ml-100k.item', {}],
  ['lastfm/LastFM.txt', {}],
  ['reviews-zh/waimai_10k.csv', {}],
])('real data has the expected personal columns only: %s', async (name, expected) => {
  const file = sharedData(name);
  if (file === null) return;
  const { columns } = await previewFile({ file });
  const personal = columns.filter((column) => column.personal !== null);
  expect(Object.fromEntries(personal.map((column) => [column.name, column.personal]))).toEqual(expected);
});
