import { describe, expect, it } from 'vitest';
import { completeSteps } from '../../../../renderer/pages/data/cleaning/complete-steps.ts';
import { formatRates, parseRates } from '../../../../renderer/pages/data/cleaning/rates.ts';
import { suggestionsOf } from '../../../../renderer/pages/data/cleaning/suggestions.ts';
import { withStep } from '../../../../renderer/pages/data/cleaning/with-step.ts';
import { presetName } from '../../../../renderer/pages/data/import/preset-name.ts';
import type { ExaminedFile } from '../../../../shared/contract/examine.ts';
import type { ImportSteps } from '../../../../shared/contract/import-steps.ts';
import { Cleaning } from '../../../../shared/domain/cleaning.ts';

describe('cleaning steps', () => {
  it('are switched on and off independently', () => {
    const on = withStep({ clip: { quantile: 0.9 } }, 'nearRepeats', { seconds: 3 });
    expect(on).toEqual({ clip: { quantile: 0.9 }, nearRepeats: { seconds: 3 } });
    expect(withStep(on, 'clip', undefined)).toEqual({ nearRepeats: { seconds: 3 } });
  });

  it('are omitted while they are incomplete, so that the request is always valid', () => {
    const incomplete = {
      ...{ internal: { users: [] }, currency: { to: 'EU', rates: {} }, text: { width: false } },
      ...{ times: {}, bots: {}, clip: { quantile: 0.99 } },
    };
    expect(completeSteps(incomplete)).toEqual({ clip: { quantile: 0.99 } });
    expect(Cleaning.safeParse(completeSteps(incomplete)).success).toBe(true);
  });

  it('parse currency rates', () => {
    expect(parseRates(['USD = 7.1', 'eur:8,2', 'JPY 0.05', 'nonsense', 'GBP = 0'])).toEqual({
      ...{ USD: 7.1, EUR: 8.2, JPY: 0.05 },
    });
    expect(parseRates(formatRates({ USD: 7.1 }))).toEqual({ USD: 7.1 });
  });
});

describe('suggestions for cleaning', () => {
  const steps = (rows: number): ImportSteps => ({
    nearRepeats: [
      { seconds: 1, rows, examples: [] },
      { seconds: 3, rows: 2 * rows, examples: [] },
    ],
    bots: { perMinute: { events: 60 + rows, users: 1, rows, examples: [] }, perDay: null },
    times: null,
    prices: { notPositive: { rows, examples: [] }, high: null },
    sessions: [{ idleMinutes: 30, sessions: 10 * rows }],
    rareUsers: [{ fewerThan: 2, count: 1, rows, examples: [] }],
    rareItems: null,
  });
  const file = (of: ImportSteps | null): ExaminedFile => ({
    ...{ file: 'a', name: 'a', bytes: 1, kind: 'events', timeKind: 'clock', preset: null, mapping: {} },
    source: { format: 'text', encoding: 'utf-8', compression: 'none', inner: null },
    ...{ guesses: [], columns: [], problems: [], report: null, steps: of },
  });

  it('add up the effects of each step over files', () => {
    const suggestions = suggestionsOf({
      files: [file(steps(1)), file(steps(4)), file(null)],
      result: null,
      seconds: 1,
    });
    expect(suggestions).toEqual({
      nearRepeats: {
        seconds: 3,
        thresholds: [
          { seconds: 1, rows: 5 },
          { seconds: 3, rows: 10 },
        ],
      },
      bots: { perMinute: 61, perDay: null, rows: 5 },
      times: null,
      prices: { high: null, rows: 5 },
      rareUsers: { fewerThan: 2, count: 2 },
      rareItems: null,
      sessions: [{ idleMinutes: 30, sessions: 50 }],
      sessionsFixed: false,
    });
  });

  it('are absent before the data check', () => {
    expect(suggestionsOf(null)).toMatchObject({ bots: null, sessions: [], sessionsFixed: false });
  });
});

describe('the name of a saved preset', () => {
  it('is its title in characters that are valid in a file name', () => {
    expect(presetName('Our shop, weekly (2024)')).toBe('our-shop-weekly-2024');
    expect(presetName('Café')).toBe('cafe');
    expect(presetName('本店每周导出')).toMatch(/^preset-[a-z0-9]+$/);
    expect(presetName('本店')).not.toBe(presetName('别店'));
  });
});
