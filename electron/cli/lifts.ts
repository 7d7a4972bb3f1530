import type { Lift } from '../../shared/contract/segment.ts';
import { itemName } from '../../shared/texts/item-name.ts';
import { share, table } from './text.ts';

/** Formats a segment's strongest features as a table. */
export function liftTable(lift: Lift, maxRows: number): string {
  const rows = lift.kind
    .slice(0, maxRows)
    .map((_, i) => [
      featureName(lift, i),
      share(lift.memberShare[i] ?? Number.NaN),
      share(lift.everyoneShare[i] ?? Number.NaN),
      `${(lift.lift[i] ?? Number.NaN).toFixed(2)}×`,
      `${(lift.low[i] ?? Number.NaN).toFixed(2)}–${(lift.high[i] ?? Number.NaN).toFixed(2)}`,
    ]);
  return table(rows, ['feature', 'members', 'all users', 'lift', '95 % interval']);
}

/**
 * Formats a feature's name, such as `purchase: Phones`; a behaviour without a category is the action in any category.
 */
function featureName({ kind, of, name, title, titleEn, category, brand }: Lift, i: number): string {
  const item = kind[i] === 'item' ? name[i] : null;
  const value =
    item == null
      ? name[i]
      : itemName('en', {
          item,
          ...{ title: title[i]!, titleEn: titleEn[i]!, category: category[i]!, brand: brand[i]! },
        });
  const feature = of[i] ?? kind[i] ?? '';
  return value ? `${feature}: ${value}` : feature;
}
