import { Group, Stack, Text } from '@mantine/core';
import { type Icon, IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Problem, Remedy } from '../../../../shared/contract/examine.ts';
import type { ImportSettings } from '../../../../shared/domain/merge-remedy.ts';
import { Finding } from './Finding.tsx';

interface FindingsProps {
  problems: readonly Problem[];
  settings: ImportSettings;
  onRemedy: (remedy: Remedy) => void;
}

const SEVERITIES: readonly [Problem['severity'], Icon, string][] = [
  ['error', IconAlertOctagon, 'light-dark(var(--mantine-color-red-8), var(--mantine-color-red-4))'],
  ['warning', IconAlertTriangle, 'light-dark(#a4550a, var(--mantine-color-orange-4))'],
  ['note', IconInfoCircle, 'var(--mantine-color-dimmed)'],
];

/** Problems that the doctor found in one table, grouped by severity, errors first. */
export function Findings({ problems, settings, onRemedy }: FindingsProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      {SEVERITIES.map(([severity, SeverityIcon, colour]) => {
        const ofSeverity = problems.filter((problem) => problem.severity === severity);
        if (ofSeverity.length === 0) return null;
        return (
          <Stack key={severity} gap="xs">
            <Group gap={6}>
              <SeverityIcon size={17} stroke={1.8} color={colour} aria-hidden />
              <Text size="sm" fw={600} style={{ color: colour }}>
                {t(`data.doctor.severities.${severity}`)}
              </Text>
            </Group>
            <Stack gap="sm" component="ul" m={0} pl={23} style={{ listStyle: 'none' }}>
              {ofSeverity.map((problem, index) => (
                <Finding
                  // biome-ignore lint/suspicious/noArrayIndexKey: the same problem may be there twice, such as bots
                  key={`${problem.code} ${index}`}
                  problem={problem}
                  settings={settings}
                  onRemedy={onRemedy}
                />
              ))}
            </Stack>
          </Stack>
        );
      })}
    </Stack>
  );
}
