import { Anchor, Button, Paper, SimpleGrid, Skeleton, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowRight, IconTrash } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Search } from '../../../../shared/contract/runs.ts';
import { useFormat } from '../../../base/format.ts';
import { hashOf } from '../../../base/route.ts';
import { BackButton } from '../../../components/BackButton.tsx';
import { Chart } from '../../../components/Chart.tsx';
import { ConfirmDelete } from '../../../components/ConfirmDelete.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Figure } from '../../../components/Figure.tsx';
import { Page } from '../../../components/Page.tsx';
import { usePalette } from '../../../components/use-palette.ts';
import { freeSpace } from '../../../engine/free-space.ts';
import { call } from '../../../engine/use-call.ts';
import { lossOption } from '../../../training/loss-option.ts';
import { BestTrialTable } from './BestTrialTable.tsx';
import { LiveSearch } from './LiveSearch.tsx';
import { TrialsTable } from './TrialsTable.tsx';
import { useSearches, useSearchJob } from './use-searches.ts';

/** One hyperparameter search: its trials, the best of them, and the run saved from it. */
export function SearchPage({ name }: { name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { searches, error } = useSearches();
  const [deleting, { open, close }] = useDisclosure(false);
  const search = searches?.find((candidate) => candidate.search === name);
  return (
    <Page
      title={t('model.search.title')}
      description={search && t('model.search.startedAt', { name, time: format.dateTime(search.created) })}
      actions={
        <>
          <BackButton to="models" label={t('terms.allRuns')} />
          {search && search.job === null && (
            <Button variant="default" onClick={open} leftSection={<IconTrash size={16} aria-hidden />}>
              {t('terms.delete')}
            </Button>
          )}
          {search && search.run !== null && (
            <Button
              component="a"
              href={hashOf('models', search.run)}
              rightSection={<IconArrowRight size={16} aria-hidden />}
            >
              {t('model.search.openRun')}
            </Button>
          )}
        </>
      }
    >
      {error !== null ? (
        <ErrorNotice error={error} />
      ) : search ? (
        <SearchDetail search={search} />
      ) : searches ? (
        <Text c="dimmed">{t('model.search.none')}</Text>
      ) : (
        <Skeleton height={480} />
      )}
      <ConfirmDelete
        opened={deleting}
        onClose={close}
        name={name}
        texts={{
          title: t('model.search.deleteTitle'),
          text: t('model.search.deleteText', { name }),
          done: t('model.search.deleted'),
        }}
        remove={() => call('train.delete', { run: name })}
        restore={() => call('train.restore', { run: name })}
        discard={() => freeSpace(name)}
        backTo="models"
      />
    </Page>
  );
}

/** Maximum number of lines that stay distinguishable in one chart. */
const SHOWN = 8;

function SearchDetail({ search }: { search: Search }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const { trials, run } = search;
  const job = useSearchJob(search);
  const best = trials.find(({ trial }) => trial === search.best);
  const option = useMemo(() => {
    const lines = trials.slice(0, SHOWN).map(({ trial, validationNdcg10 }) => ({
      name: t('model.search.trialNumber', { trial }),
      points: Array.from(validationNdcg10, (value, at) => [at + 1, value] as const).filter(([, y]) =>
        Number.isFinite(y),
      ),
    }));
    return lossOption(lines, t('training.epoch'), format, palette);
  }, [trials, t, format, palette]);
  return (
    <>
      {job && <LiveSearch job={job} />}
      {!job && !search.ended && <Text c="dimmed">{t('model.search.interruptedText')}</Text>}
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <Figure label={t('model.search.trials')} value={format.number(trials.length)} />
        <Figure
          label={t('model.search.bestNdcg')}
          value={format.number(trials[0]?.ndcg10 ?? Number.NaN, 4)}
          help={t('model.search.bestHelp')}
        />
        <Figure
          label={t('model.search.minutes')}
          value={format.number(search.minutes, search.minutes % 1 === 0 ? 0 : 1)}
        />
        <Figure label={t('model.search.method')} value={t(`model.search.short.${search.method}`)} />
      </SimpleGrid>
      {run !== null && (
        <Text>
          {t('model.search.savedRun')} <Anchor href={hashOf('models', run)}>{run}</Anchor>
        </Text>
      )}
      {run === null && search.ended && <Text c="dimmed">{t('model.search.savedRunDeleted')}</Text>}
      {best && <BestTrialTable search={search} best={best} />}
      {trials.length > 0 && (
        <>
          <Paper withBorder p="md">
            <Title order={2} mb="sm">
              {t('model.search.curves', { count: Math.min(SHOWN, trials.length) })}
            </Title>
            <Chart option={option} height={280} label={t('training.validationNdcg')} />
          </Paper>
          <TrialsTable search={search} />
        </>
      )}
    </>
  );
}
