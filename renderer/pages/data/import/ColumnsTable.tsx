import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../../../../shared/contract/ingest.ts';
import { useFormat } from '../../../app/format.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { usesOf } from './with-field.ts';

/** The columns as they were read: examples, and what each is used as. */
export function ColumnsTable({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap="xs">
      <Title order={3} fz="md">
        {t('importing.columns')}
      </Title>
      <DataTable
        label={t('importing.columns')}
        rows={preview.columns}
        rowKey={(column) => column.name}
        maxHeight={420}
        columns={[
          {
            key: 'name',
            header: t('importing.column'),
            cell: (column) => (
              <Text inherit fw={500}>
                {column.name}
              </Text>
            ),
          },
          {
            key: 'uses',
            header: t('importing.usedAs'),
            width: 170,
            cell: (column) => (
              <Group gap={4}>
                {usesOf(preview.mapping, column.name).map((field) => (
                  <Badge key={field} variant="light" tt="none" miw="fit-content">
                    {t(`importing.fields.${field}`)}
                  </Badge>
                ))}
              </Group>
            ),
          },
          {
            key: 'type',
            header: t('importing.type'),
            cell: (column) => t(`importing.types.${column.type}`),
          },
          {
            key: 'examples',
            header: t('importing.examples'),
            cell: (column) => (
              <Text size="sm" c="dimmed" lineClamp={1}>
                {column.examples.join(' · ')}
              </Text>
            ),
          },
          {
            key: 'missing',
            header: t('importing.missing'),
            cell: (column) => format.percent(column.missing, 0),
            sort: (column) => column.missing,
            numeric: true,
          },
        ]}
      />
    </Stack>
  );
}
