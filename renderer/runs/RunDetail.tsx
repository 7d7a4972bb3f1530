import { Grid, Stack } from '@mantine/core';
import { ProfilesPanel } from '../pages/model/run/ProfilesPanel.tsx';
import { VerdictPanel } from '../pages/model/run/VerdictPanel.tsx';
import { LearnRatings } from '../pages/texts/LearnRatings.tsx';
import { RateText } from '../pages/texts/RateText.tsx';
import { RatingVerdict } from '../pages/texts/RatingVerdict.tsx';
import { RecordPanel } from './RecordPanel.tsx';
import { RunCurve } from './RunCurve.tsx';
import { RunFigures } from './RunFigures.tsx';
import { RunHeader } from './RunHeader.tsx';
import { RunSettings } from './RunSettings.tsx';
import type { Run } from './RunsTable.tsx';
import { SavePanel } from './SavePanel.tsx';

/** One run: verdict, next steps, figures, learning curve, settings, record and export. */
export function RunDetail({ run }: { run: Run }) {
  const hasCurve = run.kind === 'behaviour' || (run.rating === null && run.summary.steps > 0);
  return (
    <Stack gap="md" component="section" aria-label={run.id}>
      <RunHeader run={run} />
      <PanelsByKind run={run} />
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
      <RecordPanel run={run.id} />
      <SavePanel run={run} />
    </Stack>
  );
}

/** Evaluation of a run and the actions available for its kind. */
function PanelsByKind({ run }: { run: Run }) {
  if (run.kind === 'behaviour') {
    return (
      <>
        <VerdictPanel run={run} />
        <ProfilesPanel run={run} />
      </>
    );
  }
  if (!run.rating) return <LearnRatings run={run.id} />;
  return (
    <>
      <RatingVerdict rating={run.rating} />
      <RateText run={run.id} />
    </>
  );
}
