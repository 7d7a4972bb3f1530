import type { Problem } from '../../../../shared/contract/examine.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import type { LoadedFile } from '../stage/load-file.ts';
import { choicesOf } from './choices.ts';
import { countRepeats, repeatChoice } from './repeat-problems.ts';

/** Options of the command line that settle a choice. */
const OPTIONS: Partial<Record<Problem['code'], string>> = {
  'day-month': '--dates',
  'decimal-sign': '--decimal',
  'discount-kind': '--discount',
  'placeholder-missing': '--nothing',
  'placeholder-kept': '--nothing',
  'repeated-users': '--map',
  repeats: '--repeats',
};

/** Throws CHOICE_NEEDED if the import of a file would make a choice that changes counts or amounts. */
export async function requireNoChoice(duck: DuckDb, loaded: LoadedFile): Promise<void> {
  const repeats = await countRepeats(duck, loaded.staged);
  const all = [...(await choicesOf(duck, loaded)), ...repeatChoice(loaded, repeats)];
  const open = all.filter(({ choice }) => choice === 'counts' || choice === 'amounts');
  if (open.length === 0) return;
  const options = [...new Set(open.flatMap(({ code }) => OPTIONS[code] ?? []))];
  const { name, request } = loaded.opened;
  throw new PortraitError({
    code: 'CHOICE_NEEDED',
    message: `The content of ${name} does not determine how to read it: ${open.map(({ code, count }) => `${code} (${count})`).join(', ')}.`,
    hint: `Answer with ${options.join(', ')}. The data check lists both interpretations of each.`,
    details: { file: request.file, name, choices: open.map(({ code }) => code), options },
  });
}
