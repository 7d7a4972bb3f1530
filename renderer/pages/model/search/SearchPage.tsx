import { Anchor, Paper, SimpleGrid, Skeleton, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Search } from '../../../../shared/contract/runs.ts';
import { useFormat } from '../../../app/format.ts';
import { hashOf } from '../../../app/route.ts';
import { BackButton } from '../../../components/BackButton.tsx';
import { Chart } from '../../../components/Chart.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Figure } from '../../../components/Figure.tsx';
import { JobStatus } from '../../../components/JobStatus.tsx';
import { Page } from '../../../components/Page.tsx';
import { usePalette } from '../../../components/use-palette.ts';
import { lossOption } from '../run/loss-option.ts';
import { TrialsTable } from './TrialsTable.tsx';
import { useSearches } from './use-searches.ts';

/** One search for settings: what was tried, what did best, and the run that it was kept as. */
export function SearchPage({ name }: { name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { searches, error, job } = useSearches();
  const search = searches?.find((one) => one.search === name);
  return (
    <Page
      title={t('search.title')}
      description={search && t('search.begun', { name, time: format.moment(search.created) })}
      actions={<BackButton to="model" label={t('compare.back')} />}
    >
      <JobStatus job={job} />
      {error !== null ? (
        <ErrorNotice error={error} />
      ) : search ? (
        <Found search={search} />
      ) : searches ? (
        <Text c="dimmed">{t('search.none')}</Text>
      ) : (
        <Skeleton height={480} />
      )}
    </Page>
  );
}

/** As many lines as can be told apart. */
const SHOWN = 8;

function Found({ search }: { search: Search }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const { trials, run } = search;
  const option = useMemo(() => {
    const lines = trials.slice(0, SHOWN).map(({ trial, validationNdcg10 }) => ({
      name: t('search.trialNumber', { trial }),
      points: Array.from(validationNdcg10, (value, at) => [at + 1, value] as const).filter(([, y]) =>
        Number.isFinite(y),
      ),
    }));
    return lossOption(lines, t('model.epoch'), format, palette);
  }, [trials, t, format, palette]);
  return (
    <>
      <SimpleGrid cols={4}>
        <Figure label={t('search.trials')} value={format.number(trials.length)} />
        <Figure
          label={t('search.bestNdcg')}
          value={format.number(trials[0]?.ndcg10 ?? Number.NaN, 4)}
          help={t('search.bestHelp')}
        />
        <Figure label={t('search.minutes')} value={format.number(search.minutes, search.minutes < 10 ? 1 : 0)} />
        <Figure label={t('search.method')} value={t(`search.short.${search.method}`)} />
      </SimpleGrid>
      {run !== null && (
        <Text>
          {t('search.kept')} <Anchor href={hashOf('model', run)}>{run}</Anchor>
        </Text>
      )}
      {trials.length > 0 && (
        <>
          <Paper withBorder p="md">
            <Title order={2} mb="sm">
              {t('search.curves', { count: Math.min(SHOWN, trials.length) })}
            </Title>
            <Chart option={option} height={280} label={t('model.validationNdcg')} />
          </Paper>
          <TrialsTable search={search} />
        </>
      )}
    </>
  );
}
