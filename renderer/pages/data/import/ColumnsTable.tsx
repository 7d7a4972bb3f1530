import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PrivacyChoice } from '../../../../shared/domain/cleaning.ts';
import { useFormat } from '../../../base/format.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import type { ColumnRow } from './column-rows.ts';
import { Distribution } from './Distribution.tsx';
import { PrivacySelect } from './PrivacySelect.tsx';

interface ColumnsTableProps {
  columns: readonly ColumnRow[];
  /** Chosen handling of columns that look personal, by column. */
  privacy: Readonly<Record<string, PrivacyChoice>>;
  onPrivacy: (column: string, choice: PrivacyChoice) => void;
}

/**
 * Columns of a file: the fields each is mapped to, its type and values, and the handling of those that look personal.
 */
export function ColumnsTable({ columns, privacy, onPrivacy }: ColumnsTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isExamined = columns.some(({ profile }) => profile !== null);
  return (
    <DataTable
      label={t('data.import.columns')}
      rows={columns}
      rowKey={(column) => column.name}
      maxHeight={460}
      pageSize={100}
      columns={[
        {
          key: 'name',
          header: t('data.import.column'),
          cell: (column) => (
            <Stack gap={2} align="flex-start">
              <Text inherit fw={500}>
                {column.name}
              </Text>
              {column.personal && (
                <Badge variant="light" color="orange" tt="none" size="sm" miw="fit-content">
                  {t(`data.import.personal.${column.personal}`)}
                </Badge>
              )}
            </Stack>
          ),
        },
        { key: 'uses', header: t('data.import.usedAs'), width: 160, cell: (column) => <Uses column={column} /> },
        { key: 'type', header: t('data.import.type'), cell: (column) => t(`data.import.types.${column.type}`) },
        ...(isExamined
          ? [
              {
                key: 'spread',
                header: t('data.import.spread'),
                cell: ({ profile }: ColumnRow) => profile && <Distribution column={profile} />,
                width: 150,
              },
            ]
          : []),
        {
          key: 'examples',
          header: t(isExamined ? 'data.import.frequent' : 'data.import.examples'),
          cell: (column) => (
            <Text size="sm" c="dimmed" lineClamp={1} style={{ overflowWrap: 'anywhere' }}>
              {column.examples.join(' · ')}
            </Text>
          ),
        },
        ...(isExamined
          ? [
              {
                key: 'distinct',
                header: t('data.import.distinct'),
                cell: ({ distinct }: ColumnRow) => (distinct === null ? '' : format.number(distinct)),
                sort: ({ distinct }: ColumnRow) => distinct ?? 0,
                numeric: true,
              },
            ]
          : []),
        {
          key: 'missing',
          header: t('data.import.missing'),
          cell: (column) => format.percent(column.missing, column.missing > 0 && column.missing < 0.01 ? 2 : 0),
          sort: (column) => column.missing,
          numeric: true,
        },
        ...(columns.some(({ personal }) => personal !== null)
          ? [
              {
                key: 'privacy',
                header: t('data.import.privacy'),
                width: 190,
                cell: ({ name, personal, privacy: defaultChoice }: ColumnRow) =>
                  personal && (
                    <PrivacySelect
                      column={name}
                      value={Object.hasOwn(privacy, name) ? privacy[name]! : defaultChoice}
                      onChange={(choice) => onPrivacy(name, choice)}
                    />
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Uses({ column: { uses } }: { column: ColumnRow }) {
  const { t } = useTranslation();
  return (
    <Group gap={4}>
      {uses.map((field) => (
        <Badge key={field} variant="light" tt="none" miw="fit-content">
          {t(`data.fields.${field}`)}
        </Badge>
      ))}
    </Group>
  );
}
