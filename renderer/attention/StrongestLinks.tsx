import { Group, List, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttentionToken } from '../../shared/contract/explain.ts';
import { useFormat } from '../base/format.ts';
import { type Head, strongestLinks } from './weights.ts';

interface StrongestLinksProps {
  head: Head;
  tokens: readonly AttentionToken[];
  labels: readonly string[];
}

const MAX_LINKS = 8;

/** The largest weights between behaviours, as text. */
export function StrongestLinks({ head, tokens, labels }: StrongestLinksProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const links = useMemo(
    () => strongestLinks(head, MAX_LINKS, (position) => tokens[position]?.kind === 'behaviour'),
    [head, tokens],
  );
  return (
    <Stack gap={6}>
      <Title order={2} fz="sm">
        {t('attention.strongest')}
      </Title>
      <List listStyleType="none" spacing={6} size="sm">
        {links.map(({ from, to, weight }) => (
          <List.Item key={`${from}/${to}`} styles={{ itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } }}>
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <Text size="sm" fw={600} w={52} ta="right" flex="none">
                {format.percent(weight)}
              </Text>
              <Text size="sm" lineClamp={2}>
                {t('attention.link', { from: labels[from], to: labels[to] })}
              </Text>
            </Group>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
