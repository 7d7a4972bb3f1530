import { queryClient } from '../../../engine/query-client.ts';

/**
 * Invalidates the queries that depend on presets: presets belong to no workspace, so no change event is sent for them.
 */
export function refreshPresets(): void {
  void queryClient.invalidateQueries({ queryKey: ['ingest.presets'] });
  void queryClient.invalidateQueries({ queryKey: ['ingest.preview'] });
}
