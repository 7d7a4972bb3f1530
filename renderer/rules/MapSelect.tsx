import { Select } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';
import { useCall } from '../engine/use-call.ts';

interface MapSelectProps {
  /** Id of the map; initially empty. */
  value: string;
  onChange: (map: string) => void;
}

/** Selects a map, initially the newest one. Renders nothing if there is only one map. */
export function MapSelect({ value, onChange }: MapSelectProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const maps = useCall('map.list', {}).data?.maps;
  const newest = maps?.[0]?.id;
  const isKnown = maps?.some(({ id }) => id === value);

  useEffect(() => {
    if (value === '' && newest !== undefined) onChange(newest);
  }, [value, newest, onChange]);

  if (!maps || (maps.length === 1 && isKnown)) return null;
  return (
    <Select
      size="xs"
      w={210}
      aria-label={t('rules.map')}
      data={maps.map(({ id, created }) => ({ value: id, label: format.dateTime(created) }))}
      value={isKnown ? value : null}
      placeholder={value}
      onChange={(id) => id && onChange(id)}
      allowDeselect={false}
      error={!isKnown}
    />
  );
}
