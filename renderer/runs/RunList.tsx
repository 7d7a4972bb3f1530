import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from '../base/use-route.ts';
import { RunsTable } from './RunsTable.tsx';
import type { Run } from './run-facts.ts';

/** Maximum number of runs that stay distinguishable in one chart. */
const MAX_COMPARED = 6;

/** Table of all runs, with the button to compare the checked ones. */
export function RunList({ runs, selected }: { runs: readonly Run[]; selected: string | null }) {
  const { t } = useTranslation();
  const [chosenRuns, setChosenRuns] = useState<string[]>([]);
  const comparedRuns = chosenRuns.filter((id) => runs.some((run) => run.id === id));
  const kinds = new Set(runs.filter(({ id }) => comparedRuns.includes(id)).map(({ kind }) => kind));
  const mixed = kinds.size > 1;
  return (
    <Stack gap="sm">
      <Group justify="space-between" mih={30}>
        <Title order={2}>{t('runs.title')}</Title>
        {runs.length > 1 && (
          <Button
            size="xs"
            variant={comparedRuns.length > 1 ? 'filled' : 'default'}
            disabled={mixed || comparedRuns.length < 2 || comparedRuns.length > MAX_COMPARED}
            onClick={() => navigate('models', null, { compare: comparedRuns.join(',') })}
            leftSection={<IconArrowsDiff size={15} aria-hidden />}
          >
            {comparedRuns.length > 1 ? t('runs.compareChosen', { count: comparedRuns.length }) : t('runs.compareSome')}
          </Button>
        )}
      </Group>
      {mixed && (
        <Text size="sm" role="status">
          {t('runs.compareMixed')}
        </Text>
      )}
      <RunsTable runs={runs} selected={selected} comparedRuns={comparedRuns} onComparedChange={setChosenRuns} />
    </Stack>
  );
}
