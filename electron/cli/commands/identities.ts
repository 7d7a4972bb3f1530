import type { Command } from 'commander';
import type { Identity } from '../../../shared/contract/import-records.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import type { Session } from '../session.ts';
import { table } from '../text.ts';
import { addCommand } from './command.ts';

const PAGE_SIZE = 1000;

export function addIdentities(program: Command): void {
  addCommand(program, 'identities <workspace>', 'list merged user ids and the import that merged them').action(
    (workspace: string, options: CommonOptions) =>
      runInWorkspace(workspace, options, async (session) => {
        const identities = await allIdentities(session);
        return { json: { identities }, text: describe(identities) };
      }),
  );
}

async function allIdentities(session: Session): Promise<Identity[]> {
  const identities: Identity[] = [];
  for (;;) {
    const { total, rows } = await session.client.call('ingest.identities', {
      offset: identities.length,
      limit: PAGE_SIZE,
    });
    identities.push(...rows);
    if (identities.length >= total || rows.length === 0) return identities;
  }
}

function describe(identities: readonly Identity[]): string {
  if (identities.length === 0) return 'No user ids have been merged';
  const rows = identities.map(({ user, alias, import: id }) => [user, alias, String(id)]);
  return table(rows, ['user', 'alias', 'import']);
}
