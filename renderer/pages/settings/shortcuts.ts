/** What a shortcut does. */
type ShortcutAction = 'lasso' | 'zoom' | 'clear' | 'cells' | 'sideBar';
type ShortcutKey = 'shift' | 'drag' | 'wheel' | 'escape' | 'arrows' | 'mod' | 'b';

/** Keys that are pressed together, and what they do. */
export const shortcuts: readonly (readonly [keys: readonly ShortcutKey[], action: ShortcutAction])[] = [
  [['mod', 'b'], 'sideBar'],
  [['shift', 'drag'], 'lasso'],
  [['wheel'], 'zoom'],
  [['escape'], 'clear'],
  [['arrows'], 'cells'],
];
