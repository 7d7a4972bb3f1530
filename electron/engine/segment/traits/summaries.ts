import type { TraitSummary } from '../../../../shared/contract/traits.ts';
import { isTextual } from '../../../../shared/domain/traits/formula.ts';
import { errorShape, PortraitError } from '../../../../shared/errors.ts';
import { type TraitRow, traitRows } from '../../store/traits/traits.ts';
import type { Workspace } from '../../store/workspace.ts';
import { ruleIds } from '../rule-ids.ts';
import { checkNames } from './check-names.ts';
import { expandedFormula } from './expanded-formula.ts';
import { traitUses } from './references.ts';

/** Returns all traits by name, each with whether it can be evaluated and what refers to it. */
export function traitSummaries(workspace: Workspace): TraitSummary[] {
  const uses = traitUses(workspace.db);
  return traitRows(workspace.db).map((row) => {
    const { name, formula, unit, description, created } = row;
    const users = { segments: [...(uses.segments.get(name) ?? [])], traits: [...(uses.traits.get(name) ?? [])] };
    return { name, formula, unit, description, created, ...stateOf(workspace, row), ...users };
  });
}

function stateOf(workspace: Workspace, { name }: TraitRow): Pick<TraitSummary, 'kind' | 'error'> {
  try {
    const formula = expandedFormula(workspace.db, name);
    checkNames(formula, ruleIds(workspace));
    return { kind: isTextual(formula) ? 'text' : 'number', error: null };
  } catch (error) {
    if (error instanceof PortraitError) return { kind: null, error: errorShape(error) };
    throw error;
  }
}
