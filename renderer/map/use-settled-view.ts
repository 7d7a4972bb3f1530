import { useDebouncedCallback } from '@mantine/hooks';
import type { MapView } from './map-view.ts';

/** Time in milliseconds without movement after which a view is reported; longer than a transition of the camera. */
const DELAY = 300;

/** Returns a function to call at each movement of the view, which reports the view once it is at rest. */
export function useSettledView(view: () => MapView | null, report: (view: MapView) => void): () => void {
  return useDebouncedCallback(() => {
    const settledView = view();
    if (settledView) report(settledView);
  }, DELAY);
}
