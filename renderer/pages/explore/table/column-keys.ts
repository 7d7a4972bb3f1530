import type { Input } from '../../../../shared/contract/index.ts';
import { MemberOrder } from '../../../../shared/contract/segment.ts';
import { traitKey } from '../../../traits/trait-columns.ts';

const ATTRIBUTE = 'attribute:';

/** Returns the key of an attribute's column. */
export const attributeKey = (name: string): string => ATTRIBUTE + name;

/** Whether a column is shown until columns have been chosen: all but single attributes, which one column shows together. */
export const isDefault = (key: string): boolean => !key.startsWith(ATTRIBUTE);

/** Returns the order by a column; that of names if its attribute or trait does not exist any more. */
export function orderOf(
  key: string,
  { attributes, traits }: { attributes: readonly string[]; traits: readonly string[] },
): Input<'explore.users'>['order'] {
  if (key === 'cluster') return key;
  const attribute = attributes.find((name) => attributeKey(name) === key);
  if (attribute !== undefined) return { attribute };
  const trait = traits.find((name) => traitKey(name) === key);
  return trait === undefined ? MemberOrder.catch('user').parse(key) : { trait };
}
