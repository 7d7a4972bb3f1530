import type { ErrorTexts } from '../../error-text.ts';
import { backendErrors } from './backends.ts';
import { checkpointErrors } from './checkpoints.ts';
import { commandErrors } from './commands.ts';
import { fileErrors } from './files.ts';
import { generalErrors } from './general.ts';
import { importErrors } from './import.ts';
import { mappingErrors } from './mapping.ts';
import { predictionErrors } from './predictions.ts';
import { ruleErrors } from './rules.ts';
import { runErrors } from './runs.ts';
import { textErrors } from './texts.ts';
import { trainingErrors } from './training.ts';
import { userErrors } from './users.ts';
import { workspaceErrors } from './workspace.ts';

/** Chinese texts of all error codes; the engine itself speaks English. */
export const errors: ErrorTexts = {
  ...generalErrors,
  ...workspaceErrors,
  ...fileErrors,
  ...importErrors,
  ...mappingErrors,
  ...trainingErrors,
  ...runErrors,
  ...checkpointErrors,
  ...textErrors,
  ...predictionErrors,
  ...userErrors,
  ...ruleErrors,
  ...backendErrors,
  ...commandErrors,
};
