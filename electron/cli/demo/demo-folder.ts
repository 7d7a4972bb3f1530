import { existsSync, readdirSync, rmSync } from 'node:fs';
import { PortraitError } from '../../../shared/errors.ts';
import type { Session } from '../session.ts';

/**
 * Creates the demo's workspace. Deletes an existing one only if all of its data is synthetic, as an earlier demo left
 * it. Throws DEMO_FOLDER_TAKEN, and the errors of opening and creating a workspace.
 */
export async function createDemoWorkspace(session: Session, folder: string): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    await session.open(folder).catch((error) => {
      throw error.code === 'WORKSPACE_NOT_FOUND' ? folderTaken(folder) : error;
    });
    const { imports } = await session.client.call('ingest.imports', {});
    await session.client.call('workspace.close', {});
    if (!imports.every(({ synthetic }) => synthetic)) throw folderTaken(folder);
    rmSync(folder, { recursive: true });
  }
  await session.client.call('workspace.create', { path: folder });
}

function folderTaken(folder: string): PortraitError {
  return new PortraitError({
    code: 'DEMO_FOLDER_TAKEN',
    message: `The folder ${folder} was not created by a demo.`,
    hint: 'Choose another folder with --folder.',
    details: { folder },
  });
}
