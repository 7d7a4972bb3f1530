import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';
import type { LiftScale } from './lift-scale.ts';

interface IntervalPlotProps {
  lift: number;
  low: number;
  high: number;
  /** Adjusted p-value; differences that are not significant are drawn in grey. */
  q: number;
  scale: LiftScale;
  width: number;
}

const HEIGHT = 20;
const INSET = 6;
const SIGNIFICANCE_LEVEL = 0.05;

/** A lift with its 95 % confidence interval; the vertical line marks 1, no difference. */
export function IntervalPlot({ lift, low, high, q, scale, width }: IntervalPlotProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const x = (ratio: number) => INSET + scale.position(ratio) * (width - 2 * INSET);
  const text = t('segments.intervalOf', {
    lift: format.number(lift, 2),
    low: format.number(low, 2),
    high: format.number(high, 2),
  });
  const colour =
    q >= SIGNIFICANCE_LEVEL
      ? 'var(--mantine-color-dimmed)'
      : lift > 1
        ? 'var(--mantine-primary-color-filled)'
        : 'light-dark(#b0443d, #ff8b8d)';
  const middle = HEIGHT / 2;
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={text} style={{ display: 'block' }}>
      <title>{text}</title>
      <line x1={x(1)} x2={x(1)} y1={0} y2={HEIGHT} stroke="var(--mantine-color-default-border)" strokeWidth={2} />
      <line x1={x(low)} x2={x(high)} y1={middle} y2={middle} stroke={colour} strokeWidth={2} />
      <line x1={x(low)} x2={x(low)} y1={middle - 4} y2={middle + 4} stroke={colour} strokeWidth={2} />
      <line x1={x(high)} x2={x(high)} y1={middle - 4} y2={middle + 4} stroke={colour} strokeWidth={2} />
      <circle cx={x(lift)} cy={middle} r={4} fill={colour} />
    </svg>
  );
}
