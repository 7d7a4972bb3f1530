import { z } from 'zod';
import { ACTION_KINDS, type ActionKind, kindOfName } from './actions.ts';

const DisplayName = z.string().trim().min(1).max(100).nullable();

/** What a person has chosen for an action. */
export const ActionSetting = z.object({
  /** Null if the name of the action decides. */
  kind: z.enum(ACTION_KINDS).nullable(),
  /** Names shown in English and in Chinese; null shows the name of the data. */
  en: DisplayName,
  zh: DisplayName,
});
export type ActionSetting = z.infer<typeof ActionSetting>;

/** Choices by the name of the action in the data. */
export type ActionSettings = ReadonlyMap<string, ActionSetting>;

/** Returns the kind of an action: the chosen one, or else that which its name denotes. */
export function kindOfAction(settings: ActionSettings, action: string): ActionKind {
  return settings.get(action)?.kind ?? kindOfName(action);
}
