import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ColumnRow } from './column-rows.ts';

/** Name of a column, with the kind of personal data it looks like. */
export function ColumnName({ column: { name, personal } }: { column: ColumnRow }) {
  const { t } = useTranslation();
  return (
    <Stack gap={2} align="flex-start">
      <Text inherit fw={500}>
        {name}
      </Text>
      {personal && (
        <Badge variant="light" color="orange" tt="none" size="sm" miw="fit-content">
          {t(`data.import.personal.${personal}`)}
        </Badge>
      )}
    </Stack>
  );
}

/** Fields that a column is mapped to. */
export function ColumnUses({ column: { uses } }: { column: ColumnRow }) {
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

/** Some values of a column, on one line. */
export function ColumnExamples({ column: { examples } }: { column: ColumnRow }) {
  return (
    <Text size="sm" c="dimmed" lineClamp={1} style={{ overflowWrap: 'anywhere' }}>
      {examples.join(' · ')}
    </Text>
  );
}
