import type { Database } from 'better-sqlite3';
import { kindOfAction } from '../../../../shared/domain/action-settings.ts';
import { type ActionKind, KIND_WORDS } from '../../../../shared/domain/actions.ts';
import { actionSettings } from './action-settings.ts';
import { idOf, namesById } from './name-lookup.ts';

/** Returns the ids of the actions of a kind: those that a person has chosen, and those that are named so. */
export function actionIdsOf(db: Database, kind: ActionKind): number[] {
  const settings = actionSettings(db);
  return [...namesById(db, 'actions')].filter(([, name]) => kindOfAction(settings, name) === kind).map(([id]) => id);
}

/**
 * Returns the ids of what a name means in a rule: the action with that name, or else all actions of the kind that it
 * names, such as `purchase`; none if there are neither.
 */
export function actionIds(db: Database, name: string): number[] {
  const id = idOf(db, 'actions', name);
  if (id !== null) return [id];
  const kind = KIND_WORDS.find((word) => word === name);
  return kind === undefined ? [] : actionIdsOf(db, kind);
}

export const purchaseActionIds = (db: Database): number[] => actionIdsOf(db, 'purchase');

/** Returns the ids of the actions that take a purchase back. */
export const returnActionIds = (db: Database): number[] => actionIdsOf(db, 'return');

/**
 * Version of what counts as a purchase or a return. It is empty while names alone decide, so that what was computed
 * then stays valid.
 */
export function purchaseVersion(db: Database): string {
  const isChosen = [...actionSettings(db).values()].some(({ kind }) => kind !== null);
  return isChosen ? `${purchaseActionIds(db)} / ${returnActionIds(db)}` : '';
}
