import { Command } from 'commander';
import { version } from '../version.ts';
import { addBackends } from './commands/backends.ts';
import { addBackups } from './commands/backups.ts';
import { addBase } from './commands/base.ts';
import { addBrief } from './commands/brief.ts';
import { addCompare } from './commands/compare.ts';
import { addDemo } from './commands/demo.ts';
import { addDiagnostics } from './commands/diagnostics.ts';
import { addDoctor } from './commands/doctor.ts';
import { addEvaluate } from './commands/evaluate.ts';
import { addExamine } from './commands/examine.ts';
import { addExplain } from './commands/explain.ts';
import { addExport } from './commands/export.ts';
import { addFinetune } from './commands/finetune.ts';
import { addIdentities } from './commands/identities.ts';
import { addImport } from './commands/import.ts';
import { addImports } from './commands/imports.ts';
import { addInfo } from './commands/info.ts';
import { addListen } from './commands/listen.ts';
import { addMap } from './commands/map.ts';
import { addModel } from './commands/model.ts';
import { addNew } from './commands/new.ts';
import { addPredict } from './commands/predict.ts';
import { addPredictions } from './commands/predictions.ts';
import { addProfile } from './commands/profile.ts';
import { addRejected } from './commands/rejected.ts';
import { addReport } from './commands/report.ts';
import { addRestore } from './commands/restore.ts';
import { addRuns } from './commands/runs.ts';
import { addSearch } from './commands/search.ts';
import { addSegment } from './commands/segment.ts';
import { addServe } from './commands/serve.ts';
import { addSettings } from './commands/settings.ts';
import { addText } from './commands/text.ts';
import { addTexts } from './commands/texts.ts';
import { addTrain } from './commands/train.ts';
import { addTraits } from './commands/traits.ts';
import { addUndo } from './commands/undo.ts';
import { addValue } from './commands/value.ts';
import { addWatch } from './commands/watch.ts';
import { addWorkspaces } from './commands/workspaces.ts';

/** In the order of typical use, which is the order in the help. */
const commands = [
  addNew,
  addWorkspaces,
  addBrief,
  addExamine,
  addImport,
  addReport,
  addImports,
  addIdentities,
  addRejected,
  addUndo,
  addWatch,
  addListen,
  addInfo,
  addSettings,
  addValue,
  addBase,
  addTrain,
  addSearch,
  addRuns,
  addEvaluate,
  addCompare,
  addFinetune,
  addPredictions,
  addPredict,
  addProfile,
  addMap,
  addTexts,
  addText,
  addModel,
  addExplain,
  addTraits,
  addSegment,
  addExport,
  addBackends,
  addBackups,
  addRestore,
  addDoctor,
  addDiagnostics,
  addServe,
  addDemo,
];

/**
 * Creates the program with all commands. `onUsageError` receives usage errors, which are then not printed to the
 * terminal.
 */
export function portraitProgram(onUsageError: (text: string) => void): Command {
  const program = new Command('portrait')
    .description('Turns a shop’s behaviour exports into explained user profiles and segments, on this machine.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeErr: onUsageError })
    .showHelpAfterError(false);
  for (const add of commands) add(program);
  return program;
}
