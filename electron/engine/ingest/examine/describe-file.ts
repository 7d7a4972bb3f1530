import type { ColumnProfile, ExaminedFile } from '../../../../shared/contract/examine.ts';
import { previewSteps } from '../clean/preview-steps.ts';
import { guessesOf } from '../detect/guess-confidence.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import type { LoadedFile } from '../stage/load-file.ts';
import { columnUses } from './column-uses.ts';
import { describeColumns } from './describe-columns.ts';

/** The description of a file before the trial import: without problems and report. */
export type FileDescription = Omit<ExaminedFile, 'problems' | 'report'>;

/** Describes a loaded file over all of its rows. */
export async function describeFile(duck: DuckDb, loaded: LoadedFile): Promise<FileDescription> {
  const { opened, inspection, staged } = loaded;
  const { kind, preset, mapping, stats } = inspection;
  const uses = columnUses(inspection);
  const privacyByColumn = new Map(
    loaded.privacy.columns.map(({ column, kind: personal, choice }) => [column, { personal, privacy: choice }]),
  );
  const noPrivacy = { personal: null, privacy: null };
  const columns = (await describeColumns(duck, loaded)).map(
    (column): ColumnProfile => ({
      ...column,
      ...(privacyByColumn.get(column.name) ?? noPrivacy),
      use: uses.get(column.name) ?? null,
    }),
  );
  return {
    ...{ file: opened.request.file, name: opened.name, source: opened.source },
    ...{ bytes: stats.size, kind, timeKind: staged.timeKind, preset, mapping, columns },
    guesses: guessesOf(inspection),
    steps: kind === 'events' ? await previewSteps(duck, loaded) : null,
  };
}
