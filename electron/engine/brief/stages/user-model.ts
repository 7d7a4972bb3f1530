import type { Omission } from '../../../../shared/contract/brief.ts';
import type { Parsed } from '../../../../shared/contract/index.ts';
import type { DataSize } from '../../../../shared/domain/train-presets.ts';
import type { JobContext } from '../../jobs/context.ts';
import type { Progression } from '../progression.ts';
import { mapStage } from './map-stage.ts';
import { type BriefModel, evaluationStage, trainingStage } from './model-stage.ts';
import { resultOrReason } from './reason-of.ts';

interface UserModel {
  readonly model: BriefModel | null;
  /** Id of the map; null if there is none. */
  readonly map: string | null;
  readonly omissions: readonly Omission[];
}

/** Trains and evaluates a model and computes a map with it, as far as the data allows. `onPart` is called after each part. */
export async function userModel(
  input: Parsed<'brief.make'>,
  size: DataSize,
  progression: Progression,
  context: JobContext,
  onPart: () => void,
): Promise<UserModel> {
  const trained = await trainingStage(input, size, progression, context);
  if ('reason' in trained) return { model: null, map: null, omissions: [{ part: 'model', reason: trained.reason }] };
  onPart();
  const evaluated = await evaluationStage(trained, progression, context);
  onPart();
  if ('reason' in evaluated) progression.omit('evaluate');
  const omissions: Omission[] = 'reason' in evaluated ? [{ part: 'evaluation', reason: evaluated.reason }] : [];
  const model = 'reason' in evaluated ? trained : { ...trained, run: evaluated };
  const mapped = await resultOrReason(async () => ({ map: await mapStage(model, progression, context) }));
  onPart();
  if ('map' in mapped) return { model, map: mapped.map, omissions };
  progression.omit('map');
  return { model, map: null, omissions: [...omissions, { part: 'map', reason: mapped.reason }] };
}
