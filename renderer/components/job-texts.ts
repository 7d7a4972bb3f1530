import type { TFunction } from 'i18next';
import type { Progress } from '../../shared/contract/jobs.ts';
import type { Stage, Unit } from '../../shared/domain/progress.ts';
import type { Format } from '../base/format.ts';
import { jobs } from '../locales/en/jobs.ts';

/** Converts `train.start` to the locale key `trainStart`. */
const camelCase = (name: string) => name.replaceAll(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());

function keyIn<T extends object>(texts: T, name: string): keyof T | undefined {
  const key = camelCase(name);
  return has(texts, key) ? key : undefined;
}

const has = <T extends object>(texts: T, key: PropertyKey): key is keyof T => Object.hasOwn(texts, key);

/** Returns the name of a kind of job, such as “Training”. */
export function kindText(t: TFunction, kind: string): string {
  return t(`jobs.kinds.${keyIn(jobs.kinds, kind) ?? 'other'}`);
}

/** Returns the name of a job's stage; the kind of the job if the stage has no name. */
export function stageText(t: TFunction, kind: string, stage: Stage | undefined): string {
  if (stage === undefined) return t('jobs.starting');
  return stage === 'other' ? kindText(t, kind) : t(`jobs.stages.${stage}`);
}

export const unitText = (t: TFunction, unit: Unit) => t(`jobs.units.${unit}`);

/** Returns the amount done, such as “3 of 5 epochs”; seconds are formatted as a duration. */
export function amountText(t: TFunction, format: Format, { done, total, unit }: Progress): string {
  if (unit === 'seconds') return t('jobs.ofTime', { done: format.duration(done), total: format.duration(total) });
  return t('jobs.of', { done: format.number(done), total: format.number(total), unit: unitText(t, unit) });
}
