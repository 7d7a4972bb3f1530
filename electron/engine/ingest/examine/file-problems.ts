import type { ColumnProfile, Problem } from '../../../../shared/contract/examine.ts';
import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import type { LoadedFile } from '../stage/load-file.ts';
import type { FileDescription } from './describe-file.ts';

/** Guesses with a confidence below this should be verified. */
const MIN_CONFIDENCE = 0.7;

type Facts = Problem['facts'];

/** Problems in how a file was read: its encoding, time zone, columns and gaps. */
export function fileProblems(
  loaded: LoadedFile,
  { columns, guesses }: FileDescription,
  report: QualityReport | null,
  choices: readonly Problem[],
): Problem[] {
  const { source } = loaded.opened;
  const personalColumns = columns.filter((column) => column.personal !== null);
  const unusedColumns = columns.filter(
    (column) => column.use === null && column.personal === null && column.type !== 'empty',
  );
  const uncertainGuesses = guesses.filter(({ confidence, why }) => confidence < MIN_CONFIDENCE && why !== 'default');
  const gaps = report?.time?.gaps ?? [];
  return [
    ...personalProblem(personalColumns),
    ...problemIf('personal-cells', 'warning', loaded.masked.cells, () => ({})),
    ...problemIf('masked-texts', 'note', loaded.masked.texts, () => ({})),
    ...problemIf('order-states', 'note', loaded.staged.orders.revoked, () => ({})),
    ...problemIf('order-amounts', 'note', loaded.staged.orders.amounts, () => ({})),
    ...problemIf('unsure', 'warning', uncertainGuesses.length, () => ({
      fields: joinNames(uncertainGuesses.map(({ field, source: from }) => `${field} = ${from}`)),
    })),
    ...problemIf('unused-columns', 'note', unusedColumns.length, () => ({
      columns: joinNames(unusedColumns.map(({ name }) => name)),
    })),
    ...problemIf('encoding', 'note', source.encoding === 'utf-8' ? 0 : 1, () => ({ encoding: source.encoding })),
    ...problemIf('gaps', 'note', gaps.length, () => ({
      from: gaps[0]!.from,
      to: gaps[0]!.to,
      zone: report?.time?.zone ?? 'UTC',
    })),
    ...choices,
  ];
}

/**
 * The problem of personal columns. Each remedy applies one choice to all of them; choices already made for every column
 * are omitted.
 */
function personalProblem(columns: readonly ColumnProfile[]): Problem[] {
  const choices = (['drop', 'hash', 'keep'] as const).filter((choice) =>
    columns.some(({ privacy }) => privacy !== choice),
  );
  const facts = () => ({ columns: joinNames(columns.map(({ name }) => name)) });
  const remedies = choices.map((choice) => ({
    file: { privacy: Object.fromEntries(columns.map(({ name }) => [name, choice])) },
  }));
  return problemIf('personal', 'warning', columns.length, facts).map((problem) => ({ ...problem, remedies }));
}

function problemIf(code: Problem['code'], severity: Problem['severity'], count: number, facts: () => Facts): Problem[] {
  return count === 0 ? [] : [{ code, severity, count, facts: facts(), examples: [], remedies: [] }];
}

function joinNames(names: readonly string[]): string {
  return names.length > 12 ? `${names.slice(0, 12).join(', ')} … (+${names.length - 12})` : names.join(', ');
}
