import { Button, Group, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';

interface TableChoiceProps {
  file: ImportFile;
  /** All tables of the archive or workbook. */
  tables: readonly string[];
  onChange: (file: ImportFile) => void;
  onSplit: (tables: readonly string[]) => void;
}

const ALL = '';

/** Selects the tables of an archive or workbook to import: all, one, or each with its own mapping. */
export function TableChoice({ file, tables, onChange, onSplit }: TableChoiceProps) {
  const { t } = useTranslation();
  const choose = (chosen: string | null) => {
    const { inner: _, ...rest } = file;
    onChange(chosen ? { ...rest, inner: chosen } : rest);
  };
  return (
    <Group align="flex-end" gap="md">
      <Select
        label={t('data.import.table')}
        allowDeselect={false}
        w={340}
        value={file.inner ?? ALL}
        onChange={choose}
        data={[
          { value: ALL, label: t('data.import.allTables', { count: tables.length }) },
          ...tables.map((table) => ({ value: table, label: table })),
        ]}
      />
      {file.inner === undefined && (
        <>
          <Button variant="default" onClick={() => onSplit(tables)}>
            {t('data.import.splitTables')}
          </Button>
          <Text size="sm" c="dimmed" maw={420}>
            {t('data.import.tablesHelp', { table: tables[0] ?? '' })}
          </Text>
        </>
      )}
    </Group>
  );
}
