import { Button, CloseButton, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DefinitionInput } from '../../../shared/contract/segment.ts';
import { useFormat } from '../../base/format.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useCall } from '../../engine/use-call.ts';
import { LiftSummary } from '../../segments/LiftSummary.tsx';
import { SaveSegment } from '../../segments/SaveSegment.tsx';

interface SelectionPanelProps {
  title: string;
  suggestion: string;
  definition: DefinitionInput;
  onClose: () => void;
}

const ROWS = 12;

/** The users selected on the map: their number, distinguishing features, and a form to save them as a segment. */
export function SelectionPanel({ title, suggestion, definition, onClose }: SelectionPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [name, setName] = useState(suggestion);
  const { data, error } = useCall('segment.preview', { definition, liftRows: ROWS });
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="md">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Stack gap={0} miw={0}>
            <Title order={2} lineClamp={2}>
              {title}
            </Title>
            <Text c="dimmed" size="sm" role="status">
              {data
                ? t('map.selectedOf', {
                    count: data.size,
                    share: format.percent(data.size / Math.max(1, data.users)),
                  })
                : t('terms.loading')}
            </Text>
          </Stack>
          <CloseButton aria-label={t('map.closeSelection')} onClick={onClose} />
        </Group>
        {error !== null && <ErrorNotice error={error} />}
        {data && data.size > 0 && <SaveSegment definition={definition} name={name} onName={setName} />}
        {!data ? (
          !error && <Skeleton height={240} />
        ) : data.size > 0 ? (
          <LiftSummary lift={data.lift} />
        ) : (
          <Text size="sm" c="dimmed">
            {t('map.nobody')}
          </Text>
        )}
        <Button variant="subtle" size="xs" onClick={onClose} leftSection={<IconListDetails size={15} aria-hidden />}>
          {t('map.backToClusters')}
        </Button>
      </Stack>
    </Paper>
  );
}
