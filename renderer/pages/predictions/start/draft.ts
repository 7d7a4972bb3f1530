import type { AvailableTargets, Obstacle } from '../../../../shared/contract/prediction.ts';
import type { CatalogueLevel, Target } from '../../../../shared/domain/finetune-config.ts';

export const KINDS = ['attribute', 'buys', 'returns', 'spend', 'next'] as const;
export type Kind = (typeof KINDS)[number];
/** Task type for a declared attribute; `bands` bins a number into classes. */
export type TaskType = 'classes' | 'bands' | 'labels' | 'number';
type Attribute = AvailableTargets['attributes'][number];

/** State of the form. Fields that the selected kind does not use keep their values in case the user switches back. */
export interface Draft {
  kind: Kind | null;
  attribute: string | null;
  as: TaskType;
  /** Lower bounds as typed. */
  bands: string;
  of: CatalogueLevel;
  names: string[];
  days: number;
}

export function initialDraft(availableTargets: AvailableTargets): Draft {
  const attribute = availableTargets.attributes.find((candidate) => candidate.obstacle === null);
  const of =
    (['category', 'brand', 'item'] as const).find((thing) => availableTargets.popularNames[thing].length > 0) ??
    'category';
  const days = Math.max(1, Math.min(30, availableTargets.longestDays));
  const draft: Draft = { kind: null, attribute: null, as: 'classes', bands: '', of, names: [], days };
  return attribute ? withAttribute(draft, attribute) : draft;
}

/** Returns the task types possible for an attribute, the most suitable first. */
export function taskTypesOf({ range, separator }: Attribute): TaskType[] {
  if (range) return ['bands', 'number', 'classes'];
  return separator === null ? ['classes'] : ['labels', 'classes'];
}

export function withAttribute(draft: Draft, attribute: Attribute): Draft {
  return { ...draft, attribute: attribute.name, as: taskTypesOf(attribute)[0]!, bands: attribute.bands.join(', ') };
}

/** Returns why a kind cannot be predicted in this workspace; null if it can. */
export function obstacleOf(availableTargets: AvailableTargets, kind: Kind): Obstacle | 'NO_ATTRIBUTES' | null {
  if (kind !== 'attribute') return availableTargets.obstacles[kind];
  if (availableTargets.attributes.length === 0) return 'NO_ATTRIBUTES';
  const obstacles = availableTargets.attributes.map(({ obstacle }) => obstacle);
  return obstacles.includes(null) ? null : (obstacles[0] ?? null);
}

/** Parses ascending bounds; null if the text is invalid. */
export function parseBounds(text: string): number[] | null {
  const bounds = text
    .split(/[,，;；、\s]+/)
    .filter(Boolean)
    .map(Number);
  const ascending = bounds.every((bound, i) => Number.isFinite(bound) && (i === 0 || bound > bounds[i - 1]!));
  return bounds.length > 0 && ascending ? bounds : null;
}

/** Returns the target for the engine; null while the form is incomplete or invalid. */
export function targetOf(draft: Draft, availableTargets: AvailableTargets): Target | null {
  const { kind, of, names, days } = draft;
  const isValidWindow = days >= 1 && days <= availableTargets.longestDays;
  switch (kind) {
    case 'attribute':
      return attributeTarget(draft, availableTargets);
    case 'buys':
      return isValidWindow && names.length > 0 ? { kind, of, names, days } : null;
    case 'next':
      return isValidWindow ? { kind, of, days } : null;
    case 'returns':
    case 'spend':
      return isValidWindow ? { kind, days } : null;
    case null:
      return null;
  }
}

function attributeTarget({ attribute: name, as, bands }: Draft, availableTargets: AvailableTargets): Target | null {
  const attribute = availableTargets.attributes.find((candidate) => candidate.name === name);
  if (!attribute || attribute.obstacle !== null) return null;
  const target = { kind: 'attribute', attribute: attribute.name } as const;
  if (as === 'labels') return { ...target, as, ...(attribute.separator ? { separator: attribute.separator } : {}) };
  if (as !== 'bands') return { ...target, as };
  const bounds = parseBounds(bands);
  return bounds && { ...target, as: 'classes', bands: bounds };
}
