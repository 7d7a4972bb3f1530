import type { ComponentType } from 'react';
import { attention } from './groups/attention.tsx';
import { facets } from './groups/facets.tsx';
import { figures } from './groups/figures.tsx';
import { inputs } from './groups/inputs.tsx';
import { layout } from './groups/layout.tsx';
import { map } from './groups/map.tsx';
import { notices } from './groups/notices.tsx';
import { predictions } from './groups/predictions.tsx';
import { rules } from './groups/rules.tsx';
import { run } from './groups/run.tsx';
import { runs } from './groups/runs.tsx';
import { segments } from './groups/segments.tsx';
import { tables } from './groups/tables.tsx';
import { training } from './groups/training.tsx';
import type { GroupName } from './texts.ts';

/** A group of the gallery: a function per component, by name, that renders its states. */
interface GalleryGroup {
  name: GroupName;
  specimens: Readonly<Record<string, ComponentType>>;
}

export const groups: readonly GalleryGroup[] = [
  { name: 'layout', specimens: layout },
  { name: 'notices', specimens: notices },
  { name: 'figures', specimens: figures },
  { name: 'tables', specimens: tables },
  { name: 'inputs', specimens: inputs },
  { name: 'training', specimens: training },
  { name: 'runs', specimens: runs },
  { name: 'run', specimens: run },
  { name: 'predictions', specimens: predictions },
  { name: 'map', specimens: map },
  { name: 'attention', specimens: attention },
  { name: 'facets', specimens: facets },
  { name: 'segments', specimens: segments },
  { name: 'rules', specimens: rules },
];
