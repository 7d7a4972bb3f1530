import { nearestNames } from '../../../shared/domain/nearest-names.ts';
import { PortraitError } from '../../../shared/errors.ts';

/** Returns RULE_UNKNOWN_NAME with the nearest existing names as its hint. */
export function unknownName(kind: string, name: string, names: readonly string[]): PortraitError {
  const noun = kind.replaceAll('-', ' ');
  const nearest = nearestNames(name, names);
  const suggestions = nearest.length > 0 ? nearest : names.slice(0, 5);
  const suggestionText =
    nearest.length > 0 ? `Did you mean ${suggestions.join(' or ')}?` : `Available: ${suggestions.join(', ')}.`;
  return new PortraitError({
    code: 'RULE_UNKNOWN_NAME',
    message: `The workspace has no ${noun} named “${name}”.`,
    hint: suggestions.length > 0 ? suggestionText : `The workspace has no ${noun} yet.`,
    details: { kind, name, nearest, available: names.slice(0, 5) },
  });
}
