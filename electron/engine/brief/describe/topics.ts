import type { Evidence, Topic } from '../../../../shared/contract/brief.ts';
import { isUnnamed } from './evidence.ts';

/** Share of the members from which on an interest is that of the group. */
const MAIN_SHARE = 0.35;
const MAX_TOPICS = 2;

/** What the members of a group have in common. */
export interface Topics {
  readonly topics: Topic[];
  /** Whether no topic is that of many members, so that the topics are only examples. */
  readonly mixed: boolean;
}

/** Returns the strongest category and brand that many members have in common, or else the strongest features of any kind. */
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
