import type { Group } from '../../../shared/contract/brief-facts.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { version } from '../../version.ts';
import { writeExport } from '../files/export-file.ts';
import { exportFileName } from '../segment/export.ts';
import { userTable } from '../segment/export-users.ts';
import { isoTime } from '../store/iso-time.ts';
import { exportFolder, type Workspace } from '../store/workspace.ts';
import { readSettings, workspaceZone } from '../store/workspace-settings.ts';
import { HOLD_OUT_RULE, HOLD_OUT_SHARE, isHeldOut } from './hold-out.ts';

type Files = Pick<Output<'brief.exportGroup'>, 'contact' | 'holdOut'>;

/** Exports the members of a group to two files: those to contact in a campaign, and the hold-out. */
export function exportGroup(
  { db, path }: Workspace,
  { definition, rule }: Group,
  members: Int32Array,
  campaign: string,
  map: string | null,
): Files {
  const { header, rows, facts } = userTable(db, members, map);
  const provenance = {
    what: 'segment',
    segment: campaign,
    definition,
    rule,
    ...facts,
    exported: isoTime(Date.now(), workspaceZone(db)),
    ...readSettings(db),
    portrait: version,
  };
  const write = (part: 'contact' | 'hold-out', isOfPart: (user: string) => boolean) => {
    const file = exportFileName(exportFolder(path), { segment: `${campaign} (${part})`, replace: false });
    const ofPart = rows.filter(([user]) => isOfPart(String(user)));
    const holdOut = { part, campaign, share: HOLD_OUT_SHARE, rule: HOLD_OUT_RULE, members: members.length };
    const { rows: count } = writeExport(file, { header, rows: ofPart, facts: { ...provenance, holdOut } });
    return { rows: count, file };
  };
  return {
    contact: write('contact', (user) => !isHeldOut(campaign, user)),
    holdOut: write('hold-out', (user) => isHeldOut(campaign, user)),
  };
}
