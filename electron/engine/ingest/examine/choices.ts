import type { Problem } from '../../../../shared/contract/examine.ts';
import type { Mapping } from '../../../../shared/domain/mapping.ts';
import { cellsOfColumns } from '../detect/column-cells.ts';
import { overruledColumns } from '../detect/guess-names.ts';
import type { AmbiguousNumbers } from '../stage/decimal-signs.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import type { LoadedFile } from '../stage/load-file.ts';
import { placeholderChoices } from './placeholder-choices.ts';
import { isZoneAssumed } from './zone.ts';

type Choice = NonNullable<Problem['choice']>;
type Details = Partial<Pick<Problem, 'severity' | 'facts' | 'examples' | 'remedies'>>;

const choice = (code: Problem['code'], changes: Choice, count: number, details: Details = {}): Problem => ({
  ...{ code, severity: 'note', choice: changes, count, facts: {}, examples: [], remedies: [] },
  ...details,
});

/**
 * Lists the choices that the import of a file makes without being determined by its content, each with the options that
 * settle it.
 */
export async function choicesOf(duck: DuckDb, loaded: LoadedFile): Promise<Problem[]> {
  const { staged, inspection } = loaded;
  return [
    ...dayOrderChoice(loaded),
    ...staged.ambiguousNumbers.map(decimalChoice),
    ...discountChoice(loaded),
    ...repeatedUsersChoice(loaded),
    ...(await placeholderChoices(duck, loaded)),
    ...(isZoneAssumed(loaded) ? [choice('zone-assumed', 'times', staged.rows, { facts: { zone: loaded.zone } })] : []),
    ...columnChoices(loaded),
    ...actionChoice(inspection),
  ];
}

function dayOrderChoice({ staged: { ambiguousDates: dates } }: LoadedFile): Problem[] {
  if (!dates) return [];
  const { order, other, rows } = dates;
  const examples = dates.examples.map(({ text, read, other: second }) => ({ text: `${text} → ${read} / ${second}` }));
  const remedies = [order, other].map((answer) => ({ file: { dates: answer } }));
  return [choice('day-month', 'counts', rows, { severity: 'warning', facts: { order, other }, examples, remedies })];
}

function decimalChoice({ field, sign, rows, examples }: AmbiguousNumbers): Problem {
  const remedies = (['point', 'comma'] as const).map((decimal) => ({ file: { decimal } }));
  const texts = examples.map(({ text, read, other }) => ({ text: `${text} → ${read} / ${other}` }));
  const details = { severity: 'warning', facts: { field, sign }, examples: texts, remedies } as const;
  return choice('decimal-sign', 'amounts', rows, details);
}

function discountChoice({ staged: { discounts } }: LoadedFile): Problem[] {
  if (!discounts?.isChoice) return [];
  const { kind, rows, examples } = discounts;
  const remedies = (['money', 'share', 'percent'] as const).map((discount) => ({ file: { discount } }));
  const texts = examples.map((text) => ({ text }));
  const facts = { kind: kind ?? 'open' };
  return [choice('discount-kind', 'amounts', rows, { severity: 'warning', facts, examples: texts, remedies })];
}

function repeatedUsersChoice({ repeatedUsers, inspection: { mapping } }: LoadedFile): Problem[] {
  if (repeatedUsers === 0) return [];
  const { user = '', attributes = [] } = mapping;
  const remedies = [{ file: { mapping: { user, attributes } satisfies Mapping } }];
  return [choice('repeated-users', 'counts', repeatedUsers, { severity: 'warning', remedies })];
}

/** Choices of columns: by cells in spite of a name, a title used as the item, and a date joined with a time of day. */
function columnChoices({ inspection }: LoadedFile): Problem[] {
  const { mapping, reasons, columns, rows, layout, dialect } = inspection;
  if (layout === 'sequences' || !dialect.header) return [];
  const isGuessed = (field: keyof Mapping) => reasons.get(field) === 'name' || reasons.get(field) === 'cells';
  const overruled = overruledColumns(cellsOfColumns(columns, rows), mapping).filter(({ field }) => isGuessed(field));
  return [
    ...overruled.map((facts) => choice('column-overruled', 'names', 1, { facts })),
    ...(mapping.item !== undefined && mapping.item === mapping.title && isGuessed('item')
      ? [choice('title-as-item', 'names', 1, { facts: { column: mapping.item } })]
      : []),
    ...(mapping.time?.includes('+') && !columns.includes(mapping.time) && isGuessed('time')
      ? [choice('date-and-clock', 'times', 1, { facts: { columns: mapping.time.replace('+', ', ') } })]
      : []),
  ];
}

function actionChoice({ mapping, reasons }: LoadedFile['inspection']): Problem[] {
  const why = reasons.get('action');
  if (mapping.action === undefined || (why !== 'filename' && why !== 'columns' && why !== 'default')) return [];
  return [choice('action-guessed', 'names', 1, { facts: { action: mapping.action.replaceAll("'", ''), why } })];
}
