import type { Fix } from '../../../../shared/contract/brief.ts';
import type { Parsed } from '../../../../shared/contract/index.ts';
import { recommendedFixes, withFixes } from '../../../../shared/domain/recommended-fixes.ts';
import { examineJob } from '../../ingest/examine/examine-job.ts';
import { importJob } from '../../ingest/import-job.ts';
import type { JobContext } from '../../jobs/context.ts';
import { importedFiles } from '../../store/imports/imports.ts';
import type { Progression } from '../progression.ts';

/**
 * Examines the files of a brief, unless the fixes are given, and imports them with the fixes applied. Returns the
 * fixes. A resumed job does not import files again. Throws the errors of an import.
 */
export async function importStage(
  { files, cleaning, presets, fixes }: Parsed<'brief.make'>,
  progression: Progression,
  { workspace: { db }, resumeState, saveResumeState }: JobContext,
): Promise<readonly Fix[]> {
  if (files.length === 0) return [];
  const chosen =
    resumeState.fixes !== undefined
      ? (JSON.parse(resumeState.fixes) as Fix[])
      : fixes === 'recommended'
        ? await progression.run('examine', async (part) =>
            recommendedFixes(await examineJob({ files, cleaning, presets }, part)),
          )
        : fixes;
  // Comparing the number of imports shows whether a killed attempt had committed this one.
  const before = Number(resumeState.importsBefore ?? importedFiles(db).length);
  if (resumeState.fixes !== undefined) progression.finish('examine');
  if (resumeState.importsBefore !== undefined && importedFiles(db).length >= before + files.length) {
    progression.finish('import');
    return chosen;
  }
  saveResumeState({ fixes: JSON.stringify(chosen), importsBefore: String(before) });
  const plan = withFixes({ files, cleaning }, chosen);
  await progression.run('import', (part) => importJob({ ...plan, presets }, part));
  return chosen;
}
