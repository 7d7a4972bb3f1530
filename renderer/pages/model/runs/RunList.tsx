import { Button, Group, Stack, Title } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { go } from '../../../base/use-route.ts';
import { type Run, RunsTable } from './RunsTable.tsx';

/** As many as can be told apart in one chart. */
const MOST = 6;

/** All runs, and the way to compare some of them. */
export function RunList({ runs, selected }: { runs: readonly Run[]; selected: string | null }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string[]>([]);
  const compared = chosen.filter((id) => runs.some((run) => run.id === id));
  return (
    <Stack gap="sm">
      <Group justify="space-between" mih={30}>
        <Title order={2}>{t('model.runs')}</Title>
        {runs.length > 1 && (
          <Button
            size="xs"
            variant={compared.length > 1 ? 'filled' : 'default'}
            disabled={compared.length < 2 || compared.length > MOST}
            onClick={() => go('model', null, { compare: compared.join(',') })}
            leftSection={<IconArrowsDiff size={15} aria-hidden />}
          >
            {compared.length > 1 ? t('runs.compareChosen', { count: compared.length }) : t('runs.compareSome')}
          </Button>
        )}
      </Group>
      <RunsTable runs={runs} selected={selected} compared={compared} onCompared={setChosen} />
    </Stack>
  );
}
