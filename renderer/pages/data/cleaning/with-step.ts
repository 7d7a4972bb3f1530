import type { Cleaning } from '../../../../shared/domain/cleaning.ts';

/** Returns a copy of `cleaning` with one step set, or removed if `value` is undefined. */
export function withStep<K extends keyof Cleaning>(
  cleaning: Cleaning,
  step: K,
  value: Cleaning[K] | undefined,
): Cleaning {
  const { [step]: _, ...rest } = cleaning;
  return value === undefined ? rest : { ...rest, [step]: value };
}

/** Returns a copy without the properties that are undefined. */
export function omitUndefined<T extends object>(parts: { [K in keyof T]: T[K] | undefined }): Partial<T>;
export function omitUndefined(parts: object): object {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}
