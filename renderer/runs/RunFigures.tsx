import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';
import { backendName } from '../components/backend-names.ts';
import { Figure } from '../components/Figure.tsx';
import type { Run } from './run-facts.ts';

/** Key figures of a training: validation result, size, duration, speed and backend. */
export function RunFigures({ run: { summary, kind, rating } }: { run: Run }) {
  const { t } = useTranslation();
  const format = useFormat();
  const texts = kind === 'text';
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, xl: 6 }} spacing="md">
      {rating ? (
        <Figure label={t('runs.right')} value={format.percent(rating.accuracy.value)} help={t('runs.rightHelp')} />
      ) : (
        <Figure
          label={t('training.validationLoss')}
          value={format.number(summary.validation.loss ?? Number.NaN, 3)}
          help={t(texts ? 'training.textLossHelp' : 'training.lossHelp')}
        />
      )}
      <Figure label={t('runs.parameters')} value={format.number(summary.parameters)} />
      <Figure label={t('runs.duration')} value={format.duration(summary.seconds)} />
      <Figure
        label={t(texts ? 'runs.textsLearntFrom' : 'runs.learntFrom')}
        value={format.compact(summary.events)}
        help={t('runs.learntFromHelp')}
      />
      <Figure
        label={t('training.speed')}
        value={format.compact(summary.eventsPerSecond)}
        unit={t(texts ? 'runs.textSpeedUnit' : 'training.speedUnit')}
      />
      <Figure
        label={t('runs.backend')}
        value={backendName(summary.backend)}
        {...(summary.device ? { help: summary.device } : {})}
      />
    </SimpleGrid>
  );
}
