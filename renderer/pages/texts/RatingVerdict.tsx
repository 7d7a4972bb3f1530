import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RatingFigures } from '../../../shared/contract/rating.ts';
import { verdictOnDifference } from '../../../shared/domain/difference-verdict.ts';
import { useFormat } from '../../base/format.ts';
import { IntervalRows } from '../../components/IntervalRows.tsx';
import { VerdictPanel } from '../../components/VerdictPanel.tsx';
import { LINEAR_VERDICT_STYLES } from '../../runs/verdict-styles.ts';

/** Verdict on whether a run rates texts better than logistic regression on words, with confidence intervals. */
export function RatingVerdict({ rating }: { rating: RatingFigures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const points = (share: number) => format.number(100 * share, 1).replace('-', '−');
  const verdict = verdictOnDifference(rating.difference);
  const { value, low, high } = rating.difference;
  const difference = { value: points(value), low: points(low), high: points(high) };
  return (
    <VerdictPanel label={t('texts.verdict')} {...LINEAR_VERDICT_STYLES[verdict]}>
      <Title order={2}>{t(`texts.headline.${verdict}`)}</Title>
      <Text maw={820}>
        {t('texts.result', {
          model: format.percent(rating.accuracy.value),
          linear: format.percent(rating.linear.value),
          base: format.percent(rating.base),
          texts: format.number(rating.texts),
        })}
      </Text>
      <Text>{t(`texts.significance.${verdict}`, difference)}</Text>
      <Text size="sm" c="dimmed">
        {t('runs.rightHelp')}
      </Text>
      <Intervals rating={rating} />
    </VerdictPanel>
  );
}

function Intervals({ rating: { accuracy, linear, base } }: { rating: RatingFigures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = ({ value, low, high }: RatingFigures['accuracy']) =>
    low === high
      ? format.percent(value)
      : t('texts.interval', { value: format.percent(value), low: format.percent(low), high: format.percent(high) });
  const row = (name: 'model' | 'linear' | 'base', interval: RatingFigures['accuracy']) => ({
    name,
    interval,
    label: t(`texts.rankers.${name}`),
    text: text(interval),
  });
  const baseRate = { value: base, low: base, high: base };
  return (
    <IntervalRows
      rows={[row('model', accuracy), row('linear', linear), row('base', baseRate)]}
      referenceValue={linear.value}
      labelWidth={200}
    />
  );
}
