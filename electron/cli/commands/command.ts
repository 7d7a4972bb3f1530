import type { Command } from 'commander';

/** Adds a command with the options common to all: `--json`. */
export function addCommand(program: Command, usage: string, description: string): Command {
  return program.command(usage).description(description).option('--json', 'print the result as one JSON object');
}
