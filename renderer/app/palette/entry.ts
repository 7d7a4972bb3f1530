import type { ShortcutName } from '../../base/shortcuts.ts';

/** Kinds of entries, in display order of their groups. */
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

/** An entry of the command palette. */
export interface Entry {
  /** Unique and stable across openings of the palette. */
  readonly key: string;
  readonly kind: EntryKind;
  readonly label: string;
  /** Secondary text next to the label. */
  readonly detail?: string | undefined;
  /** Additional search texts, such as the name in the other language. */
  readonly otherTexts?: readonly (string | null)[];
  readonly shortcut?: ShortcutName;
  /** Whether the entry exists in every workspace. */
  readonly isGlobal?: boolean;
  run(): void;
}
