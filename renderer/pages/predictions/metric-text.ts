import type { TFunction } from 'i18next';
import type { Interval } from '../../../shared/contract/finetune.ts';
import type { Format } from '../../base/format.ts';
import { head } from '../../locales/en/head.ts';

type Metric = keyof typeof head.metrics;
const isMetric = (name: string): name is Metric => Object.hasOwn(head.metrics, name);

/** A metric's proper name: `rocAuc` as ROC-AUC, `hitRate@10` as Hit rate@10. */
export function metricName(t: TFunction, metric: string): string {
  const [family = '', k] = metric.split('@');
  const name = isMetric(family) ? t(`head.metrics.${family}`) : family;
  return k === undefined ? name : `${name}@${k}`;
}

/** What a metric means, where that is known. */
export function metricHelp(t: TFunction, metric: string): string {
  const [family = ''] = metric.split('@');
  return isMetric(family) ? t(`head.metricHelp.${family}`) : '';
}

/** Errors are better the smaller they are. */
export const lessIsBetter = (metric: string): boolean => ['mae', 'rmse', 'brier', 'calibrationError'].includes(metric);

/** As many decimals as tell two apart: three of a share, fewer of sums of money. */
export function metricNumber(format: Format, value: number): string {
  const size = Math.abs(value);
  return format.number(value, size >= 1000 ? 0 : size >= 10 ? 1 : size >= 2 ? 2 : 3).replace('-', '−');
}

/** 0.713 (0.681 to 0.744). */
export function intervalText(t: TFunction, format: Format, { value, low, high }: Interval): string {
  const [text, from, to] = [value, low, high].map((number) => metricNumber(format, number));
  return t('head.interval', { value: text, low: from, high: to });
}
