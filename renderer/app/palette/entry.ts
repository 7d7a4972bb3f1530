import type { ShortcutName } from '../../base/shortcuts.ts';

/** Kinds of entries in the order in which their groups are shown. */
export const entryKinds = [
  'page',
  'action',
  'segment',
  'cluster',
  'prediction',
  'run',
  'user',
  'item',
  'workspace',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Something that the command palette finds and opens or does. */
export interface Entry {
  /** Unique among all entries, and the same whenever the palette is opened. */
  readonly key: string;
  readonly kind: EntryKind;
  readonly label: string;
  /** What it is, beside the label. */
  readonly detail?: string | undefined;
  /** Further texts by which it is found, such as its name in the other language. */
  readonly otherTexts?: readonly (string | null)[];
  readonly shortcut?: ShortcutName;
  /** Whether it exists in every workspace. */
  readonly isGlobal?: boolean;
  run(): void;
}
