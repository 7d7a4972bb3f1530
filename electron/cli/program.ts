import { Command } from 'commander';
import { version } from '../engine/version.ts';
import { addEvaluate } from './commands/evaluate.ts';
import { addInfo } from './commands/info.ts';
import { addNew } from './commands/new.ts';
import { addServe } from './commands/serve.ts';
import { addTrain } from './commands/train.ts';

/** All commands. `complain` is told what is wrong with the arguments instead of the terminal. */
export function portraitProgram(complain: (text: string) => void): Command {
  const program = new Command('portrait')
    .description('Turns a shop’s behaviour exports into explained user profiles and segments, on this machine.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeErr: complain })
    .showHelpAfterError(false);
  for (const add of [addNew, addInfo, addTrain, addEvaluate, addServe]) add(program);
  return program;
}
