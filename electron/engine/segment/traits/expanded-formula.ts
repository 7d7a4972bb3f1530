import type { Database } from 'better-sqlite3';
import { type Formula, isTextual, MAX_OPERANDS, mapOperands } from '../../../../shared/domain/traits/formula.ts';
import { parseFormula } from '../../../../shared/domain/traits/formula-parse.ts';
import { namesOf } from '../../store/names/name-lookup.ts';
import { traitRow, traitRows } from '../../store/traits/traits.ts';
import { unknownName } from '../unknown-name.ts';
import { traitCircular, traitIsText, traitTooLarge } from './trait-errors.ts';

/** Parses the text of a formula with the workspace's actions. Throws RULE_SYNTAX. */
export function parsedFormula(db: Database, text: string): Formula {
  return parseFormula(text, namesOf(db, 'actions'));
}

/**
 * Returns the formula of a saved trait without references. Throws RULE_UNKNOWN_NAME, TRAIT_CIRCULAR, TRAIT_IS_TEXT and
 * TRAIT_TOO_LARGE.
 */
export function expandedFormula(db: Database, name: string): Formula {
  return withoutReferences(db, { kind: 'trait', trait: name });
}

/**
 * Replaces references to traits by their formulas. `self` is the trait that the formula will be of. Throws like
 * `expandedFormula`.
 */
export function withoutReferences(db: Database, formula: Formula, self?: string): Formula {
  let operands = 0;
  const expand = (part: Formula, path: readonly string[]): Formula => {
    return mapOperands(part, (operand) => {
      if (operand.kind !== 'trait') {
        if (++operands > MAX_OPERANDS) throw traitTooLarge(MAX_OPERANDS);
        return operand;
      }
      const { trait } = operand;
      const row = traitRow(db, trait);
      if (path.includes(trait)) throw traitCircular(path[0]!, [...path, trait]);
      if (!row) throw unknownTrait(db, trait);
      const referred = expand(parsedFormula(db, row.formula), [...path, trait]);
      if (part.kind === 'calculation' && isTextual(referred)) throw traitIsText(trait);
      return referred;
    });
  };
  return expand(formula, self === undefined ? [] : [self]);
}

function unknownTrait(db: Database, name: string) {
  return unknownName(
    'trait',
    name,
    traitRows(db).map((row) => row.name),
  );
}
