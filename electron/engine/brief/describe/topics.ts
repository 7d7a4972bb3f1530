import type { Evidence, Topic } from '../../../../shared/contract/brief-facts.ts';
import { isUnnamed } from './evidence.ts';

/** Minimum share of the members for an interest to count as that of the group. */
const MAIN_SHARE = 0.35;
const MAX_TOPICS = 2;

/** Interests that the members of a group have in common. */
export interface Topics {
  readonly topics: Topic[];
  /** Whether no topic is common to many members, so that the topics are only examples. */
  readonly mixed: boolean;
}

/**
 * Returns the strongest category and brand that many members have in common; if there are none, the strongest features
 * of any kind.
 */
export function topicsOf(evidence: readonly Evidence[]): Topics {
  const named = evidence.filter((feature) => feature.kind !== 'item' && feature.name !== null && !isUnnamed(feature));
  const ofMany = named.filter(({ memberShare }) => memberShare >= MAIN_SHARE);
  const main = (['behaviour', 'brand'] as const).flatMap(
    (kind) => ofMany.find((feature) => feature.kind === kind) ?? [],
  );
  const chosen = main.length > 0 ? main : ofMany.length > 0 ? ofMany : named;
  return { topics: chosen.slice(0, MAX_TOPICS).map(topicOf), mixed: ofMany.length === 0 };
}

function topicOf({ kind, of, name }: Evidence): Topic {
  if (kind === 'attribute') return { kind, of, name: name ?? '' };
  return { kind: kind === 'brand' ? 'brand' : 'category', of: null, name: name ?? '' };
}
