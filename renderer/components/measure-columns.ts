import type { TFunction } from 'i18next';
import { MeasureName } from '../../shared/contract/profile.ts';
import type { Format } from '../base/format.ts';
import type { TableColumn } from './TableView.tsx';

/** Returns table columns for the users' measures; a row is an index of the values. */
export function measureColumns(
  t: TFunction,
  format: Format,
  values: Readonly<Record<MeasureName, ArrayLike<number>>>,
): TableColumn<number>[] {
  const text = (name: MeasureName, value: number) =>
    name === 'recency' && !Number.isNaN(value)
      ? t('terms.days', { count: Math.round(value) })
      : name === 'monetary'
        ? format.money(value)
        : format.number(value);
  return MeasureName.options.map((name) => ({
    key: name,
    header: t(`terms.measures.${name}`),
    cell: (row) => text(name, values[name][row] ?? Number.NaN),
    exported: (row) => values[name][row] ?? null,
    sortable: true,
    numeric: true,
  }));
}
