import { join } from 'node:path';

/** Folder of the messages that have been received and not imported yet. */
export const liveFolder = (workspace: string) => join(workspace, 'live');
