import type { TFunction } from 'i18next';
import type { TraitSummary, TraitValues } from '../../shared/contract/traits.ts';
import type { Format } from '../base/format.ts';
import type { TableColumn } from '../components/TableView.tsx';
import { traitTitle, traitValueText } from './trait-text.ts';

/** Returns the key of a trait's column, which is that of no measure. */
export const traitKey = (name: string): string => `trait:${name}`;

/** Returns table columns for computed traits; a row is an index of the values, of which there is an array a trait. */
export function traitColumns(
  t: TFunction,
  format: Format,
  traits: readonly TraitSummary[],
  values: readonly TraitValues[],
): TableColumn<number>[] {
  return traits.map((trait, i) => {
    const valueIn = (row: number) => {
      const value = values[i]?.[row] ?? null;
      return typeof value === 'number' && Number.isNaN(value) ? null : value;
    };
    return {
      key: traitKey(trait.name),
      header: traitTitle(trait),
      cell: (row) => traitValueText(t, format, valueIn(row)),
      exported: valueIn,
      sortable: true,
      numeric: trait.kind === 'number',
    };
  });
}
