import type { ColumnProfile, Problem } from '../../../../shared/contract/examine.ts';
import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import type { Loaded } from '../stage/load-file.ts';
import type { Described } from './describe-file.ts';
import { isZoneAssumed } from './zone.ts';

/** Below this, a guess should be looked at. */
const SURE = 0.7;

type Facts = Problem['facts'];

/** What should be known of how a file was read: its encoding, its zone, its columns, its gaps. */
export function fileProblems(loaded: Loaded, { columns, guesses }: Described, report: QualityReport | null): Problem[] {
  const { source } = loaded.opened;
  const personal = columns.filter((column) => column.personal !== null);
  const unused = columns.filter((column) => column.use === null && column.personal === null && column.type !== 'empty');
  const unsure = guesses.filter(({ confidence, why }) => confidence < SURE && why !== 'default');
  const gaps = report?.time?.gaps ?? [];
  const order = loaded.staged.unsureDayMonth;
  return [
    ...personalProblem(personal),
    ...noted('unsure', 'warning', unsure.length, () => ({
      fields: listed(unsure.map(({ field, source: from }) => `${field} = ${from}`)),
    })),
    ...noted('unused-columns', 'note', unused.length, () => ({ columns: listed(unused.map(({ name }) => name)) })),
    ...noted('encoding', 'note', source.encoding === 'utf-8' ? 0 : 1, () => ({ encoding: source.encoding })),
    ...noted('gaps', 'note', gaps.length, () => ({ from: gaps[0]!.from, to: gaps[0]!.to })),
    ...noted('day-month', 'warning', order === null ? 0 : loaded.staged.rows, () => ({ order: order ?? '' })),
    ...noted('zone-assumed', 'note', isZoneAssumed(loaded) ? loaded.staged.rows : 0, () => ({ zone: loaded.zone })),
  ];
}

/** Personal columns, with the choices that were not taken: for all of them what one would do for one. */
function personalProblem(columns: readonly ColumnProfile[]): Problem[] {
  const choices = (['drop', 'hash', 'keep'] as const).filter((choice) =>
    columns.some(({ privacy }) => privacy !== choice),
  );
  const facts = () => ({ columns: listed(columns.map(({ name }) => name)) });
  const remedies = choices.map((choice) => ({
    file: { privacy: Object.fromEntries(columns.map(({ name }) => [name, choice])) },
  }));
  return noted('personal', 'warning', columns.length, facts).map((problem) => ({ ...problem, remedies }));
}

function noted(code: Problem['code'], severity: Problem['severity'], count: number, facts: () => Facts): Problem[] {
  return count === 0 ? [] : [{ code, severity, count, facts: facts(), examples: [], remedies: [] }];
}

function listed(names: readonly string[]): string {
  return names.length > 12 ? `${names.slice(0, 12).join(', ')} … (+${names.length - 12})` : names.join(', ');
}
