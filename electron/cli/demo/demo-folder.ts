import { existsSync, readdirSync, rmSync } from 'node:fs';
import { PortraitError } from '../../../shared/errors.ts';
import type { Session } from '../session.ts';

/**
 * Makes the demo's workspace. One that is there already is deleted only if everything in it is synthetic, as an earlier
 * demo left it. Throws DEMO_FOLDER_TAKEN, and what opening and making a workspace throw.
 */
export async function freshDemoWorkspace(session: Session, folder: string): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    await session.open(folder).catch((error) => {
      throw error.code === 'WORKSPACE_NOT_FOUND' ? taken(folder) : error;
    });
    const { imports } = await session.client.call('ingest.imports', {});
    await session.client.call('workspace.close', {});
    if (!imports.every(({ synthetic }) => synthetic)) throw taken(folder);
    rmSync(folder, { recursive: true });
  }
  await session.client.call('workspace.create', { path: folder });
}

function taken(folder: string): PortraitError {
  return new PortraitError({
    code: 'DEMO_FOLDER_TAKEN',
    message: `What is at ${folder} was made by no demo.`,
    hint: 'Choose another place with --folder.',
  });
}
