import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../../../renderer/locales/en/index.ts';
import { zh } from '../../../../renderer/locales/zh/index.ts';
import { reasonText } from '../../../../renderer/pages/data/reason-text.ts';
import type { RejectionReason } from '../../../../shared/domain/rejection.ts';

beforeAll(() =>
  i18next.init({
    ...{ resources: { en: { translation: en }, zh: { translation: zh } }, lng: 'zh', initAsync: false },
    interpolation: { escapeValue: false },
  }),
);

const cases: [RejectionReason, string][] = [
  [{ code: 'column-count', params: { count: 3, expected: 5 } }, '有 3 列，应为 5 列'],
  [{ code: 'column-count', params: { count: 1, expected: 2 } }, '有 1 列，应为 2 列'],
  [{ code: 'missing', params: { field: 'user' } }, '缺少用户'],
  [{ code: 'not-a-time', params: { field: 'time', value: 'x' } }, '时间：“x”不是时间'],
  [
    { code: 'not-a-number', params: { field: 'price', value: '<a> {{b}} is not a number' } },
    '单价：“<a> {{b}} is not a number”不是数值',
  ],
  [{ code: 'not-json', params: { position: 12, fault: 'colon-expected' } }, '第 12 个字符处 JSON 无效：此处应为冒号'],
  [{ code: 'document-too-long', params: { megabytes: 8 } }, '文档超过 8 MB'],
  [{ code: 'open-quote', params: {} }, '引号没有闭合'],
  [{ code: 'text-after-quote', params: {} }, '闭合的引号后面还有文字'],
];

describe('the reason for rejecting a row, in Chinese', () => {
  it.each(cases)('%o', (reason, text) => {
    expect(reasonText(i18next.t, reason)).toBe(text);
  });

  it('of an older workspace is the stored sentence', () => {
    expect(reasonText(i18next.t, { code: 'text', params: { text: 'the moon is full' } })).toBe('the moon is full');
  });
});
