import { SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../shared/contract/jobs.ts';
import { useFormat } from '../../base/format.ts';
import { Figure } from '../../components/Figure.tsx';
import { JobStatus } from '../../components/JobStatus.tsx';
import { LiveLoss } from '../model/live/LiveLoss.tsx';

/** A training on texts as it goes: how far it is, whether it learns, and how it did where it has been judged. */
export function LiveTexts({ job }: { job: Job }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figures = job.progress?.figures ?? {};
  const rates = job.kind === 'text.rate';
  const of = (name: string) => figures[name] ?? Number.NaN;
  const share = (name: string) => (name in figures ? format.percent(of(name)) : t('texts.soon'));
  return (
    <Stack gap="md">
      <JobStatus job={job} />
      <SimpleGrid cols={4} spacing="md">
        <Figure label={t('model.trainingLoss')} value={format.number(of('loss'), 3)} />
        {rates ? (
          <>
            <Figure label={t('texts.judged')} value={format.percent(figures.judged ?? 0, 0)} />
            <Figure label={t('texts.right')} value={share('accuracy')} />
            <Figure label={t('texts.rightLinear')} value={share('linear accuracy')} />
          </>
        ) : (
          <>
            <Figure label={t('model.epoch')} value={format.number(of('epoch'))} />
            <Figure
              label={t('model.validationLoss')}
              value={format.number(of('validation.loss'), 3)}
              help={t('texts.lossHelp')}
            />
            <Figure
              label={t('model.tokenSpeed')}
              value={format.compact(of('tokensPerSecond'))}
              unit={t('model.tokenSpeedUnit')}
            />
          </>
        )}
      </SimpleGrid>
      <LiveLoss job={job.id} />
    </Stack>
  );
}
