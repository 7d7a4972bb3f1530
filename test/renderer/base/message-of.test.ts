import i18next from 'i18next';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chineseMessage } from '../../../renderer/base/chinese-message.ts';
import { addErrorTranslator, messageOf } from '../../../renderer/base/message-of.ts';
import { en } from '../../../renderer/locales/en/index.ts';
import { zh } from '../../../renderer/locales/zh/index.ts';
import { mappingError } from '../../../shared/domain/mapping-errors.ts';
import { syntaxError } from '../../../shared/domain/rule-errors.ts';
import { type ErrorShape, PortraitError } from '../../../shared/errors.ts';

beforeAll(async () => {
  addErrorTranslator('zh', chineseMessage);
  await i18next.init({ lng: 'en', resources: { en: { translation: en }, zh: { translation: zh } } });
});
afterEach(() => i18next.changeLanguage('en'));

const emptyShape: ErrorShape = {
  code: 'FILE_EMPTY',
  message: 'a.csv is empty.',
  hint: 'Export it again.',
  details: { file: '/shop/a.csv' },
};
const empty = new PortraitError(emptyShape);
const coded = (code: string, details: Record<string, unknown>) =>
  new PortraitError({ code, message: 'In English.', hint: 'In English.', details });
const messageFor = (error: unknown) => messageOf(error, i18next.t);

describe('the message of an error', () => {
  it('is that of the engine', () => {
    expect(messageFor(empty)).toMatchObject({ message: 'a.csv is empty.', hint: 'Export it again.' });
  });

  it('is translated to Chinese, with the parameters of the error', async () => {
    await i18next.changeLanguage('zh');
    expect(messageFor(empty)).toEqual({ message: '“a.csv”是空的。', hint: '请重新导出，或选择其他文件。' });
  });

  it.each([
    [
      'a file',
      coded('FILE_UNREADABLE', { file: '/shop/orders.csv', variant: 'busy' }),
      '/shop/orders.csv 无法读取：其他程序正在使用它。',
    ],
    [
      'a table',
      coded('TABLE_NOT_FOUND', { file: '/shop/a.xlsx', inner: 'May', nearest: [], tables: ['June'] }),
      '“a.xlsx”中没有表“May”。',
    ],
    [
      'a count',
      coded('ARCHIVE_BOMB', { file: '/shop/a.zip', variant: 'entries', limit: 10_000 }),
      '压缩包“a.zip”含有超过 10,000 个文件，疑似为占满磁盘而制作（解压炸弹）。',
    ],
    [
      'a user',
      coded('TOO_FEW_POSITIVES', { class: 'loyal', found: 3, needed: 20 }),
      '在某个数据划分中，“loyal”的用户只有 3 位，至少需要 20 位。',
    ],
    ['a place', syntaxError(4, 'expected-number', { found: 'x' }), '此处应为数字，实际是“x”（规则的第 5 个字符）。'],
    ['an end', syntaxError(4, 'expected-action'), '此处应为行为类型，实际是规则的结尾（规则的第 5 个字符）。'],
    [
      'a field',
      mappingError('user', 0, 'unknown-field', 'usr', ['user']),
      '没有字段“usr”（字段映射的第 1 个字符）。您是否要找“user”？',
    ],
    [
      'a setting',
      coded('BAD_RANGE', { variant: 'order', setting: 'dropout', from: 0.5, to: 0.0003, searchable: ['width'] }),
      '搜索空间无效：“dropout”的下限 0.5 大于上限 0.0003。',
    ],
  ])('names %s in Chinese', async (_, error, message) => {
    await i18next.changeLanguage('zh');
    expect(messageFor(error).message).toBe(message);
  });

  it('is told apart by its variant, where a code has several meanings', async () => {
    await i18next.changeLanguage('zh');
    const noTable = new PortraitError({ ...emptyShape, details: { file: '/shop/a.zip', variant: 'no-table' } });
    expect(messageFor(noTable)).toEqual({ message: '“a.zip”中没有表格。', hint: '请重新导出，或选择其他文件。' });
  });

  it('stays in English if an earlier version recorded it without what the Chinese text names', async () => {
    await i18next.changeLanguage('zh');
    const { message, hint } = emptyShape;
    expect(messageFor({ code: 'FILE_EMPTY', message, hint })).toMatchObject({ message, hint });
  });

  it('is English if there is no translation', async () => {
    await i18next.changeLanguage('zh');
    const rare = new PortraitError({ code: 'RARE', message: 'Rare.', hint: 'Wait.' });
    expect(messageFor(rare)).toMatchObject({ message: 'Rare.', hint: 'Wait.' });
  });

  it('hides the text of an unexpected error', () => {
    const fault = { code: 'INTERNAL', message: "Cannot read 'x' of undefined at /a/b.ts:3", hint: 'See the log.' };
    for (const error of [fault, new TypeError('x is not a function'), 'text', null, undefined]) {
      expect(messageFor(error).message).toBe(en.terms.unexpected);
    }
  });
});
