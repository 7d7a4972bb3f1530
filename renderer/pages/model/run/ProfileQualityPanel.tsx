import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileQuality } from '../../../../shared/contract/profile-quality.ts';
import { useFormat } from '../../../base/format.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { JobStatus } from '../../../components/JobStatus.tsx';
import { useJob } from '../../../engine/use-job.ts';
import type { Run } from '../../../runs/run-facts.ts';
import { ProbesTable } from './ProbesTable.tsx';

/** Measures what the vectors of a model say about users, and shows the figures until the page is left. */
export function ProfileQualityPanel({ run }: { run: Run }) {
  const { t } = useTranslation();
  const { job, active, error, result, start } = useJob('profile.evaluate');
  const quality = result?.run === run.id ? result : undefined;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('model.quality.title')}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Stack gap={2}>
            <Title order={2}>{t('model.quality.title')}</Title>
            <Text size="sm" c="dimmed" maw={760}>
              {t('model.quality.text')}
            </Text>
          </Stack>
          <Button size="xs" variant="default" flex="none" loading={active} onClick={() => start({ run: run.id })}>
            {t(quality ? 'model.quality.again' : 'model.quality.start')}
          </Button>
        </Group>
        {error !== null && <ErrorNotice error={error} />}
        <JobStatus job={job} />
        {quality && !active && <Figures quality={quality} />}
      </Stack>
    </Paper>
  );
}

function Figures({ quality }: { quality: ProfileQuality }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { probes, ownHalf, neighbours, sawFuture } = quality;
  const share = (recall: ProfileQuality['ownHalf']['counts']) => format.percent(recall['recall@10']);
  return (
    <>
      {probes.length > 0 ? <ProbesTable probes={probes} /> : <Text size="sm">{t('model.quality.none')}</Text>}
      {sawFuture && probes.some(({ days }) => days !== null) && (
        <Text size="sm" c="dimmed">
          {t('model.quality.sawFuture')}
        </Text>
      )}
      <Text size="sm">
        {t('model.quality.ownHalf', {
          users: format.number(ownHalf.users),
          vector: share(ownHalf),
          counts: share(ownHalf.counts),
        })}
      </Text>
      {neighbours && (
        <Text size="sm">
          {t(`model.quality.neighbours.${neighbours.of}`, {
            days: format.number(neighbours.days),
            vector: format.percent(neighbours.vector),
            counts: format.percent(neighbours.counts),
            random: format.percent(neighbours.random),
          })}
        </Text>
      )}
    </>
  );
}
