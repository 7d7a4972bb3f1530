import { Select } from '@mantine/core';
import { IconPalette } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { useFormat } from '../../base/format.ts';
import { useUsableTraits } from '../../traits/use-usable-traits.ts';
import { type ColourBy, colourChoices, colourKey, parseColourKey } from './colour-by.ts';

interface ColourSelectProps {
  workspace: WorkspaceInfo;
  value: ColourBy;
  onChange: (by: ColourBy) => void;
}

/** Selects what the points of a map are coloured by. */
export function ColourSelect({ workspace, value, onChange }: ColourSelectProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const traits = useUsableTraits();
  return (
    <Select
      aria-label={t('map.colourBy')}
      leftSection={<IconPalette size={16} aria-hidden />}
      size="xs"
      w={190}
      data={colourChoices(
        t,
        format,
        workspace,
        traits.map(({ name }) => name),
      )}
      value={colourKey(value)}
      onChange={(key) => onChange(parseColourKey(key ?? undefined))}
      allowDeselect={false}
      searchable
    />
  );
}
