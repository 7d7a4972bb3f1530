import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../../../renderer/locales/en/index.ts';
import { zh } from '../../../../renderer/locales/zh/index.ts';
import { reasonText } from '../../../../renderer/pages/data/reason-text.ts';

beforeAll(() =>
  i18next.init({
    ...{ resources: { en: { translation: en }, zh: { translation: zh } }, lng: 'zh', initAsync: false },
    interpolation: { escapeValue: false },
  }),
);

describe('why a row was set aside, in Chinese', () => {
  it.each([
    ['3 columns instead of 5', '有 3 列，应为 5 列'],
    ['1 column instead of 2', '有 1 列，应为 2 列'],
    ['user is missing', '缺少用户'],
    ['time “x” is not a time', '时间：“x”不是时间'],
    ['price “<a> is not a number” is not a number', '单价：“<a> is not a number”不是数值'],
    ['not JSON at character 12: a colon should stand', '自第 12 个字符起不是 JSON（a colon should stand）'],
    ['the document is longer than 8 megabytes', '超过 8 MB'],
    ['a quotation mark is never closed', '引号没有闭合'],
  ])('%s', (reason, words) => {
    expect(reasonText(i18next.t, reason)).toBe(words);
  });

  it('stands as it was said where nothing is known of it', () => {
    expect(reasonText(i18next.t, 'the moon is full')).toBe('the moon is full');
  });
});
