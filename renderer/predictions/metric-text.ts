import type { TFunction } from 'i18next';
import type { Interval } from '../../shared/contract/prediction.ts';
import type { Format } from '../base/format.ts';
import { predictions } from '../locales/en/predictions/index.ts';

type Metric = keyof typeof predictions.metrics;
const isMetric = (name: string): name is Metric => Object.hasOwn(predictions.metrics, name);

/** Returns the display name of a metric: `rocAuc` as ROC-AUC, `hitRate@10` as Hit rate@10. */
export function metricName(t: TFunction, metric: string): string {
  const [family = '', k] = metric.split('@');
  const name = isMetric(family) ? t(`predictions.metrics.${family}`) : family;
  return k === undefined ? name : `${name}@${k}`;
}

/** Returns the explanation of a metric; empty if the metric is unknown. */
export function metricHelp(t: TFunction, metric: string): string {
  const [family = ''] = metric.split('@');
  return isMetric(family) ? t(`predictions.metricHelp.${family}`) : '';
}

/** Whether a lower value of a metric is better, as for errors. */
export const lowerIsBetter = (metric: string): boolean => ['mae', 'rmse', 'brier', 'calibrationError'].includes(metric);

/** Formats a metric with fewer decimals the greater its magnitude: three for shares, none from 1,000 on. */
export function formatMetric(format: Format, value: number): string {
  const magnitude = Math.abs(value);
  return format.number(value, magnitude >= 1000 ? 0 : magnitude >= 10 ? 1 : magnitude >= 2 ? 2 : 3).replace('-', '−');
}

/** Formats an interval, such as 0.713 (0.681 to 0.744). */
export function intervalText(t: TFunction, format: Format, { value, low, high }: Interval): string {
  const [text, from, to] = [value, low, high].map((number) => formatMetric(format, number));
  return t('predictions.interval', { value: text, low: from, high: to });
}
