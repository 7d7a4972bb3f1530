import type { Database } from 'better-sqlite3';
import { Definition } from '../../../../shared/contract/segment.ts';
import { partsOf, type Rule } from '../../../../shared/domain/rule.ts';
import { type Formula, mapOperands, traitsIn } from '../../../../shared/domain/traits/formula.ts';
import { printFormula } from '../../../../shared/domain/traits/formula-print.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { segmentRows, setDefinition } from '../../store/segments/segments.ts';
import { renameTrait, setFormula, traitRows } from '../../store/traits/traits.ts';
import { parsedFormula } from './expanded-formula.ts';

/** Names of the segments and traits that refer to each trait. */
export interface TraitUses {
  readonly segments: ReadonlyMap<string, readonly string[]>;
  readonly traits: ReadonlyMap<string, readonly string[]>;
}

export function traitUses(db: Database): TraitUses {
  const [segments, traits] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const add = (uses: Map<string, string[]>, trait: string, user: string) => {
    uses.set(trait, [...(uses.get(trait) ?? []), user]);
  };
  for (const { name, rule } of segmentRules(db))
    for (const trait of new Set(traitsOf(rule))) add(segments, trait, name);
  for (const { name, formula } of formulas(db)) for (const trait of traitsIn(formula)) add(traits, trait, name);
  return { segments, traits };
}

/** Renames a trait, also in the segments and traits that refer to it, in one transaction. */
export function renameEverywhere(db: Database, name: string, to: string): void {
  db.transaction(() => {
    renameTrait(db, name, to);
    for (const { name: segment, rule } of segmentRules(db))
      if (traitsOf(rule).includes(name)) setDefinition(db, segment, JSON.stringify({ rule: renamed(rule, name, to) }));
    for (const { name: trait, formula } of formulas(db)) {
      if (!traitsIn(formula).includes(name)) continue;
      const changed = mapOperands(formula, (operand) =>
        operand.kind === 'trait' && operand.trait === name ? { ...operand, trait: to } : operand,
      );
      setFormula(db, trait, printFormula(changed));
    }
  })();
}

/** Returns the segments that are defined by a rule. A definition that cannot be read is skipped. */
function segmentRules(db: Database): { name: string; rule: Rule }[] {
  return segmentRows(db).flatMap(({ name, definition }) => {
    // Most segments refer to no trait, and large rules take long to validate.
    if (!definition.includes('"trait"')) return [];
    const { data } = Definition.safeParse(JSON.parse(definition));
    return data && 'rule' in data ? [{ name, rule: data.rule }] : [];
  });
}

/** Returns the formulas of all traits; one that cannot be read is skipped. */
function formulas(db: Database): { name: string; formula: Formula }[] {
  return traitRows(db).flatMap(({ name, formula }) => {
    try {
      return [{ name, formula: parsedFormula(db, formula) }];
    } catch (error) {
      if (error instanceof PortraitError) return [];
      throw error;
    }
  });
}

function traitsOf(rule: Rule): string[] {
  return 'trait' in rule ? [rule.trait] : partsOf(rule).flatMap(traitsOf);
}

function renamed(rule: Rule, name: string, to: string): Rule {
  if ('not' in rule) return { not: renamed(rule.not, name, to) };
  if ('all' in rule) return { all: rule.all.map((part) => renamed(part, name, to)) };
  if ('any' in rule) return { any: rule.any.map((part) => renamed(part, name, to)) };
  return 'trait' in rule && rule.trait === name ? { ...rule, trait: to } : rule;
}
