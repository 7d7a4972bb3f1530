import type { Obstacle, Offered } from '../../../../shared/contract/finetune.ts';
import type { Target, Things } from '../../../../shared/domain/finetune-config.ts';

export const KINDS = ['attribute', 'buys', 'returns', 'spend', 'next'] as const;
export type Kind = (typeof KINDS)[number];
/** How a declared attribute is predicted; `bands` are classes of a number. */
export type As = 'classes' | 'bands' | 'labels' | 'number';
type Attribute = Offered['attributes'][number];

/** What has been chosen so far; what a kind does not ask for is kept for when the choice comes back to it. */
export interface Draft {
  kind: Kind | null;
  attribute: string | null;
  as: As;
  /** Lower bounds, as they are typed. */
  bands: string;
  of: Things;
  names: string[];
  days: number;
}

export function firstDraft(offered: Offered): Draft {
  const attribute = offered.attributes.find((one) => one.obstacle === null);
  const of = (['category', 'brand', 'item'] as const).find((one) => offered.things[one].length > 0) ?? 'category';
  const days = Math.max(1, Math.min(30, offered.longestDays));
  const draft: Draft = { kind: null, attribute: null, as: 'classes', bands: '', of, names: [], days };
  return attribute ? withAttribute(draft, attribute) : draft;
}

/** Ways in which an attribute can be predicted, the one that suits it best first. */
export function waysOf({ range, separator }: Attribute): As[] {
  if (range) return ['bands', 'number', 'classes'];
  return separator === null ? ['classes'] : ['labels', 'classes'];
}

export function withAttribute(draft: Draft, attribute: Attribute): Draft {
  return { ...draft, attribute: attribute.name, as: waysOf(attribute)[0]!, bands: attribute.bands.join(', ') };
}

/** Why a kind cannot be predicted here; null where it can. */
export function obstacleOf(offered: Offered, kind: Kind): Obstacle | 'NO_ATTRIBUTES' | null {
  if (kind !== 'attribute') return offered.obstacles[kind];
  if (offered.attributes.length === 0) return 'NO_ATTRIBUTES';
  const obstacles = offered.attributes.map(({ obstacle }) => obstacle);
  return obstacles.includes(null) ? null : (obstacles[0] ?? null);
}

/** The bounds that were typed, ascending; null where they are not that. */
export function boundsOf(text: string): number[] | null {
  const bounds = text
    .split(/[,，;；、\s]+/)
    .filter(Boolean)
    .map(Number);
  const ascending = bounds.every((bound, i) => Number.isFinite(bound) && (i === 0 || bound > bounds[i - 1]!));
  return bounds.length > 0 && ascending ? bounds : null;
}

/** What the engine is asked for; null while something is missing. */
export function targetOf(draft: Draft, offered: Offered): Target | null {
  const { kind, of, names, days } = draft;
  const window = days >= 1 && days <= offered.longestDays;
  switch (kind) {
    case 'attribute':
      return attributeTarget(draft, offered);
    case 'buys':
      return window && names.length > 0 ? { kind, of, names, days } : null;
    case 'next':
      return window ? { kind, of, days } : null;
    case 'returns':
    case 'spend':
      return window ? { kind, days } : null;
    case null:
      return null;
  }
}

function attributeTarget({ attribute: name, as, bands }: Draft, offered: Offered): Target | null {
  const attribute = offered.attributes.find((one) => one.name === name);
  if (!attribute || attribute.obstacle !== null) return null;
  const target = { kind: 'attribute', attribute: attribute.name } as const;
  if (as === 'labels') return { ...target, as, ...(attribute.separator ? { separator: attribute.separator } : {}) };
  if (as !== 'bands') return { ...target, as };
  const bounds = boundsOf(bands);
  return bounds && { ...target, as: 'classes', bands: bounds };
}
