import { Group, Paper, Stack, Text, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface MeasureFigureProps {
  label: string;
  value: string;
  unit?: string;
  help: string;
  quintile: number | null;
}

/** A figure with the fifth of all users that it lies in. */
export function MeasureFigure({ label, value, unit, help, quintile }: MeasureFigureProps) {
  return (
    <Paper withBorder px="md" py="sm">
      <Stack gap={4}>
        <Group gap={4} wrap="nowrap">
          <Text size="sm" c="dimmed" truncate>
            {label}
          </Text>
          <Tooltip label={help} multiline maw={300} events={{ hover: true, focus: true, touch: true }}>
            <IconInfoCircle size={15} stroke={1.6} tabIndex={0} role="img" aria-label={help} />
          </Tooltip>
        </Group>
        <Group gap={6} align="baseline" wrap="nowrap">
          <Text fz={24} fw={600} lh={1.3} truncate>
            {value}
          </Text>
          {unit && (
            <Text size="sm" c="dimmed" truncate>
              {unit}
            </Text>
          )}
        </Group>
        {quintile !== null && <Quintile quintile={quintile} />}
      </Stack>
    </Paper>
  );
}

function Quintile({ quintile }: { quintile: number }) {
  const { t } = useTranslation();
  const text = t('users.quintile', { quintile });
  return (
    <Group gap={3} role="img" aria-label={text} title={text} wrap="nowrap">
      {[1, 2, 3, 4, 5].map((fifth) => (
        <span
          key={fifth}
          style={{
            flex: 1,
            height: 5,
            borderRadius: 3,
            background:
              fifth <= quintile ? 'var(--mantine-primary-color-filled)' : 'var(--mantine-color-default-border)',
          }}
        />
      ))}
    </Group>
  );
}
