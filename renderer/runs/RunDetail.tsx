import { Grid, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { RecordPanel } from './RecordPanel.tsx';
import { RunCurve } from './RunCurve.tsx';
import { RunFigures } from './RunFigures.tsx';
import { RunHeader } from './RunHeader.tsx';
import { RunSettings } from './RunSettings.tsx';
import type { Run } from './run-facts.ts';
import { SavePanel } from './SavePanel.tsx';

interface RunDetailProps {
  run: Run;
  /** Evaluation of the run, and the actions available for its kind. */
  children: ReactNode;
}

/** One run: evaluation, next steps, figures, learning curve, settings, record and export. */
export function RunDetail({ run, children }: RunDetailProps) {
  const hasCurve = run.kind === 'behaviour' || (run.rating === null && run.summary.steps > 0);
  return (
    <Stack gap="md" component="section" aria-label={run.id}>
      <RunHeader run={run} />
      {children}
      <RunFigures run={run} />
      <Grid gap="md">
        {hasCurve && (
          <Grid.Col span={7}>
            <RunCurve run={run.id} />
          </Grid.Col>
        )}
        <Grid.Col span={hasCurve ? 5 : 12}>
          <RunSettings run={run.id} />
        </Grid.Col>
      </Grid>
      <RecordPanel run={run} />
      <SavePanel run={run} />
    </Stack>
  );
}
