import type { Brief, Fix } from '../../contract/brief.ts';
import { isBriefText, type Say } from './say.ts';

type SourceFile = Brief['data']['files'][number];

/** Number of files that are described one by one. */
const MAX_FILES = 5;

/** Returns what was read of each file, what was set aside and why, and what was applied before the import. */
export function quality(say: Say, { data, fixes }: Brief): string[] {
  const { files } = data;
  const more = files.length - MAX_FILES;
  return [
    ...files.slice(0, MAX_FILES).flatMap((file) => fileTexts(say, file)),
    ...(more > 0 ? [say('filesMore', { count: more })] : []),
    ...(fixes.length > 0 || isUntouched(files) ? [fixesText(say, fixes)] : []),
    ...(data.synthetic ? [say('synthetic')] : []),
  ];
}

function fileTexts(say: Say, { name, rows, events, rejected, duplicates, reasons, steps }: SourceFile): string[] {
  const dropped = steps.filter(({ leavesOut, rows: count }) => leavesOut && count > 0);
  const droppedRows = dropped.reduce((sum, step) => sum + step.rows, 0);
  return [
    say('rowsRead', { file: name, rows, events }),
    ...(rejected > 0 ? [say('rowsRejected', { rows: rejected, reasons: reasonsText(say, reasons) })] : []),
    ...(duplicates > 0 ? [say('rowsRepeated', { rows: duplicates })] : []),
    ...(droppedRows > 0 ? [say('rowsDropped', { rows: droppedRows, steps: stepsText(say, dropped) })] : []),
  ];
}

/** Whether no cleaning step dropped a row. */
const isUntouched = (files: readonly SourceFile[]) =>
  files.every(({ steps }) => steps.every(({ leavesOut, rows }) => !leavesOut || rows === 0));

const stepsText = (say: Say, steps: SourceFile['steps']) =>
  list(
    say,
    steps.map(({ step, rows }) => counted(say, textOf(say, 'step', step), rows)),
  );

function reasonsText(say: Say, reasons: SourceFile['reasons']): string {
  const counts = new Map<string, number>();
  for (const { code, rows } of reasons) {
    const name = textOf(say, 'rejected', code);
    counts.set(name, (counts.get(name) ?? 0) + rows);
  }
  return list(
    say,
    [...counts].map(([name, rows]) => counted(say, name, rows)),
  );
}

const counted = (say: Say, name: string, rows: number) => say('counted', { name, rows });

function fixesText(say: Say, fixes: readonly Fix[]): string {
  if (fixes.length === 0) return say('noFixes');
  const texts = fixes.map(({ code, count, facts }) => {
    const key = `fix.${code}`;
    return isBriefText(key) ? say(key, { count, ...facts }) : say('fix.other', { code, count });
  });
  return say('fixes', { fixes: list(say, texts) });
}

function textOf(say: Say, group: 'step' | 'rejected', code: string): string {
  const key = `${group}.${code}`;
  return say(isBriefText(key) ? key : `${group}.other`);
}

const list = ({ language }: Say, texts: readonly string[]) => texts.join(language === 'zh' ? '；' : '; ');
