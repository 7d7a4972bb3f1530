import type { Database } from 'better-sqlite3';
import type { Handlers } from '../../../../shared/contract/handlers.ts';
import { printFormula } from '../../../../shared/domain/traits/formula-print.ts';
import { deleteTrait, saveTrait, type TraitRow, traitRow } from '../../store/traits/traits.ts';
import type { WorkspaceContext } from '../../store/workspace-context.ts';
import { Deletions } from '../deletions.ts';
import type { SegmentQueriesContext } from '../query-thread.ts';
import { ruleIds } from '../rule-ids.ts';
import { checkNames } from './check-names.ts';
import { parsedFormula, withoutReferences } from './expanded-formula.ts';
import { renameEverywhere } from './references.ts';
import { traitSummaries } from './summaries.ts';
import { traitExists, traitNotFound } from './trait-errors.ts';

const deletions = new Deletions<TraitRow>();

export const traitHandlers = {
  'traits.list': (_input, context) => ({ traits: traitSummaries(context.workspace()) }),
  'traits.preview': (input, context, signal) => context.segmentQueries().run('traitPreview', input, signal),
  'traits.save': ({ name, formula: text, unit, description, replace }, context) => {
    const workspace = context.workspace();
    const { db } = workspace;
    const row = traitRow(db, name);
    if (row && !replace) throw traitExists(name);
    const parsed = parsedFormula(db, text);
    checkNames(withoutReferences(db, parsed, name), ruleIds(workspace));
    const formula = printFormula(parsed);
    const replaced = row && deletions.remember(db, row);
    saveTrait(db, { name, formula, unit, description, created: Date.now() });
    context.changed();
    return { formula, replaced };
  },
  'traits.rename': ({ name, to }, context) => {
    const { db } = context.workspace();
    savedTrait(db, name);
    if (name === to) return {};
    if (traitRow(db, to)) throw traitExists(to);
    renameEverywhere(db, name, to);
    context.changed();
    return {};
  },
  'traits.delete': ({ name }, context) => {
    const { db } = context.workspace();
    const deleted = deletions.remember(db, savedTrait(db, name));
    deleteTrait(db, name);
    context.changed();
    return { deleted };
  },
  'traits.restore': ({ name, deleted: number, replace }, context) => {
    const { db } = context.workspace();
    const row = traitRow(db, name);
    if (row && !replace) throw traitExists(name);
    const deleted = deletions.find(db, name, number);
    if (!deleted) throw traitNotFound(db, name);
    const replaced = row && deletions.remember(db, row);
    saveTrait(db, deleted);
    deletions.forget(db, deleted);
    context.changed();
    return { replaced };
  },
} satisfies Partial<Handlers<WorkspaceContext & SegmentQueriesContext>>;

function savedTrait(db: Database, name: string): TraitRow {
  const row = traitRow(db, name);
  if (!row) throw traitNotFound(db, name);
  return row;
}
