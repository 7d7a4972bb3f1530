import type { Behaviour, Measure, Rule } from '../../shared/domain/rule.ts';
import { leavesOf } from './conjunction.ts';

/** The feature by which a facet counts users; each facet of `explore.facets` has one. */
export type FacetTopic = ListTopic | IntervalTopic;

/** Topic of a facet with a list of values. */
export type ListTopic =
  | { kind: 'attribute'; name: string }
  | { kind: 'class'; name: string }
  | { kind: 'traitText'; name: string }
  | { kind: 'cluster'; map: string }
  | { kind: 'action' | 'category' | 'brand' };

/** Topic of a facet with a numeric range. */
export type IntervalTopic =
  | { kind: 'number'; name: string }
  | { kind: 'score'; name: string }
  | { kind: 'traitNumber'; name: string }
  | { kind: 'measure'; name: Measure }
  | { kind: 'hour' };

/** Returns a key that is unique among the topics of a workspace. */
export function topicKey(topic: FacetTopic): string {
  if ('map' in topic) return `${topic.kind}/${topic.map}`;
  return 'name' in topic ? `${topic.kind}/${topic.name}` : topic.kind;
}

/** Whether a condition concerns only the topic of a facet, so that the facet may replace it. */
export function isAbout(topic: FacetTopic, condition: Rule): boolean {
  return leavesOf(condition).every((leaf) => isLeafAbout(topic, leaf));
}

function isLeafAbout(topic: FacetTopic, leaf: Rule): boolean {
  switch (topic.kind) {
    case 'attribute':
    case 'number':
      return 'attribute' in leaf && leaf.attribute === topic.name;
    case 'measure':
      return 'measure' in leaf && leaf.measure === topic.name;
    case 'cluster':
      return 'map' in leaf && leaf.map === topic.map;
    case 'class':
    case 'score':
      return 'prediction' in leaf && leaf.prediction === topic.name;
    case 'traitText':
    case 'traitNumber':
      return 'trait' in leaf && leaf.trait === topic.name;
    case 'action':
      return 'count' in leaf && leaf.count.action !== null && hasOnly(leaf.count, null);
    case 'hour':
      return 'count' in leaf && leaf.count.action === null && hasOnly(leaf.count, 'hours');
    default:
      return 'count' in leaf && leaf.count.action === null && hasOnly(leaf.count, topic.kind);
  }
}

/** Whether a filter of events has, besides its action, only the given filter. */
function hasOnly(behaviour: Behaviour, filter: keyof Behaviour | null): boolean {
  const { action: _, ...filters } = behaviour;
  const names = Object.keys(filters);
  return filter === null ? names.length === 0 : names.length === 1 && names[0] === filter;
}
