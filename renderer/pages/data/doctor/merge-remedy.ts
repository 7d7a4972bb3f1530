import type { Remedy } from '../../../../shared/contract/examine.ts';
import { ImportFile } from '../../../../shared/contract/ingest.ts';
import type { Cleaning } from '../../../../shared/domain/cleaning.ts';

export interface Asked {
  file: ImportFile;
  cleaning: Cleaning;
}

/** What was asked for, with a remedy in it: of options with parts, such as a mapping, only the parts that it names change. */
export function mergeRemedy({ file, cleaning }: Asked, remedy: Remedy): Asked {
  const { mapping, privacy, ...rest } = remedy.file ?? {};
  const named = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    file: ImportFile.parse({
      ...file,
      ...named,
      ...(mapping === undefined ? {} : { mapping: merged(file.mapping, mapping) }),
      ...(privacy === undefined ? {} : { privacy: { ...file.privacy, ...privacy } }),
    }),
    cleaning: mergeCleaning(cleaning, remedy.cleaning ?? {}),
  };
}

/** Whether a remedy would change nothing: it has been chosen already. */
export function isChosen(asked: Asked, remedy: Remedy): boolean {
  return sorted(mergeRemedy(asked, remedy)) === sorted(asked);
}

function mergeCleaning(cleaning: Cleaning, more: Cleaning): Cleaning {
  return {
    ...cleaning,
    ...more,
    ...(more.text && { text: { ...cleaning.text, ...more.text } }),
    ...(more.times && { times: { ...cleaning.times, ...more.times } }),
    ...(more.prices && { prices: { ...cleaning.prices, ...more.prices } }),
    ...(more.bots && { bots: { ...cleaning.bots, ...more.bots } }),
    ...(more.core && { core: { ...cleaning.core, ...more.core } }),
  };
}

type Mapping = ImportFile['mapping'];

const merged = (asked: Mapping, remedy: NonNullable<Mapping>): NonNullable<Mapping> =>
  typeof asked === 'object' && typeof remedy === 'object' ? { ...asked, ...remedy } : remedy;

/** The same text for the same content, in whatever order it was put together. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
