import type { Command } from 'commander';
import type { Examination, ExaminedFile, Guess, Problem } from '../../../shared/contract/examine.ts';
import { runInWorkspace } from '../result.ts';
import { count, duration, paragraphs, share, table } from '../text.ts';
import { addCommand } from './command.ts';
import { addImportOptions, buildImportInput, type ImportOptions } from './import-options.ts';
import { problemText } from './problem-text.ts';

const SIGNS = { error: '✗', warning: '!', note: '·' } as const;

export function addExamine(program: Command): void {
  const command = addCommand(
    program,
    'examine <workspace> <files...>',
    'check files and report what an import would do',
  );
  addImportOptions(command).action((workspace: string, files: string[], options: ImportOptions) =>
    runInWorkspace(workspace, options, async (session) => {
      const examination = await session.run('ingest.examine', buildImportInput(files, options));
      return { json: { ...examination }, text: describeExamination(examination) };
    }),
  );
}

function describeExamination({ files, result, seconds }: Examination): string {
  const outcome = result
    ? `An import would add ${count(result.events)} events from ${count(result.rows)} rows: ${count(result.users)} users, ${count(result.items)} items, ${count(result.sessions)} sessions`
    : 'Nothing can be imported with these settings';
  return paragraphs(...files.map(describeFile), `${outcome} (examined in ${duration(seconds)})`);
}

function describeFile({ name, kind, preset, columns, guesses, problems }: ExaminedFile): string {
  const guessOf = new Map(guesses.map((guess) => [guess.field, guess]));
  const rows = columns.map(({ name: column, type, rows: all, missing, distinct, top, use }) => {
    const guess = use === null ? undefined : guessOf.get(use === 'attribute' ? 'attributes' : use);
    const usage =
      use === null
        ? ''
        : guess === undefined
          ? use
          : `${use} (confidence ${share(guess.confidence)}${evidence(guess)})`;
    const empty = missing === 0 ? '' : share(missing / all);
    const examples = top.slice(0, 3).map(({ value }) => (value.length > 24 ? `${value.slice(0, 23)}…` : value));
    return [column, type, usage, count(distinct), empty, examples.join(', ')];
  });
  return [
    `${name}: ${kind}${preset ? ` (${preset})` : ''}`,
    table(rows, ['column', 'type', 'field', 'distinct', 'empty', 'most frequent']),
    ...problems.map(describeProblem),
  ].join('\n');
}

/** Returns the evidence for a guessed column, such as `, 100 % times`. */
function evidence({ cells }: Guess): string {
  return cells === null ? '' : `, ${share(cells.share)} ${cells.kind}`;
}

function describeProblem(problem: Problem): string {
  const examples = problem.examples.slice(0, 2).map(({ line, text }) => {
    const shown = text.length > 90 ? `${text.slice(0, 89)}…` : text;
    return `      ${line === undefined ? '' : `line ${line}: `}${shown}`;
  });
  return [`  ${SIGNS[problem.severity]} ${problemText(problem)}`, ...examples].join('\n');
}
