import type { Database } from 'better-sqlite3';
import { nearestNames } from '../../../../shared/domain/nearest-names.ts';
import type { Value } from '../../../../shared/domain/rule.ts';
import { type Formula, isTextual } from '../../../../shared/domain/traits/formula.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { traitRows } from '../../store/traits/traits.ts';

export function traitNotFound(db: Database, name: string): PortraitError {
  const nearest = nearestNames(
    name,
    traitRows(db).map((row) => row.name),
  );
  return new PortraitError({
    code: 'TRAIT_NOT_FOUND',
    message: `There is no trait named “${name}”.`,
    hint: nearest.length > 0 ? `Did you mean ${nearest.join(' or ')}?` : 'Choose one from the list of traits.',
    details: { trait: name, nearest },
  });
}

export function traitExists(name: string): PortraitError {
  return new PortraitError({
    code: 'TRAIT_EXISTS',
    message: `A trait named “${name}” already exists.`,
    hint: 'Choose another name, or replace it.',
    details: { trait: name },
  });
}

export function traitCircular(trait: string, path: readonly string[]): PortraitError {
  return new PortraitError({
    code: 'TRAIT_CIRCULAR',
    message: `The formula of the trait “${trait}” refers to itself: ${path.join(' → ')}.`,
    hint: 'Remove the reference, or choose another name.',
    details: { trait, path },
  });
}

export function traitTooLarge(limit: number): PortraitError {
  return new PortraitError({
    code: 'TRAIT_TOO_LARGE',
    message: `The formula, with those of the traits that it refers to, has more than ${limit} operands.`,
    hint: 'Use fewer references to traits, or shorter formulas.',
    details: { limit },
  });
}

/** Returns the error of a calculation with a trait whose values are texts. */
export function traitIsText(trait: string): PortraitError {
  return new PortraitError({
    code: 'TRAIT_IS_TEXT',
    message: `The values of the trait “${trait}” are texts, with which one cannot calculate.`,
    hint: 'Refer to a trait whose values are numbers.',
    details: { trait },
  });
}

/** Throws TRAIT_WRONG_TYPE if the values of a trait cannot be compared with a value. */
export function requireComparable(trait: string, formula: Formula, value: Value): void {
  const isText = isTextual(formula);
  if (isText === (typeof value === 'string')) return;
  const [kind, example] = isText ? ['texts', `trait("${trait}") = "A"`] : ['numbers', `trait("${trait}") > 80`];
  throw new PortraitError({
    code: 'TRAIT_WRONG_TYPE',
    message: `The values of the trait “${trait}” are ${kind}.`,
    hint: `For example: ${example}`,
    details: { trait, isText, example },
  });
}
