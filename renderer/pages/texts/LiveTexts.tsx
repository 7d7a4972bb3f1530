import { SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../shared/contract/jobs.ts';
import type { LiveFigure, LiveFigures } from '../../../shared/domain/progress.ts';
import { useFormat } from '../../base/format.ts';
import { Figure } from '../../components/Figure.tsx';
import { JobStatus } from '../../components/JobStatus.tsx';
import { LiveLoss } from '../../training/LiveLoss.tsx';

/** A running training on texts: its progress, loss, and accuracy so far if it learns ratings. */
export function LiveTexts({ job }: { job: Job }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figures: LiveFigures = job.progress?.figures ?? {};
  const isRating = job.kind === 'text.rate';
  const figure = (name: LiveFigure) => figures[name] ?? Number.NaN;
  const percentText = (name: LiveFigure) =>
    figures[name] !== undefined ? format.percent(figure(name)) : t('texts.soon');
  return (
    <Stack gap="md">
      <JobStatus job={job} />
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md">
        <Figure label={t('training.trainingLoss')} value={format.number(figure('loss'), 3)} />
        {isRating ? (
          <>
            <Figure label={t('texts.evaluated')} value={format.percent(figures.evaluated ?? 0, 0)} />
            <Figure label={t('runs.right')} value={percentText('accuracy')} />
            <Figure label={t('texts.rightLinear')} value={percentText('linearAccuracy')} />
          </>
        ) : (
          <>
            <Figure label={t('training.epoch')} value={format.number(figure('epoch'))} />
            <Figure
              label={t('training.validationLoss')}
              value={format.number(figure('validation.loss'), 3)}
              help={t('training.textLossHelp')}
            />
            <Figure
              label={t('training.tokenSpeed')}
              value={format.compact(figure('tokensPerSecond'))}
              unit={t('training.tokenSpeedUnit')}
            />
          </>
        )}
      </SimpleGrid>
      <LiveLoss job={job} />
    </Stack>
  );
}
