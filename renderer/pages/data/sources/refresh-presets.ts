import { queryClient } from '../../../engine/query-client.ts';

/** Presets belong to no workspace, so that nothing tells of their change: what rests on them is asked for again. */
export function refreshPresets(): void {
  void queryClient.invalidateQueries({ queryKey: ['ingest.presets'] });
  void queryClient.invalidateQueries({ queryKey: ['ingest.preview'] });
}
