import type { TFunction } from 'i18next';
import { report } from '../../../locales/en/data/report.ts';

type Name = keyof typeof report.stepNames;

const isName = (name: string): name is Name => Object.hasOwn(report.stepNames, name);

/** Returns the translated name of a cleaning step; an unknown step is returned unchanged. */
export function stepName(t: TFunction, step: string): string {
  return isName(step) ? t(`data.report.stepNames.${step}`) : step;
}
