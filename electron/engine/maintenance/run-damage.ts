import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PortraitError } from '../../../shared/errors.ts';
import { readPrediction } from '../finetune/prediction-files.ts';
import { requireFinite } from '../model/finite.ts';
import { readSafetensors } from '../model/safetensors.ts';
import { readCurve } from '../runs/curve.ts';
import { readRunConfig, weightsFile } from '../runs/run-files.ts';
import { readRecord } from '../runs/run-record.ts';
import { readTextRun } from '../runs/text-run.ts';
import { modelFolder } from '../store/workspace.ts';

const readConfig = {
  behaviour: readRunConfig,
  text: readTextRun,
  prediction: (path: string, run: string) => {
    readRunConfig(path, run);
    readPrediction(path, run);
  },
};

/** Returns the name of a missing or unusable file of a finished run; null if there is none. */
export function damageIn(path: string, run: string, kind: keyof typeof readConfig): string | null {
  if (!existsSync(join(modelFolder(path, run), 'config.json'))) return 'config.json';
  if (!existsSync(weightsFile(path, run))) return basename(weightsFile(path, run));
  return damagedFile(() => {
    readConfig[kind](path, run);
    readCurve(path, run);
    if (existsSync(join(modelFolder(path, run), 'run.json'))) readRecord(path, run);
    for (const name of readdirSync(modelFolder(path, run), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.safetensors')) continue;
      const file = join(modelFolder(path, run), name);
      requireFinite(file, readSafetensors(file).arrays);
    }
  });
}

/** Returns the file named by the error that reading a run throws; null if it throws none. */
export function damagedFile(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    if (!(error instanceof PortraitError)) throw error;
    const { file } = error.details ?? {};
    return typeof file === 'string' ? basename(file) : 'prediction.json';
  }
}
