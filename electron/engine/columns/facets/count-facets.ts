import type { Facet } from '../../../../shared/contract/explore.ts';
import type { Rule } from '../../../../shared/domain/rule.ts';
import type { Mask } from '../masks.ts';
import type { BinnedFeature } from './bins.ts';
import type { ColumnFeatures, NamedFeature } from './column-features.ts';
import type { Feature } from './feature.ts';
import { facetKey, facetParts, namedValues, withoutFacet } from './own-conditions.ts';
import type { ClusterFeature } from './stored-features.ts';
import { topValues } from './top-values.ts';

/** Feature of a prediction: its most probable class, or its score in bins. */
export interface PredictionFeature {
  readonly name: string;
  readonly run: string;
  readonly classes: NamedFeature | null;
  readonly scores: { readonly bins: BinnedFeature; readonly isProbability: boolean } | null;
}

/** Feature of a computed trait: its numbers in bins, or its texts. */
export interface TraitFeature {
  readonly name: string;
  readonly unit: string;
  readonly bins: BinnedFeature | null;
  readonly texts: NamedFeature | null;
}

/** Features from which facets are counted. */
export interface FacetFeatures {
  readonly columns: ColumnFeatures;
  readonly cluster: (ClusterFeature & { readonly map: string }) | null;
  readonly predictions: readonly PredictionFeature[];
  readonly traits: readonly TraitFeature[];
}

interface Selection {
  readonly rule: Rule | null;
  /** Returns the mask of users who match a rule; of all users if it is null. */
  maskOf(rule: Rule | null): Mask;
  /** Maximum number of values of a facet. */
  readonly limit: number;
}

/** Counts the selected users by each feature, ignoring the conditions on the facet itself. */
export function countFacets(features: FacetFeatures, selection: Selection): Facet[] {
  const { columns, cluster, predictions, traits } = features;
  const { rule, maskOf, limit } = selection;
  const maskFor = (key: string) => maskOf(withoutFacet(rule, key));
  const counts = (key: string, feature: Feature) => ({
    selected: feature.count(maskFor(key)),
    everyone: feature.everyone,
  });
  const bins = (key: string, { edges, feature }: BinnedFeature) => ({ edges, ...counts(key, feature) });
  const values = (key: string, { feature, nameOf }: NamedFeature) =>
    topValues(feature, maskFor(key), { nameOf, limit, named: namedValues(facetParts(rule, key)) });
  const facets: Facet[] = columns.measures.map(({ name, bins: measure }) => {
    return { kind: 'measure', name, ...bins(facetKey.measure(name), measure) };
  });
  for (const kind of ['action', 'category', 'brand'] as const) {
    const counted = values(facetKey[kind], columns[kind]);
    if (counted.values.length > 0) facets.push({ kind, ...counted });
  }
  if (columns.hour.everyone.some((users) => users > 0))
    facets.push({ kind: 'hour', ...counts(facetKey.hour, columns.hour) });
  for (const { name, values: named, bins: binned } of columns.attributes) {
    const key = facetKey.attribute(name);
    if (named) facets.push({ kind: 'attribute', name, ...values(key, named) });
    if (binned) facets.push({ kind: 'number', name, ...bins(key, binned) });
  }
  if (cluster) {
    const { map, ids, feature } = cluster;
    facets.push({ kind: 'cluster', map, clusters: ids, ...counts(facetKey.cluster(map), feature) });
  }
  for (const { name, run, classes, scores } of predictions) {
    const key = facetKey.prediction(name);
    if (classes) facets.push({ kind: 'class', name, run, ...values(key, classes) });
    if (scores)
      facets.push({ kind: 'score', name, run, isProbability: scores.isProbability, ...bins(key, scores.bins) });
  }
  for (const { name, unit, bins: binned, texts } of traits) {
    const key = facetKey.trait(name);
    if (binned) facets.push({ kind: 'traitNumber', name, unit, ...bins(key, binned) });
    if (texts) facets.push({ kind: 'traitText', name, ...values(key, texts) });
  }
  return facets;
}
