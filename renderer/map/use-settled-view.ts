import { useDebouncedCallback } from '@mantine/hooks';
import type { MapView } from './map-view.ts';

/** Time in milliseconds without movement after which the view is reported; longer than a camera transition. */
const DELAY = 300;

/** Returns a function to be called at each movement, which reports the view once it has come to rest. */
export function useSettledView(view: () => MapView | null, report: (view: MapView) => void): () => void {
  return useDebouncedCallback(() => {
    const settledView = view();
    if (settledView) report(settledView);
  }, DELAY);
}
