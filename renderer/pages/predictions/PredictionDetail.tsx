import { SimpleGrid, Stack } from '@mantine/core';
import { ClassCharts } from './ClassCharts.tsx';
import { ConfusionTable } from './ConfusionTable.tsx';
import { LearningCurve } from './LearningCurve.tsx';
import { NumberChart } from './NumberChart.tsx';
import { PredictionMetrics } from './PredictionMetrics.tsx';
import { PredictionVerdict } from './PredictionVerdict.tsx';
import type { Prediction } from './prediction.ts';
import { ScoresTable } from './ScoresTable.tsx';
import { Scoring } from './Scoring.tsx';

/** A prediction in detail: verdict, scores, metrics, charts and learning curve. */
export function PredictionDetail({ prediction }: { prediction: Prediction }) {
  const { evaluation, summary } = prediction;
  return (
    <Stack gap="lg">
      <PredictionVerdict prediction={prediction} />
      <Scoring prediction={prediction} />
      <ScoresTable run={summary.run} kind={summary.kind} classes={evaluation.classes} />
      <PredictionMetrics prediction={prediction} />
      {evaluation.curves.length > 0 && <ClassCharts evaluation={evaluation} />}
      {summary.kind === 'number' && <NumberChart evaluation={evaluation} />}
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        {evaluation.confusion.length > 0 && <ConfusionTable evaluation={evaluation} />}
        {prediction.epochs.length > 0 && <LearningCurve prediction={prediction} />}
      </SimpleGrid>
    </Stack>
  );
}
