import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../../../../shared/contract/ingest.ts';
import { useFormat } from '../../../app/format.ts';

const separators = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'bar', ' ': 'space' } as const;

/** What was recognised of a file at a glance. */
export function FileFacts({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = [
    [t('importing.kind'), t(`importing.kinds.${preview.kind}`)],
    [t('importing.size'), format.bytes(preview.bytes)],
    [t('importing.times'), t(`importing.timeKinds.${preview.timeKind}`)],
    [t('importing.separator'), t(`importing.separators.${separators[preview.separator]}`)],
  ];
  return (
    <Group gap="xl" component="dl" m={0}>
      {facts.map(([name, value]) => (
        <Group key={name} gap={6}>
          <Text size="sm" c="dimmed" component="dt">
            {name}
          </Text>
          <Text size="sm" fw={500} component="dd" m={0}>
            {value}
          </Text>
        </Group>
      ))}
    </Group>
  );
}
