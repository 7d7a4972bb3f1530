import { MapParameters } from '../../../../shared/contract/map.ts';
import { DEFAULT_POOLING } from '../../../../shared/domain/pooling.ts';
import type { JobContext } from '../../jobs/context.ts';
import { mapJob } from '../../map/map-job.ts';
import { profileJob } from '../../profile/profile-job.ts';
import { mapExists, mapIds, mapRun } from '../../store/map/map-points.ts';
import type { Progression } from '../progression.ts';
import { type BriefModel, skipParts } from './model-stage.ts';

/**
 * Computes the profiles of a run, unless it has some, and a map of them; returns the id of the map. Throws
 * TOO_FEW_USERS.
 */
export async function mapStage(
  { run: { id: run, profiles }, reused }: BriefModel,
  progression: Progression,
  { workspace: { db }, resumeState, saveResumeState }: JobContext,
): Promise<string> {
  const earlier = resumeState.map ?? (reused ? mapIds(db).find((map) => mapRun(db, map) === run) : undefined);
  if (earlier !== undefined && mapExists(db, earlier)) {
    skipParts(reused, progression, 'profiles', 'map');
    return earlier;
  }
  if (profiles > 0) skipParts(reused, progression, 'profiles');
  else await progression.run('profiles', (part) => profileJob({ run, pooling: DEFAULT_POOLING }, part));
  const { map } = await progression.run('map', (part) => mapJob({ ...MapParameters.parse({}), run }, part));
  saveResumeState({ map });
  return map;
}
