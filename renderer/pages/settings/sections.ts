import type { ComponentType } from 'react';
import { Actions } from './sections/Actions.tsx';
import { Appearance } from './sections/Appearance.tsx';
import { Backups } from './sections/Backups.tsx';
import { ComputeBackend } from './sections/ComputeBackend.tsx';
import { Diagnostics } from './sections/Diagnostics.tsx';
import { Folders } from './sections/Folders.tsx';
import { LiveEvents } from './sections/LiveEvents.tsx';
import { Privacy } from './sections/Privacy.tsx';
import { Regional } from './sections/Regional.tsx';
import { Shortcuts } from './sections/Shortcuts.tsx';

/** Sections of the page with their names, in display order. */
export const sections: readonly (readonly [name: string, section: ComponentType])[] = [
  ['appearance', Appearance],
  ['regional', Regional],
  ['actions', Actions],
  ['folders', Folders],
  ['live', LiveEvents],
  ['backups', Backups],
  ['privacy', Privacy],
  ['backend', ComputeBackend],
  ['shortcuts', Shortcuts],
  ['diagnostics', Diagnostics],
];
