import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useFormat } from '../../base/format.ts';

interface MapMenuProps {
  maps: Output<'map.list'>['maps'];
  /** ID of the current map; null if there is none. */
  selected: string | null;
  /** Whether a run has profiles from which a map can be computed. */
  computable: boolean;
  /** Whether a map is being computed. */
  computing: boolean;
  onSelect: (map: string) => void;
  onCompute: () => void;
}

/** Menu that selects a map, or opens the dialog that computes a new one. */
export function MapMenu({ maps, selected, computable, computing, onSelect, onCompute }: MapMenuProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (maps.length === 0 && !computable) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={32} aria-label={t('explore.maps')}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {maps.length > 0 && <Menu.Label>{t('explore.maps')}</Menu.Label>}
        <Menu.RadioGroup value={selected} onChange={onSelect}>
          {maps.map(({ id, created, clusters }) => (
            <Menu.RadioItem key={id} value={id} closeMenuOnClick>
              {`${format.dateTime(created)} · ${t('map.clusterCount', { count: clusters })}`}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        {computable && (
          <>
            {maps.length > 0 && <Menu.Divider />}
            <Menu.Item leftSection={<IconPlus size={15} aria-hidden />} disabled={computing} onClick={onCompute}>
              {t(maps.length > 0 ? 'map.another' : 'map.compute')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
