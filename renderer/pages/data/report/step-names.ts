import type { TFunction } from 'i18next';
import { report } from '../../../locales/en/report.ts';

type Name = keyof typeof report.stepNames;

const isName = (name: string): name is Name => Object.hasOwn(report.stepNames, name);

/** A cleaning step in words; one that has none keeps its own name. */
export function stepName(t: TFunction, step: string): string {
  return isName(step) ? t(`report.stepNames.${step}`) : step;
}
