import { SimpleGrid, Stack } from '@mantine/core';
import type { Output } from '../../../shared/contract/index.ts';
import { ClassCharts } from './ClassCharts.tsx';
import { ConfusionTable } from './ConfusionTable.tsx';
import { LearningCurve } from './LearningCurve.tsx';
import { NumberChart } from './NumberChart.tsx';
import { HeadFigures } from './PredictionMetrics.tsx';
import { HeadVerdict } from './PredictionVerdict.tsx';
import { ScoresTable } from './ScoresTable.tsx';
import { Scoring } from './Scoring.tsx';

export type Head = Output<'finetune.head'>;

/** The verdict in words, every figure, the curves behind them, and what is said of whom. */
export function HeadDetail({ head }: { head: Head }) {
  const { evaluation, summary } = head;
  return (
    <Stack gap="lg">
      <HeadVerdict head={head} />
      <Scoring head={head} />
      <ScoresTable run={summary.run} kind={summary.kind} classes={evaluation.classes} />
      <HeadFigures head={head} />
      {evaluation.curves.length > 0 && <ClassCharts evaluation={evaluation} />}
      {summary.kind === 'number' && <NumberChart evaluation={evaluation} />}
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        {evaluation.confusion.length > 0 && <ConfusionTable evaluation={evaluation} />}
        {head.epochs.length > 0 && <LearningCurve head={head} />}
      </SimpleGrid>
    </Stack>
  );
}
