import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatFor } from '../../../../renderer/base/format.ts';
import { en } from '../../../../renderer/locales/en/index.ts';
import { zh } from '../../../../renderer/locales/zh/index.ts';
import { problemText } from '../../../../renderer/pages/data/doctor/problem-text.ts';
import { remedyText } from '../../../../renderer/pages/data/doctor/remedy-text.ts';
import { type Problem, ProblemCode } from '../../../../shared/contract/examine.ts';
import { isApplied, mergeRemedy } from '../../../../shared/domain/merge-remedy.ts';

beforeAll(() =>
  i18next.init({ resources: { en: { translation: en }, zh: { translation: zh } }, lng: 'en', initAsync: false }),
);

const english = formatFor('en');
const settings = { file: { file: 'a.csv', mapping: { user: 'who', time: 'when' } }, cleaning: {} };

describe('a remedy', () => {
  it('changes only the options that it names', () => {
    const { file, cleaning } = mergeRemedy(
      { ...settings, cleaning: { prices: { min: 1 }, nearRepeats: { seconds: 3 } } },
      { file: { mapping: { time: 'at' }, privacy: { mail: 'drop' } }, cleaning: { prices: { max: 9 } } },
    );
    expect(file).toEqual({ file: 'a.csv', mapping: { user: 'who', time: 'at' }, privacy: { mail: 'drop' } });
    expect(cleaning).toEqual({ prices: { min: 1, max: 9 }, nearRepeats: { seconds: 3 } });
    expect(settings.file.mapping.time).toBe('when');
  });

  it('is recognised as applied in any order of options', () => {
    const remedy = { file: { zone: 'Asia/Shanghai' }, cleaning: { bots: { perMinute: 60 } } };
    expect(isApplied(settings, remedy)).toBe(false);
    const applied = mergeRemedy(settings, remedy);
    expect(isApplied(applied, remedy)).toBe(true);
    const { mapping, ...rest } = applied.file;
    expect(isApplied({ ...applied, file: { ...(mapping && { mapping }), ...rest } }, remedy)).toBe(true);
  });

  it('is named by its effect', () => {
    const text = (remedy: Parameters<typeof remedyText>[2]) => remedyText(i18next.t, english, remedy);
    expect(text({ file: { encoding: 'gb18030' } })).toBe('Read as GB 18030 (GBK)');
    expect(text({ cleaning: { prices: { min: 0.01 } } })).toBe('Drop prices below 0.01');
    expect(text({ cleaning: { clip: { quantile: 0.999 } } })).toBe('Clip at the 99.9% quantile');
    expect(text({ file: { privacy: { mail: 'hash', name: 'hash' } } })).toBe('Hash mail, name');
    expect(text({ file: { mapping: { item: 'sku' } }, cleaning: { bots: { perDay: 900 } } })).toBe(
      'Item from sku · Drop users above 900 per day',
    );
  });
});

describe('a finding', () => {
  const problem = (code: ProblemCode, facts: Problem['facts'] = {}): Problem => ({
    ...{ code, severity: 'warning', count: 3, facts, examples: [], remedies: [] },
  });

  it.each(['en', 'zh'])('of every kind has a text in %s', async (language) => {
    await i18next.changeLanguage(language);
    const format = formatFor(language);
    const facts = { ...{ seconds: 3, users: 2, perMinute: 60, before: '1990-01-01T00:00:00.000Z' }, code: 'X' };
    for (const code of ProblemCode.options) {
      const { title, text } = problemText(i18next.t, format, problem(code, { ...facts, message: 'No.', hint: 'Do.' }));
      expect(title).not.toMatch(/^doctor|\{\{/);
      expect(text).not.toMatch(/^doctor|\{\{/);
      expect(title.length).toBeGreaterThan(1);
    }
    await i18next.changeLanguage('en');
  });

  it('has formatted numbers and dates', () => {
    const text = (...of: Parameters<typeof problem>) => problemText(i18next.t, english, problem(...of)).text;
    expect(text('bots', { users: 1234, perMinute: 60 })).toContain('1,234 users have more than 60');
    expect(text('bots', { users: 2, perDay: 900 })).toContain('within a day');
    expect(text('early-times', { before: '1990-01-01T00:00:00.000Z' })).toContain('1 Jan 1990');
    expect(text('gaps', { from: 0, to: 86_400_000 })).toContain('from 1 Jan 1970 to 2 Jan 1970');
    expect(text('encoding', { encoding: 'utf-16le' })).toContain('UTF-16 LE');
  });
});
