import { useTranslation } from 'react-i18next';
import { SelectionPanel } from './SelectionPanel.tsx';
import type { Selection } from './selection.ts';

interface SelectedUsersProps {
  map: string;
  selection: Selection;
  /** Names of the clusters by id. */
  clusterNames: ReadonlyMap<number, string>;
  onClose: () => void;
}

/** The users of a cluster, under its name, or those inside a lasso. */
export function SelectedUsers({ map, selection, clusterNames, onClose }: SelectedUsersProps) {
  const { t } = useTranslation();
  if (selection.kind === 'lasso') {
    const { polygon } = selection;
    const title = t('map.selection');
    const key = JSON.stringify(polygon);
    return (
      <SelectionPanel
        key={key}
        title={title}
        suggestion=""
        definition={{ lasso: { map, polygon } }}
        onClose={onClose}
      />
    );
  }
  const { cluster } = selection;
  const name = clusterNames.get(cluster) ?? '';
  return (
    <SelectionPanel
      key={cluster}
      title={name}
      suggestion={name}
      definition={{ cluster: { map, cluster } }}
      onClose={onClose}
    />
  );
}
