import { statSync } from 'node:fs';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import type { DataSize } from '../../../shared/domain/train-presets.ts';
import type { JobContext, JobFunction } from '../jobs/context.ts';
import { insertBrief } from '../store/briefs/briefs.ts';
import { workspaceInfo } from '../store/workspace-info.ts';
import { noEvents } from '../train/dataset.ts';
import { describeWorkspace } from './describe/describe-workspace.ts';
import { expectedSeconds, guessedSize } from './expected-seconds.ts';
import { Progression } from './progression.ts';
import { importStage } from './stages/import-stage.ts';
import { modelSettings } from './stages/model-settings.ts';
import { userModel } from './stages/user-model.ts';
import { stopwatch } from './stopwatch.ts';

type Input = Parsed<'brief.make'>;

/**
 * Makes a brief: examines and imports files, trains and evaluates a model, computes profiles and a map, and describes
 * the groups of users. Parts that the data does not allow are omitted. A resumed job does not repeat parts that earlier
 * attempts finished. Throws the errors of an import, and NO_EVENTS.
 */
export const briefJob: JobFunction<Input, Output<'brief.make'>> = async (input, context) => {
  const saveSeconds = stopwatch(context);
  const bytes = input.files.reduce((sum, { file }) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
  const progression = new Progression(
    context,
    expectedSeconds(workOf(input, bytes), bytes > 0 ? guessedSize(bytes) : sizeOf(context)),
  );
  const fixes = await importStage(input, progression, context);
  saveSeconds();
  const size = sizeOf(context);
  if (size.events === 0) throw noEvents(null);
  progression.expect(expectedSeconds(workOf(input, bytes, size), size));
  const { model, map, omissions } = await userModel(input, size, progression, context, saveSeconds);
  const facts = await progression.run('describe', (part) => describeWorkspace(model, map, part));
  const seconds = saveSeconds();
  const brief = insertBrief(context.workspace.db, {
    ...facts,
    seconds,
    fixes: [...fixes],
    map,
    omissions: [...omissions, ...facts.omissions],
  });
  return { brief, seconds };
};

function sizeOf({ workspace }: JobContext): DataSize {
  const { users, events, items } = workspaceInfo(workspace);
  return { users, events, items };
}

function workOf(input: Input, bytes: number, size = guessedSize(bytes)) {
  const behaviours = size.items > 0 ? modelSettings(input, size).epochs * size.events : 0;
  return { bytes, examines: input.fixes === 'recommended', behaviours };
}
