import type { Remedy } from '../contract/examine.ts';
import { ImportFile } from '../contract/import-file.ts';
import type { Cleaning } from './cleaning.ts';

export interface ImportSettings {
  file: ImportFile;
  cleaning: Cleaning;
}

/**
 * Returns the import settings with a remedy applied. Nested options, such as a mapping, are merged property by
 * property.
 */
export function mergeRemedy({ file, cleaning }: ImportSettings, remedy: Remedy): ImportSettings {
  const { mapping, privacy, nothing, ...rest } = remedy.file ?? {};
  const options = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    file: ImportFile.parse({
      ...file,
      ...options,
      ...(mapping === undefined ? {} : { mapping: mergeMapping(file.mapping, mapping) }),
      ...(privacy === undefined ? {} : { privacy: { ...file.privacy, ...privacy } }),
      ...(nothing === undefined ? {} : { nothing: { ...file.nothing, ...nothing } }),
    }),
    cleaning: mergeCleaning(cleaning, remedy.cleaning ?? {}),
  };
}

/** Whether a remedy is already applied, so that merging it would have no effect. */
export function isApplied(settings: ImportSettings, remedy: Remedy): boolean {
  return canonicalJson(mergeRemedy(settings, remedy)) === canonicalJson(settings);
}

function mergeCleaning(cleaning: Cleaning, changes: Cleaning): Cleaning {
  return {
    ...cleaning,
    ...changes,
    ...(changes.text && { text: { ...cleaning.text, ...changes.text } }),
    ...(changes.times && { times: { ...cleaning.times, ...changes.times } }),
    ...(changes.prices && { prices: { ...cleaning.prices, ...changes.prices } }),
    ...(changes.bots && { bots: { ...cleaning.bots, ...changes.bots } }),
    ...(changes.core && { core: { ...cleaning.core, ...changes.core } }),
  };
}

type Mapping = ImportFile['mapping'];

const mergeMapping = (current: Mapping, remedy: NonNullable<Mapping>): NonNullable<Mapping> =>
  typeof current === 'object' && typeof remedy === 'object' ? { ...current, ...remedy } : remedy;

/** Serialises a value as JSON with sorted keys, so that equal values yield equal strings. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
