import { Alert, List, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SkippedTable } from '../../../../shared/contract/ingest.ts';
import { baseName } from '../../../base/base-name.ts';
import { messageOf } from '../../../base/message-of.ts';

/** Tables of archives and workbooks that the import skipped, each with the reason. */
export function SkippedTables({ tables }: { tables: readonly SkippedTable[] }) {
  const { t } = useTranslation();
  if (tables.length === 0) return null;
  return (
    <Alert
      icon={<IconInfoCircle aria-hidden />}
      title={t('data.report.skippedTables', { count: tables.length })}
      variant="light"
    >
      <List size="sm">
        {tables.map(({ file, inner, error }) => (
          <List.Item key={`${file} ${inner}`}>
            <Text span inherit fw={500}>
              {`${baseName(file)} · ${inner}`}
            </Text>
            {` – ${messageOf(error, t).message}`}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
