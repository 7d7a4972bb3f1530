import { join } from 'node:path';
import type { Handlers } from '../../../shared/contract/handlers.ts';
import { version } from '../../version.ts';
import { type Table, writeExport } from '../files/export-file.ts';
import type { FilesContext } from '../files/file-access.ts';
import { dataVersion } from '../store/imports/data-version.ts';
import { isoTime } from '../store/iso-time.ts';
import { getPrediction, listPredictions } from '../store/models/predictions.ts';
import { eachUserScores, scorePage } from '../store/models/scores.ts';
import { exportFolder } from '../store/workspace.ts';
import type { WorkspaceContext } from '../store/workspace-context.ts';
import { readSettings, workspaceZone } from '../store/workspace-settings.ts';
import { availableTargets } from './available-targets.ts';
import { readPrediction } from './prediction-files.ts';
import { hasScorer } from './scorer/scorer-file.ts';

export const predictionHandlers = {
  'prediction.targets': (_input, context) => availableTargets(context.workspace().db),
  'prediction.list': (_input, context) => ({ predictions: listPredictions(context.workspace().db) }),
  'prediction.get': ({ run }, context) => {
    const { db, path } = context.workspace();
    const summary = getPrediction(db, run);
    const { config, evaluation, curve } = readPrediction(path, run);
    return {
      summary,
      stale: summary.scoring && hasScorer(path, run) ? summary.scoring.dataVersion !== dataVersion(db) : null,
      config,
      evaluation,
      epochs: Int32Array.from(curve.training, (_, i) => i + 1),
      trainingLoss: curve.training,
      validationLoss: curve.validation,
    };
  },
  'prediction.scores': ({ run, ...page }, context) => {
    const { db, path } = context.workspace();
    getPrediction(db, run);
    const { classes } = readPrediction(path, run).evaluation;
    return { classes, ...scorePage(db, run, classes.length, page) };
  },
  'prediction.export': ({ run, out, replace }, context) => {
    const { db, path } = context.workspace();
    const { title, target, parent, verdict } = getPrediction(db, run);
    const { classes } = readPrediction(path, run).evaluation;
    const folder = exportFolder(path);
    const file = context.files.resolveWritable(out ?? join(folder, `scores-${run}.csv`), folder);
    const table: Table = {
      header: ['user', ...classes],
      rows: eachUserScores(db, run, classes.length),
      facts: {
        what: 'scores',
        run,
        title,
        parent,
        target,
        verdict,
        exported: isoTime(Date.now(), workspaceZone(db)),
        ...readSettings(db),
        portrait: version,
      },
    };
    return writeExport(file, table, replace);
  },
} satisfies Partial<Handlers<WorkspaceContext & FilesContext>>;
