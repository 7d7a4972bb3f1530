import { SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../../shared/contract/jobs.ts';
import type { LiveFigure, LiveFigures } from '../../../../shared/domain/progress.ts';
import { useFormat } from '../../../base/format.ts';
import { Figure } from '../../../components/Figure.tsx';
import { JobStatus } from '../../../components/JobStatus.tsx';

/** A running search: its progress, the current trial and the best NDCG@10 so far. */
export function LiveSearch({ job }: { job: Job }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figures: LiveFigures = job.progress?.figures ?? {};
  const figure = (name: LiveFigure, decimals = 0) => format.number(figures[name] ?? Number.NaN, decimals);
  return (
    <Stack gap="md">
      <JobStatus job={job} />
      {'trial' in figures && (
        <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="md">
          <Figure label={t('model.search.currentTrial')} value={figure('trial')} />
          <Figure label={t('training.epoch')} value={figure('epoch')} />
          <Figure label={t('training.trainingLoss')} value={figure('loss', 3)} />
          <Figure label={t('model.search.bestSoFar')} value={figure('best', 4)} help={t('model.search.bestHelp')} />
        </SimpleGrid>
      )}
    </Stack>
  );
}
