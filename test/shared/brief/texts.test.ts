import { expect, test } from 'vitest';
import { en } from '../../../shared/texts/brief/en.ts';
import { liftRange } from '../../../shared/texts/brief/lift-range.ts';
import { categoryName } from '../../../shared/texts/brief/names.ts';
import { sayIn } from '../../../shared/texts/brief/say.ts';
import { zh } from '../../../shared/texts/brief/zh.ts';

const slots = (text: string) => new Set([...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name));

test('both languages have the same parameters in each text', () => {
  for (const [key, text] of Object.entries(en)) {
    const chinese = zh[key as keyof typeof en];
    expect(chinese, key).not.toBe('');
    expect(slots(chinese), key).toEqual(
      new Set([...slots(text)].filter((name) => slots(chinese).has(name) || !isWordOnly(text, name))),
    );
  }
});

/** Whether a parameter only chooses between two words, which Chinese does not need. */
const isWordOnly = (text: string, name: string | undefined) => !text.includes(`{{${name}}}`);

test('a number is formatted, and chooses between singular and plural', () => {
  const say = sayIn('en', 'UTC', null);
  expect(say('rowsRepeated', { rows: 1 })).toBe('1 row repeated another and was not counted again.');
  expect(say('rowsRepeated', { rows: 1234 })).toBe('1,234 rows repeated another and were not counted again.');
  expect(sayIn('zh', 'UTC', null)('rowsRepeated', { rows: 1234 })).toBe('1,234 行与其他行重复，未重复计入。');
});

test('a category is called by the last part of its path, unless that is a number', () => {
  const say = sayIn('en', 'UTC', null);
  expect(categoryName(say, 'appliances.kitchen.air_heater')).toBe('air heater');
  expect(categoryName(say, '数码/手机')).toBe('手机');
  expect(categoryName(say, '2053013553559896355')).toBe('category 2053013553559896355');
});

test('the interval of a lift is drawn on a logarithmic line that begins at 1', () => {
  expect(liftRange({ low: 1, high: 64 })).toEqual({ from: 0, to: 100 });
  expect(liftRange({ low: 8, high: 8 })).toEqual({ from: 50, to: 53 });
  expect(liftRange({ low: 0.2, high: 500 })).toEqual({ from: 0, to: 100 });
});
