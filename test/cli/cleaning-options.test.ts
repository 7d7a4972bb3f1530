import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { addImportOptions, buildImportInput, type ImportOptions } from '../../electron/cli/commands/import-options.ts';

/** Parses command-line arguments to the input of the engine. */
function inputOf(...words: string[]) {
  const command = addImportOptions(new Command().exitOverride().configureOutput({ writeErr: () => {} }));
  command.argument('<files...>').parse(words, { from: 'user' });
  return buildImportInput(command.args, command.opts<ImportOptions>());
}

describe('cleaning and privacy on the command line', () => {
  it('are absent unless an option is given', () => {
    expect(inputOf('a.csv')).toEqual({ files: [{ file: 'a.csv' }], cleaning: {} });
  });

  it('set each step', () => {
    const steps = '--narrow --from 2024-05-01 --to 2024-05-31 --min-price 0 --clip 0.99 --bots-per-minute 60 --idle 15';
    const more = '--currency EUR:USD=0.9,GBP=1.2 --near-repeats 2 --core-item 5 --internal=tester';
    expect(inputOf(...steps.split(' '), ...more.split(' '), 'a.csv').cleaning).toEqual({
      text: { width: true },
      times: { from: '2024-05-01T00:00:00.000Z', to: '2024-05-31T23:59:59.999Z' },
      prices: { min: 0 },
      clip: { quantile: 0.99 },
      bots: { perMinute: 60 },
      sessions: { idleMinutes: 15 },
      currency: { to: 'EUR', rates: { USD: 0.9, GBP: 1.2 } },
      nearRepeats: { seconds: 2 },
      core: { item: 5 },
      internal: { users: ['tester'] },
    });
  });

  it('set the choice for each of several columns, in all files', () => {
    const privacy = { email: 'hash', 'a=b': 'keep' };
    const { files } = inputOf('--privacy', 'email=hash', '--privacy', 'a=b=keep', 'a.csv', 'b.csv');
    expect(files).toEqual([
      { file: 'a.csv', privacy },
      { file: 'b.csv', privacy },
    ]);
  });

  it.each([
    ['--clip', '1'],
    ['--near-repeats', '0'],
    ['--currency', 'EUR:USD=much'],
    ['--from', 'yesterday'],
    ['--privacy', 'email=shred'],
    ['--privacy', '=hash'],
  ])('are refused if they are invalid: %s %s', (option, value) => {
    expect(() => inputOf(option, value, 'a.csv')).toThrow(
      expect.objectContaining({ code: 'commander.invalidArgument' }),
    );
  });
});
