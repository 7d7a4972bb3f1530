import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useFormat } from '../../base/format.ts';

interface MapActionsProps {
  maps: Output<'map.list'>['maps'];
  /** ID of the map that is shown; null if there is none. */
  selected: string | null;
  /** Whether a run has profiles, so that a map can be computed. */
  computable: boolean;
  /** Whether a map is being computed. */
  computing: boolean;
  onSelect: (map: string) => void;
  onCompute: () => void;
}

/** Selects one of several maps, and opens the dialog that computes another. */
export function MapActions({ maps, selected, computable, computing, onSelect, onCompute }: MapActionsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {maps.length > 1 && (
        <Select
          aria-label={t('map.choose')}
          data={maps.map(({ id, created, clusters }) => ({
            value: id,
            label: `${format.dateTime(created)} · ${t('map.clusterCount', { count: clusters })}`,
          }))}
          value={selected}
          onChange={(id) => id && onSelect(id)}
          allowDeselect={false}
          w={300}
        />
      )}
      {computable && (
        <Button
          variant={maps.length > 0 ? 'default' : 'filled'}
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={computing}
          onClick={onCompute}
        >
          {t(maps.length > 0 ? 'map.another' : 'map.compute')}
        </Button>
      )}
    </>
  );
}
