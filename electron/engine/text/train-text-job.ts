import type { Output, Parsed } from '../../../shared/contract/index.ts';
import type { JobFunction } from '../jobs/context.ts';
import { readerOf, readTextRun, writeNewTextRun } from '../runs/text-run.ts';
import { countAuthors, readTexts } from '../store/events/texts.ts';
import { pretrainRun } from '../train/pretrain-run.ts';
import { configureTexts, noTexts, textHash } from './new-text-run.ts';
import { textCommand } from './text-command.ts';
import { textTraining } from './text-training.ts';

/** Pre-trains a run on the workspace's texts. Throws NO_TEXTS, NOTHING_TO_LEARN, DATA_CHANGED and more. */
export const trainTextJob: JobFunction<Parsed<'text.train'>, Output<'text.train'>> = (input, context) =>
  pretrainRun(input.resume, context, (id, isSaved) => {
    const { db, path } = context.workspace;
    const savedRun = isSaved ? readTextRun(path, id) : null;
    const actions = savedRun ? savedRun.config.actions : (input.actions ?? null);
    const { texts } = readTexts(db, actions);
    if (texts.length === 0) throw noTexts(db, actions);
    const { config, tokens, sequences } = savedRun
      ? { ...savedRun, sequences: () => texts.map(readerOf(savedRun.config, savedRun.tokens)) }
      : configureTexts(texts, input.config, actions);
    return {
      kind: 'text',
      settings: config.train,
      data: { hash: textHash(texts), users: countAuthors(db, actions, false), events: texts.length },
      savedHash: savedRun?.config.data,
      command: textCommand(config),
      save: () => writeNewTextRun(path, id, config, tokens),
      training: () => textTraining(config, sequences()),
    };
  });
