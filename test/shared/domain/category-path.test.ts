import { describe, expect, it } from 'vitest';
import { isBareId, lastLevel, levelsOf, readableCategory } from '../../../shared/domain/category-path.ts';

describe('the path of a category', () => {
  it.each([
    ['electronics.audio.headphone', ['electronics', 'audio', 'headphone']],
    ['数码/手机', ['数码', '手机']],
    ['Home > Garden > Tools', ['Home', 'Garden', 'Tools']],
    ['Dr.Martens', ['Dr.Martens']],
    ['tea', ['tea']],
  ])('%s has its levels', (category, levels) => expect(levelsOf(category)).toEqual(levels));

  it.each([
    ['appliances.water_heater', 'water heater'],
    ['Dr.Martens', 'Dr.Martens'],
    ['数码/手机', '手机'],
    ['/', '/'],
  ])('%s ends with %s', (category, last) => expect(lastLevel(category)).toBe(last));

  it.each([
    ['electronics.audio', 'electronics.audio'],
    ['electronics.2053013555631882655', 'electronics'],
    ['Home > Garden > 10412', 'Home > Garden'],
    ['2053013555631882655', null],
    ['', null],
  ])('%j is readable as %j', (category, readable) => expect(readableCategory(category)).toBe(readable));
});

it('a bare id is a long number, a hexadecimal one or a UUID', () => {
  const ids = ['10412', '507f1f77bcf86cd799439011', '72d76fde-8bb3-4e00-8c23-a032dfed738c'];
  expect(ids.every(isBareId)).toBe(true);
  expect(['2023', 'facade', 'iPhone 15', 'a4', '4x4', ''].some(isBareId)).toBe(false);
});
