import { browserHost } from './browser.ts';
import { desktopHost } from './desktop.ts';
import type { Host } from './types.ts';

/** The environment this page runs in. */
export const host: Host = window.portraitHost ? desktopHost(window.portraitHost) : browserHost();
