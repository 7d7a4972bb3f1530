import { Stack } from '@mantine/core';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { NextStep } from '../../components/NextStep.tsx';
import { ActivityChart } from './ActivityChart.tsx';
import { CountTables } from './CountTables.tsx';
import { Figures } from './Figures.tsx';
import { Imports } from './Imports.tsx';
import { MergedNames } from './sources/MergedNames.tsx';
import { SavedPresets } from './sources/SavedPresets.tsx';
import { WatchedFolders } from './sources/WatchedFolders.tsx';

/** Overview of the workspace: key figures, activity, imports, merged names, watched folders and saved presets. */
export function Overview({ workspace }: { workspace: WorkspaceInfo }) {
  return (
    <Stack gap="lg">
      <NextStep currentPage="data" />
      <Figures workspace={workspace} />
      <ActivityChart />
      <CountTables workspace={workspace} />
      <Imports />
      <MergedNames />
      <WatchedFolders />
      <SavedPresets />
    </Stack>
  );
}
