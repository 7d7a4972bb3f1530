import { PortraitError } from '../../../../shared/errors.ts';
import { binnedFeature } from '../../columns/facets/bins.ts';
import type { TraitFeature } from '../../columns/facets/count-facets.ts';
import { singleFeature } from '../../columns/facets/feature.ts';
import type { TraitColumn } from '../../columns/traits/trait-column.ts';
import { type TraitRow, traitRows } from '../../store/traits/traits.ts';
import type { Workspace } from '../../store/workspace.ts';

/** A saved trait with its values. */
export interface EvaluatedTrait extends Pick<TraitRow, 'name' | 'unit'> {
  readonly column: TraitColumn;
}

/** A workspace with the values of its traits, which throws RULE_UNKNOWN_NAME, TRAIT_CIRCULAR, … and CANCELLED. */
interface TraitSource {
  readonly workspace: Pick<Workspace, 'db'>;
  trait(name: string): TraitColumn;
}

/** Returns the values of all traits that can be evaluated. Throws CANCELLED. */
export function evaluatedTraits(source: TraitSource): EvaluatedTrait[] {
  return traitRows(source.workspace.db).flatMap(({ name, unit }) => {
    try {
      return [{ name, unit, column: source.trait(name) }];
    } catch (error) {
      if (error instanceof PortraitError && error.code !== 'CANCELLED') return [];
      throw error;
    }
  });
}

/** Returns the features of all traits of which any user has a value. Throws CANCELLED. */
export function traitFeatures(source: TraitSource): TraitFeature[] {
  return evaluatedTraits(source).flatMap(({ name, unit, column }): TraitFeature[] => {
    if (column.kind === 'number') {
      const bins = binnedFeature(column.values);
      return bins ? [{ name, unit, bins, texts: null }] : [];
    }
    const { codes, texts } = column;
    if (texts.length === 0) return [];
    const feature = singleFeature(codes, texts.length);
    return [{ name, unit, bins: null, texts: { feature, nameOf: (value) => texts[value]! } }];
  });
}
