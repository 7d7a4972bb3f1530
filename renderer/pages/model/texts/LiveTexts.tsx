import { Center, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../../shared/contract/jobs.ts';
import { useFormat } from '../../../app/format.ts';
import { Chart } from '../../../components/Chart.tsx';
import { Figure } from '../../../components/Figure.tsx';
import { JobStatus } from '../../../components/JobStatus.tsx';
import { usePalette } from '../../../components/use-palette.ts';
import { useCurves } from '../../../engine/curves.ts';
import { changes } from '../live/changes.ts';
import { smoothed } from '../live/smoothed.ts';
import { lossOption } from '../run/loss-option.ts';

const HEIGHT = 280;

/** A training on texts as it goes: how far it is, whether it learns, and how it did where it has been judged. */
export function LiveTexts({ job }: { job: Job }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const curves = useCurves((state) => state.byJob[job.id]);
  const figures = job.progress?.figures ?? {};
  const rates = job.kind === 'text.rate';
  const option = useMemo(() => {
    const lines = [
      { name: t('model.trainingLoss'), points: smoothed(curves?.loss ?? []) },
      { name: t('model.validation'), points: changes(curves?.['validation.loss'] ?? []) },
    ].filter(({ points }) => points.length > 0);
    return lossOption(lines, t('model.step'), format, palette);
  }, [curves, t, format, palette]);
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
      <Paper withBorder p="md">
        <Title order={2} mb="sm">
          {t('model.live')}
        </Title>
        {(curves?.loss?.length ?? 0) > 1 ? (
          <Chart option={option} height={HEIGHT} label={t('model.live')} />
        ) : (
          <Center h={HEIGHT}>
            <Text c="dimmed" size="sm">
              {t('model.liveSoon')}
            </Text>
          </Center>
        )}
      </Paper>
    </Stack>
  );
}
