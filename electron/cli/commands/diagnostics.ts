import type { Command } from 'commander';
import { diagnosticsText } from '../../../shared/domain/diagnostics-text.ts';
import { errorShape } from '../../../shared/errors.ts';
import { type CommonOptions, type Result, runAndPrint } from '../result.ts';
import type { Session } from '../session.ts';
import { addCommand } from './command.ts';

export function addDiagnostics(program: Command): void {
  addCommand(
    program,
    'diagnostics [workspace]',
    'version, machine, backends and last log entries, to paste into an issue; contains none of your data',
  ).action((workspace: string | undefined, options: CommonOptions) =>
    runAndPrint(options, (session) => diagnose(session, workspace)),
  );
}

/** A workspace that cannot be opened is a finding, not a failure of the command. */
async function diagnose(session: Session, workspace: string | undefined): Promise<Result> {
  const workspaceError = workspace === undefined ? null : await openingError(session, workspace);
  const diagnostics = await session.client.call('diagnostics.get', {});
  const text = diagnosticsText(diagnostics);
  return {
    json: { ...diagnostics, workspaceError },
    text: workspaceError === null ? text : `Workspace: ${workspaceError}\n${text}`,
  };
}

async function openingError(session: Session, workspace: string): Promise<string | null> {
  try {
    await session.open(workspace);
    return null;
  } catch (error) {
    return errorShape(error).code;
  }
}
