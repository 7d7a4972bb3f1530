import { expect, it } from 'vitest';
import { indexOfText, textAt, textColumn, textsOf } from '../../../shared/domain/text-column.ts';

const texts = ['12', '', '1', '21', '熊猫', '🐼', ''];

it('returns the texts that it was made of', () => {
  const column = textColumn(texts);
  expect(textsOf(column)).toEqual(texts);
  expect([textAt(column, 3), textAt(column, 6), textAt(column, 7), textAt(column, -1)]).toEqual([
    '21',
    '',
    undefined,
    undefined,
  ]);
  expect(textsOf(textColumn([]))).toEqual([]);
});

it('has the index of a whole text, not of one that two texts make together', () => {
  const column = textColumn(texts);
  expect(['12', '', '1', '21', '🐼', '121', '2'].map((text) => indexOfText(column, text))).toEqual([
    0, 1, 2, 3, 5, -1, -1,
  ]);
});
