import { Anchor, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TraitPreview as Preview } from '../../../shared/contract/traits.ts';
import { useFormat } from '../../base/format.ts';
import { hashOf } from '../../base/route.ts';
import { traitValueText } from '../../traits/trait-text.ts';
import { NumberDistribution } from './NumberDistribution.tsx';
import { TextDistribution } from './TextDistribution.tsx';
import type { TraitPreviewState } from './use-trait-preview.ts';

interface TraitPreviewProps {
  preview: TraitPreviewState;
  unit: string;
}

/** Values of a formula: how many users have one, their distribution, and some users. */
export function TraitPreview({ preview: { data, error, unfinished, stale }, unit }: TraitPreviewProps) {
  const { t } = useTranslation();
  const shown = error === null && !unfinished ? data : undefined;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('traits.preview')}>
      <Stack gap="sm">
        <Title order={2}>{t('traits.preview')}</Title>
        {shown ? (
          <Stack gap="sm" opacity={stale ? 0.6 : 1} aria-busy={stale}>
            <Known preview={shown} />
            {shown.distribution === null ? (
              <Text size="sm" c="dimmed">
                {t('traits.noValues')}
              </Text>
            ) : shown.distribution.kind === 'number' ? (
              <NumberDistribution distribution={shown.distribution} unit={unit} />
            ) : (
              <TextDistribution distribution={shown.distribution} users={shown.users} />
            )}
            {shown.examples.length > 0 && <Examples preview={shown} />}
          </Stack>
        ) : (
          <Text size="sm" c="dimmed">
            {t('traits.unfinished')}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

function Known({ preview: { known, users } }: { preview: Preview }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Text size="sm" role="status">
      {t('traits.known', { count: known, number: format.number(known), users: format.number(users) })} ·{' '}
      {format.percent(known / Math.max(1, users))}
    </Text>
  );
}

function Examples({ preview: { examples } }: { preview: Preview }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Table aria-label={t('traits.exampleUsers')} layout="fixed" fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('traits.exampleUsers')}</Table.Th>
          <Table.Th ta="right">{t('traits.value')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {examples.map(({ user, value }) => (
          <Table.Tr key={user}>
            <Table.Td>
              <Anchor size="sm" href={hashOf('users', user)} style={{ overflowWrap: 'anywhere' }}>
                {user}
              </Anchor>
            </Table.Td>
            <Table.Td ta="right" style={{ overflowWrap: 'anywhere' }}>
              {traitValueText(t, format, value)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
