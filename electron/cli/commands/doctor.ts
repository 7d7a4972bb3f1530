import type { Command } from 'commander';
import { type CheckReport, isSound } from '../../../shared/domain/finding.ts';
import { findingText, repairs } from '../../../shared/texts/findings.ts';
import { type CommonOptions, ExitCode, runAndPrint } from '../result.ts';
import { megabytes, paragraphs, table } from '../text.ts';
import { addCommand } from './command.ts';

interface Options extends CommonOptions {
  repair?: boolean;
}

export function addDoctor(program: Command): void {
  addCommand(
    program,
    'doctor <workspace>',
    'check a workspace, even one that does not open; exit code 1 if something is wrong',
  )
    .option('--repair', 'repair what can be repaired without loss')
    .action(async (workspace: string, { repair = false, ...options }: Options) => {
      let sound = false;
      await runAndPrint(options, async ({ client }) => {
        const report = await client.call('workspace.checkClosed', { path: workspace, repair });
        sound = isSound(report);
        return { json: { ...report, sound }, text: describe(report, workspace) };
      });
      if (!sound) throw new ExitCode(1);
    });
}

function describe(report: CheckReport, workspace: string): string {
  const { findings, sizes } = report;
  const lines = findings.map((finding) =>
    finding.severity === 'information' ? findingText(finding) : `${findingText(finding)} ${repairs[finding.repair]}`,
  );
  const canRepair = findings.some(({ repair, severity }) => repair === 'possible' && severity !== 'information');
  const cannotRepair = findings.some(({ repair, severity }) => repair === 'impossible' && severity === 'error');
  return paragraphs(
    isSound(report) ? 'The workspace is sound.' : 'The workspace needs attention:',
    lines.map((line) => `  ${line}`).join('\n'),
    canRepair
      ? `Repair it with "portrait doctor ${workspace} --repair". Nothing is lost: rows are backed up, files moved to the folder "damaged".`
      : '',
    cannotRepair ? `Backups: portrait backups ${workspace}` : '',
    table(Object.entries(sizes).map(([part, bytes]) => [part, megabytes(bytes)])),
  );
}
