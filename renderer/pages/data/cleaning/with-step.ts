import type { Cleaning } from '../../../../shared/domain/cleaning.ts';

/** Cleaning with a step changed, or left out where it is given as undefined. */
export function withStep<K extends keyof Cleaning>(
  cleaning: Cleaning,
  step: K,
  value: Cleaning[K] | undefined,
): Cleaning {
  const { [step]: _, ...rest } = cleaning;
  return value === undefined ? rest : { ...rest, [step]: value };
}

/** An object without the parts that are undefined. */
export function defined<T extends object>(parts: { [K in keyof T]: T[K] | undefined }): Partial<T>;
export function defined(parts: object): object {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}
