import type { WorkspaceInfo } from '../../shared/contract/workspace.ts';
import { type TimeZone, timeZone } from '../../shared/domain/time/time-zone.ts';

/** Returns the zone in which commands print times of imports, runs and maps: the workspace's; UTC if none was chosen. */
export const shownZone = ({ timeZone: name }: WorkspaceInfo): TimeZone => timeZone(name ?? 'UTC');
