import fc from 'fast-check';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import type { Cleaning } from '../../../../shared/domain/cleaning.ts';

/** Options of an import except the file's path, and what else is done in its workspace. */
export interface ImportOptions {
  readonly file: Omit<ImportFile, 'file'>;
  readonly cleaning?: Cleaning;
  readonly dryRun?: boolean;
  /** Whether a valid file is imported before it; otherwise after it. */
  readonly before: boolean;
  /** Whether the file is examined first. */
  readonly examine: boolean;
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const one = fc.constantFrom;

/** Removes undefined properties, as omitted options are absent. */
const withoutUndefined = <T extends object>(record: fc.Arbitrary<T>) =>
  record.map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));

const cleaning: fc.Arbitrary<Cleaning> = withoutUndefined(
  fc.record({
    text: maybe(fc.record({ width: fc.boolean(), case: fc.boolean() })),
    currency: maybe(one({ to: 'CNY', rates: { USD: 7.1, CNY: 1 } })),
    times: maybe(one({ from: '2024-05-01T08:10:00Z' }, { to: '2024-05-01T08:20:00Z' })),
    prices: maybe(one({ min: 5 }, { min: 1, max: 30 })),
    clip: maybe(one({ quantile: 0.9 })),
    internal: maybe(one({ users: ['user-1', 'user-4'] })),
    bots: maybe(one({ perMinute: 1 }, { perDay: 5 })),
    nearRepeats: maybe(one({ seconds: 3 }, { seconds: 600 })),
    core: maybe(one({ user: 2, item: 3 }, { user: 6 }, { item: 5 })),
    sessions: maybe(one({ idleMinutes: 5 })),
  }),
);

const file: fc.Arbitrary<ImportOptions['file']> = withoutUndefined(
  fc.record({
    repeats: maybe(one<'drop' | 'keep'>('drop', 'keep')),
    zone: maybe(one('Asia/Shanghai', 'America/New_York')),
    key: maybe(one<NonNullable<ImportFile['key']>>(['user', 'time', 'item'], ['user'])),
    preset: fc.option(one('rees46', 'online-retail', 'userbehavior'), { nil: undefined, freq: 8 }),
    mapping: fc.option(one("user=user_id,time=event_time,item=product_id,action='view'", 'user=1,time=2,item=4'), {
      nil: undefined,
      freq: 5,
    }),
    privacy: fc.option(one<NonNullable<ImportFile['privacy']>>({ user_id: 'hash' }, { brand: 'drop' }), {
      nil: undefined,
      freq: 5,
    }),
  }),
);

/** Half of the imports use default options. */
export const importOptions: fc.Arbitrary<ImportOptions> = fc.oneof(
  fc.record({ file: fc.constant({}), before: fc.boolean(), examine: fc.constant(false) }),
  fc.record({
    file,
    cleaning,
    dryRun: one(false, false, true),
    before: fc.boolean(),
    examine: one(false, false, true),
  }),
);
