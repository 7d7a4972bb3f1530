import type { Database } from 'better-sqlite3';
import { fieldsWith } from '../../../../shared/domain/event-fields.ts';
import type { Fact } from '../../store/events/stored-events.ts';
import { type ImportShape, importShape } from '../../store/imports/imports.ts';
import type { Inspection } from '../detect/inspect.ts';
import type { Staged } from '../stage/stage.ts';

/** The fields by which the events of a file are compared. */
export interface ComparedFacts {
  /** With other events of the file. */
  readonly all: readonly Fact[];
  /** With the events of an earlier import; the same array for the same facts. */
  with(importId: number): readonly Fact[];
}

type File = Pick<Inspection, 'columns' | 'reasons'>;

/**
 * Returns the fields by which the events of a file are compared: all of its fields. If the columns of the file include
 * those of an earlier import, or vice versa, both are exports of the same source; events do not differ by fields, or by
 * an event id, that the earlier import lacks.
 */
export function comparedFacts(db: Database, file: File, { fields }: Pick<Staged, 'fields'>): ComparedFacts {
  const compared = fieldsWith({ distinctive: true }).filter((field) => fields.has(field));
  const all = compared.map(factOf);
  const byFields = new Map<string, readonly Fact[]>([[all.join(), all]]);
  const byImport = new Map<number, readonly Fact[]>();
  const factsWith = (importId: number) => {
    const shape = importShape(db, importId);
    const facts = compared.filter((field) => isCompared(field, file, shape)).map(factOf);
    const sameFacts = byFields.get(facts.join()) ?? facts;
    byFields.set(facts.join(), sameFacts);
    byImport.set(importId, sameFacts);
    return sameFacts;
  };
  return { all, with: (importId) => byImport.get(importId) ?? factsWith(importId) };
}

const factOf = (field: DistinctiveField): Fact => (field === 'session' ? 'sessionName' : field);
type DistinctiveField = ReturnType<typeof fieldsWith<{ distinctive: true }>>[number];

function isCompared(field: DistinctiveField, file: File, earlier: ImportShape): boolean {
  if (field === 'event_id') return earlier.fields.has(field);
  if (!isSameSource(file.columns, earlier.columns)) return true;
  return field === 'action' ? !isOtherDefault(file, earlier) : earlier.fields.has(field);
}

/** Whether one of two lists of columns contains the other. */
function isSameSource(a: readonly string[], b: readonly string[]): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  const names = new Set(longer.map((name) => name.toLowerCase()));
  return shorter.length > 0 && shorter.every((name) => names.has(name.toLowerCase()));
}

/** Actions that are assumed in a file without actions, depending on its other fields. */
const DEFAULT_ACTIONS: ReadonlySet<string> = new Set(["'interact'", "'purchase'", "'rate'"]);

/** Whether the action of a file is assumed, and an earlier import with fewer columns assumed another one. */
function isOtherDefault({ reasons }: File, { mapping }: ImportShape): boolean {
  return reasons.get('action') === 'default' && DEFAULT_ACTIONS.has(mapping.action ?? '');
}
