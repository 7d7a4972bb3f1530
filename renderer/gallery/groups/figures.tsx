import { SimpleGrid, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { Chart } from '../../components/Chart.tsx';
import { Figure } from '../../components/Figure.tsx';
import { axisOf, IntervalBar } from '../../components/IntervalBar.tsx';
import { IntervalRows } from '../../components/IntervalRows.tsx';
import { StackedBars } from '../../components/StackedBars.tsx';
import { usePalette } from '../../components/use-palette.ts';
import { VerdictBadge } from '../../components/VerdictBadge.tsx';
import { VerdictPanel } from '../../components/VerdictPanel.tsx';
import { intervalText } from '../../predictions/metric-text.ts';
import { BASELINE_VERDICT_STYLES } from '../../runs/verdict-styles.ts';
import { lossOption } from '../../training/loss-option.ts';
import { Row } from '../State.tsx';

const model = { value: 0.743, low: 0.72, high: 0.765 };
const linear = { value: 0.712, low: 0.69, high: 0.735 };
const points = [1, 2, 3, 4, 5].map((epoch) => [epoch, 6 - Math.sqrt(epoch)] as const);

export const figures = {
  Figure: () => {
    const { t } = useTranslation();
    const format = useFormat();
    return (
      <SimpleGrid cols={4} spacing="md">
        <Figure label={t('terms.measures.events')} value={format.number(41_200)} />
        <Figure label={t('training.speed')} value={format.compact(3010)} unit={t('training.speedUnit')} />
        <Figure
          label={t('terms.measures.recency')}
          value={t('terms.days', { count: 3 })}
          help={t('terms.measureHelp.recency')}
        />
        <Figure label={t('terms.measures.monetary')} value={format.number(128.4, 2)}>
          <Text size="sm" c="dimmed">
            {t('users.quintile', { quintile: 4 })}
          </Text>
        </Figure>
      </SimpleGrid>
    );
  },
  VerdictBadge: () => {
    const { t } = useTranslation();
    return (
      <Row>
        {(['clearly', 'maybe', 'no', 'worse'] as const).map((verdict) => (
          <VerdictBadge key={verdict} {...BASELINE_VERDICT_STYLES[verdict]} text={t(`runs.short.${verdict}`)} />
        ))}
      </Row>
    );
  },
  VerdictPanel: () => {
    const { t } = useTranslation();
    return (
      <VerdictPanel label={t('terms.verdict')} {...BASELINE_VERDICT_STYLES.clearly}>
        <Title order={4}>{t('predictions.headline.better')}</Title>
        <Text>{t('predictions.significance.better', { difference: '0.031' })}</Text>
      </VerdictPanel>
    );
  },
  IntervalBar: () => {
    const palette = usePalette();
    return (
      <IntervalBar
        {...model}
        axis={axisOf([model])}
        colour={palette.text}
        label="0.743"
        width={300}
        referenceValue={0.73}
      />
    );
  },
  IntervalRows: () => {
    const { t } = useTranslation();
    const format = useFormat();
    const row = (name: 'model' | 'linear', interval: typeof model) => ({
      name,
      interval,
      label: t(`predictions.rankers.${name}`),
      text: intervalText(t, format, interval),
    });
    return (
      <IntervalRows
        rows={[row('model', model), row('linear', linear)]}
        referenceValue={linear.value}
        labelWidth={200}
      />
    );
  },
  StackedBars: () => {
    const { t } = useTranslation();
    const format = useFormat();
    const bars = Array.from({ length: 90 }, (_, day) => format.day(Date.UTC(2026, 0, day + 1)));
    return (
      <StackedBars
        label={t('data.perDay')}
        height={250}
        bars={bars.map((label) => ({ label, title: label }))}
        series={[
          { name: 'view', counts: bars.map((_, day) => 900 + Math.round(300 * Math.sin(day / 3))) },
          { name: 'purchase', counts: bars.map((_, day) => 60 + (day % 7) * 12) },
        ]}
      />
    );
  },
  Chart: () => {
    const { t } = useTranslation();
    const format = useFormat();
    const palette = usePalette();
    const option = useMemo(
      () => lossOption([{ name: t('training.trainingLoss'), points }], t('training.epoch'), format, palette),
      [t, format, palette],
    );
    return <Chart option={option} height={240} label={t('training.curve')} />;
  },
};
