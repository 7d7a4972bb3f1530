import { type Command, InvalidArgumentError } from 'commander';
import { ActionSetting, type ActionSettings, kindOfAction } from '../../shared/domain/action-settings.ts';
import { ACTION_KINDS } from '../../shared/domain/actions.ts';

/** A change of one field of an action. */
interface ActionChange {
  readonly action: string;
  readonly field: keyof ActionSetting;
  /** Null removes what was chosen. */
  readonly value: string | null;
}

/** Values of the options. */
export interface ActionOptions {
  action?: readonly ActionChange[];
  nameEn?: readonly ActionChange[];
  nameZh?: readonly ActionChange[];
}

/** Adds the options that change the kinds and the names of actions. */
export function addActionOptions(command: Command): Command {
  const kinds = ACTION_KINDS.join(', ');
  return command
    .option(
      '--action <name=kind>',
      `kind of an action (repeatable): ${kinds}; "none" for that of its name`,
      collect('kind'),
    )
    .option(
      '--name-en <name=text>',
      'English name of an action (repeatable); "none" for that in the data',
      collect('en'),
    )
    .option(
      '--name-zh <name=text>',
      'Chinese name of an action (repeatable); "none" for that in the data',
      collect('zh'),
    );
}

const NOT_CHOSEN: ActionSetting = { kind: null, en: null, zh: null };

/** Returns the settings with the changes of the options. */
export function withActionOptions(
  settings: ActionSettings,
  { action = [], nameEn = [], nameZh = [] }: ActionOptions,
): Map<string, ActionSetting> {
  const changed = new Map(settings);
  for (const { action: name, field, value } of [...action, ...nameEn, ...nameZh])
    changed.set(name, ActionSetting.parse({ ...(changed.get(name) ?? NOT_CHOSEN), [field]: value }));
  return changed;
}

/** Returns a row for each action of the data: its name, its kind and the names that a person has chosen. */
export function actionRows(actions: Iterable<string>, settings: ActionSettings): string[][] {
  return Array.from(actions, (name) => {
    const { en = null, zh = null } = settings.get(name) ?? {};
    return [name, kindOfAction(settings, name), en ?? '', zh ?? ''];
  });
}

function collect(field: keyof ActionSetting) {
  const schema = ActionSetting.shape[field];
  return (text: string, before: readonly ActionChange[] = []): readonly ActionChange[] => {
    const at = text.lastIndexOf('=');
    const value = text.slice(at + 1).trim();
    const change: ActionChange = { action: text.slice(0, at), field, value: value === 'none' ? null : value };
    if (at < 1 || !schema.safeParse(change.value).success)
      throw new InvalidArgumentError(field === 'kind' ? `The kinds are ${ACTION_KINDS.join(', ')}.` : 'Use name=text.');
    return [...before, change];
  };
}
