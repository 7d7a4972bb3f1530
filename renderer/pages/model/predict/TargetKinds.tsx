import { Group, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Offered } from '../../../../shared/contract/finetune.ts';
import { KINDS, type Kind, obstacleOf } from './draft.ts';

interface TargetKindsProps {
  offered: Offered;
  value: Kind | null;
  onChange: (kind: Kind) => void;
}

/** What can be predicted, in words, and what cannot and why. */
export function TargetKinds({ offered, value, onChange }: TargetKindsProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('predict.what')}
      value={value ?? ''}
      onChange={(chosen) => {
        const kind = KINDS.find((one) => one === chosen);
        if (kind) onChange(kind);
      }}
    >
      <SimpleGrid cols={{ base: 2, xl: 3 }} mt={6}>
        {KINDS.map((kind) => (
          <KindCard key={kind} kind={kind} offered={offered} />
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}

const TOP = { display: 'flex', alignItems: 'flex-start' };

function KindCard({ kind, offered }: { kind: Kind; offered: Offered }) {
  const { t } = useTranslation();
  const obstacle = obstacleOf(offered, kind);
  const title = t(`predict.kinds.${kind}`);
  const text = obstacle ? t(`predict.obstacles.${obstacle}`) : t(`predict.kindHelp.${kind}`);
  return (
    <Radio.Card value={kind} p="md" h="100%" style={TOP} disabled={obstacle !== null} aria-label={`${title}. ${text}`}>
      <Group wrap="nowrap" align="flex-start">
        <Radio.Indicator disabled={obstacle !== null} />
        <Stack gap={2}>
          <Text fw={600} {...(obstacle ? { c: 'dimmed' } : {})}>
            {title}
          </Text>
          <Text size="sm" c="dimmed">
            {text}
          </Text>
        </Stack>
      </Group>
    </Radio.Card>
  );
}
