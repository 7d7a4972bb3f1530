import { Button, Checkbox, Popover, ScrollArea, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TableColumn } from '../../../components/TableView.tsx';
import type { useColumns } from './use-columns.ts';

interface ColumnChoiceProps {
  /** All columns that can be shown. */
  columns: readonly TableColumn<number>[];
  shown: ReturnType<typeof useColumns>;
}

/** Button with a list of the columns, each of which can be shown or hidden. */
export function ColumnChoice({ columns, shown }: ColumnChoiceProps) {
  const { t } = useTranslation();
  const keys = columns.map(({ key }) => key).filter(shown.isShown);
  return (
    <Popover position="bottom-start" withinPortal={false} floatingStrategy="fixed" trapFocus returnFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconColumns3 size={15} aria-hidden />}>
          {t('explore.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('explore.columns')} p="sm">
        <ScrollArea.Autosize mah="min(320px, 32vh)" offsetScrollbars>
          <Checkbox.Group value={keys} onChange={shown.choose} aria-label={t('explore.columns')}>
            <Stack gap={6}>
              {columns.map(({ key, header }) => (
                <Checkbox key={key} size="xs" value={key} label={header} />
              ))}
            </Stack>
          </Checkbox.Group>
        </ScrollArea.Autosize>
        <Button
          size="compact-sm"
          mt="xs"
          variant="subtle"
          disabled={shown.isDefault}
          onClick={() => shown.choose(null)}
        >
          {t('explore.defaultColumns')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
