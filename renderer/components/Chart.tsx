import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { ChartProps } from './ChartCanvas.tsx';

const ChartCanvas = lazy(() => import('./ChartCanvas.tsx'));

/** An ECharts chart. ECharts (210 kB compressed) is loaded when the first chart is shown. */
export function Chart(props: ChartProps) {
  return (
    <Suspense fallback={<Skeleton height={props.height} />}>
      <ChartCanvas {...props} />
    </Suspense>
  );
}
