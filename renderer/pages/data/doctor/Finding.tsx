import { Badge, Button, Code, Collapse, Group, Stack, Table, Text } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Problem, Remedy } from '../../../../shared/contract/examine.ts';
import { type ImportSettings, isApplied } from '../../../../shared/domain/merge-remedy.ts';
import { useFormat } from '../../../base/format.ts';
import { TableExport } from '../../../components/TableExport.tsx';
import { reasonText } from '../reason-text.ts';
import { problemText } from './problem-text.ts';
import { remedyText } from './remedy-text.ts';

interface FindingProps {
  problem: Problem;
  settings: ImportSettings;
  onRemedy: (remedy: Remedy) => void;
}

/** One problem that the doctor found: its explanation, example rows and remedies. */
export function Finding({ problem, settings, onRemedy }: FindingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [examplesShown, { toggle }] = useDisclosure(false);
  const id = useId();
  const { title, text } = problemText(t, format, problem);
  return (
    <Stack gap={6} component="li">
      <Group justify="space-between" align="flex-start" gap="4px 24px">
        <Stack gap={0} miw={0} flex="1 1 320px">
          <Group gap="xs">
            <Text fw={600} size="sm">
              {title}
            </Text>
            <Count problem={problem} />
            {problem.choice !== undefined && (
              <Badge variant="outline" tt="none" fw={500} color="gray">
                {t('data.doctor.choice')}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {text}
          </Text>
        </Stack>
        <Group gap="xs">
          {problem.examples.length > 0 && (
            <Button size="xs" variant="subtle" onClick={toggle} aria-expanded={examplesShown} aria-controls={id}>
              {t('data.doctor.examples')}
            </Button>
          )}
          {problem.remedies.map((remedy) => {
            const label = remedyText(t, format, remedy);
            return isApplied(settings, remedy) ? (
              <Badge key={label} variant="light" color="teal" size="lg" tt="none" leftSection={<IconCheck size={13} />}>
                {label}
              </Badge>
            ) : (
              <Button key={label} size="xs" variant="default" onClick={() => onRemedy(remedy)}>
                {label}
              </Button>
            );
          })}
        </Group>
      </Group>
      {problem.examples.length > 0 && (
        <Collapse expanded={examplesShown} id={id}>
          <Examples examples={problem.examples} />
        </Collapse>
      )}
    </Stack>
  );
}

/** What a problem counts if not rows. */
const UNITS: Partial<Record<Problem['code'], 'columns' | 'users' | 'items'>> = {
  personal: 'columns',
  'unused-columns': 'columns',
  'short-histories': 'users',
  'rare-items': 'items',
  'repeated-users': 'users',
};
const PROBLEMS_WITHOUT_COUNT: readonly Problem['code'][] = [
  'not-importable',
  'encoding',
  'unsure',
  'gaps',
  'cut-off',
  'action-guessed',
  'column-overruled',
  'title-as-item',
  'date-and-clock',
];

function Count({ problem: { code, count } }: { problem: Problem }) {
  const { t } = useTranslation();
  if (PROBLEMS_WITHOUT_COUNT.includes(code)) return null;
  return (
    <Badge variant="default" tt="none" fw={500}>
      {t(`data.doctor.${UNITS[code] ?? 'rows'}`, { count })}
    </Badge>
  );
}

function Examples({ examples }: { examples: Problem['examples'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Group gap={0} align="flex-start" wrap="nowrap">
      <Table layout="auto" verticalSpacing={4} aria-label={t('data.doctor.examples')}>
        <Table.Tbody>
          {examples.map((example, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows may be identical, and their order never changes
            <Table.Tr key={index}>
              {example.line !== undefined && (
                <Table.Td w={110} c="dimmed">
                  {t('data.doctor.line', { line: format.number(example.line) })}
                </Table.Td>
              )}
              <Table.Td>
                <Code style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{example.text}</Code>
              </Table.Td>
              {example.reason !== undefined && <Table.Td>{reasonText(t, example.reason)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <TableExport
        label={t('data.doctor.examples')}
        header={[t('data.import.line'), t('data.import.text'), t('data.import.reason')]}
        rows={() =>
          examples.map(({ line = null, text, reason }) => [
            line,
            text,
            reason === undefined ? null : reasonText(t, reason),
          ])
        }
      />
    </Group>
  );
}
