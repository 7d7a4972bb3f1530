import type { ColumnProfile, ExaminedFile } from '../../../../shared/contract/examine.ts';
import { previewSteps } from '../clean/preview-steps.ts';
import { guessesOf } from '../detect/guess-confidence.ts';
import type { Duck } from '../stage/duckdb.ts';
import type { Loaded } from '../stage/load-file.ts';
import { columnUses } from './column-uses.ts';
import { describeColumns } from './describe-columns.ts';

/** What is said of a file before the import is tried: everything but its problems and its report. */
export type Described = Omit<ExaminedFile, 'problems' | 'report'>;

/** Describes a loaded file over all of its rows. */
export async function describeFile(duck: Duck, loaded: Loaded): Promise<Described> {
  const { opened, inspection, staged } = loaded;
  const { kind, preset, mapping, bytes } = inspection;
  const uses = columnUses(inspection);
  const settled = new Map(
    loaded.privacy.columns.map(({ column, kind: personal, choice }) => [column, { personal, privacy: choice }]),
  );
  const open = { personal: null, privacy: null };
  const columns = (await describeColumns(duck, loaded)).map(
    (column): ColumnProfile => ({
      ...column,
      ...(settled.get(column.name) ?? open),
      use: uses.get(column.name) ?? null,
    }),
  );
  return {
    ...{ file: opened.request.file, name: opened.name, source: opened.source },
    ...{ bytes, kind, timeKind: staged.timeKind, preset, mapping, columns },
    guesses: guessesOf(inspection),
    steps: kind === 'events' ? await previewSteps(duck, loaded) : null,
  };
}
