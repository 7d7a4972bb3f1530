import { type Behaviour, partsOf, type Rule } from '../../../../shared/domain/rule.ts';

/** Returns the rule without the conditions that concern only this facet; null if no condition remains. */
export function withoutFacet(rule: Rule | null, facet: string): Rule | null {
  const parts = conjunction(rule).filter((part) => !isAbout(part, facet));
  return parts.length > 1 ? { all: parts } : (parts[0] ?? null);
}

/** Returns the conditions that `withoutFacet` removes. */
export function facetParts(rule: Rule | null, facet: string): Rule[] {
  return conjunction(rule).filter((part) => isAbout(part, facet));
}

/** Returns the facet values that conditions refer to. */
export function namedValues(rules: readonly Rule[]): string[] {
  return rules.flatMap((rule) => {
    const parts = partsOf(rule);
    if (parts.length > 0) return namedValues(parts);
    if ('is' in rule) return [rule.is];
    if ('trait' in rule) return [String(rule.value)];
    if ('attribute' in rule) return ('in' in rule ? rule.in : [rule.value]).map(String);
    if (!('count' in rule)) return [];
    const { action, category, brand } = rule.count;
    return [action, category, brand].filter((name) => typeof name === 'string');
  });
}

/** Returns the parts of a conjunction; none if the rule is null. */
function conjunction(rule: Rule | null): Rule[] {
  if (!rule) return [];
  return 'all' in rule ? rule.all.flatMap(conjunction) : [rule];
}

function isAbout(rule: Rule, facet: string): boolean {
  const parts = partsOf(rule);
  return parts.length > 0 ? parts.every((part) => isAbout(part, facet)) : facetOf(rule) === facet;
}

/** Returns the key of the only facet that a condition concerns; null if there is none. */
function facetOf(rule: Rule): string | null {
  if ('attribute' in rule) return facetKey.attribute(rule.attribute);
  if ('measure' in rule) return facetKey.measure(rule.measure);
  if ('map' in rule) return facetKey.cluster(rule.map);
  if ('prediction' in rule) return facetKey.prediction(rule.prediction);
  if ('trait' in rule) return facetKey.trait(rule.trait);
  return 'count' in rule ? facetOfBehaviour(rule.count) : null;
}

/** Keys of facets. */
export const facetKey = {
  action: 'action',
  category: 'category',
  brand: 'brand',
  hour: 'hour',
  attribute: (name: string) => `attribute ${name}`,
  measure: (name: string) => `measure ${name}`,
  cluster: (map: string) => `cluster ${map}`,
  prediction: (name: string) => `prediction ${name}`,
  trait: (name: string) => `trait ${name}`,
} as const;

/** A count concerns a facet if its only filter is a value of that facet. */
function facetOfBehaviour({ action, category, brand, hours, ...others }: Behaviour): string | null {
  const filters = [
    ...(action === null ? [] : [facetKey.action]),
    ...(category === undefined ? [] : [facetKey.category]),
    ...(brand === undefined ? [] : [facetKey.brand]),
    ...(hours === undefined ? [] : [facetKey.hour]),
    ...Object.keys(others),
  ];
  return filters.length === 1 ? (filters[0] ?? null) : null;
}
