import { SimpleGrid, Stack, Title } from '@mantine/core';
import type { Run } from '../RunsTable.tsx';
import { ProfilesPanel } from './ProfilesPanel.tsx';
import { RunCurve } from './RunCurve.tsx';
import { RunFigures } from './RunFigures.tsx';
import { VerdictPanel } from './VerdictPanel.tsx';

/** One run: what it took, how it learnt, whether it is any good, and the way on. */
export function RunDetail({ run }: { run: Run }) {
  return (
    <Stack gap="md" component="section" aria-label={run.id}>
      <Title order={2}>{run.id}</Title>
      <ProfilesPanel run={run} />
      <RunFigures run={run} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <RunCurve run={run.id} />
        <VerdictPanel run={run} />
      </SimpleGrid>
    </Stack>
  );
}
