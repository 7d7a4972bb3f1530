import type { Stage } from '../../shared/domain/progress.ts';
import { stages } from '../../shared/texts/progress.ts';

const texts: Readonly<Record<string, string | Readonly<Record<string, string>>>> = stages;

/** Returns the English name of a job's stage. */
export function stageName(stage: Stage): string {
  const [room = '', step = ''] = stage.split('.');
  const text = texts[room];
  return (typeof text === 'object' ? text[step] : text) ?? stages.other;
}
