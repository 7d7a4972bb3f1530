import { Grid, Stack } from '@mantine/core';
import type { Run } from '../runs/RunsTable.tsx';
import { ProfilesPanel } from './ProfilesPanel.tsx';
import { RateText } from './RateText.tsx';
import { RunCurve } from './RunCurve.tsx';
import { RunFigures } from './RunFigures.tsx';
import { RunHeader } from './RunHeader.tsx';
import { RunSettings } from './RunSettings.tsx';
import { VerdictPanel } from './VerdictPanel.tsx';

/** One run: whether it is any good, the way on, what it took, how it learnt, and how to repeat it. */
export function RunDetail({ run }: { run: Run }) {
  return (
    <Stack gap="md" component="section" aria-label={run.id}>
      <RunHeader run={run} />
      {run.kind === 'text' ? (
        <RateText run={run.id} />
      ) : (
        <>
          <VerdictPanel run={run} />
          <ProfilesPanel run={run} />
        </>
      )}
      <RunFigures run={run} />
      <Grid gap="md">
        <Grid.Col span={7}>
          <RunCurve run={run.id} />
        </Grid.Col>
        <Grid.Col span={5}>
          <RunSettings run={run.id} />
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
