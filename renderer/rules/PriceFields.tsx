import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MAX_PRICE_BOUNDS } from '../../shared/domain/rule.ts';
import { ComparisonSelect } from './ComparisonSelect.tsx';
import type { PriceDraft } from './draft.ts';
import { NumberField } from './NumberField.tsx';

interface PriceFieldsProps {
  price: readonly PriceDraft[];
  onChange: (price: readonly PriceDraft[]) => void;
}

/** Bounds of a filter by unit price, and a button that adds one. */
export function PriceFields({ price, onChange }: PriceFieldsProps) {
  const { t } = useTranslation();
  const change = (at: number, changes: Partial<PriceDraft>) =>
    onChange(price.map((bound, i) => (i === at ? { ...bound, ...changes } : bound)));
  return (
    <>
      {price.map(({ op, value }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bounds have no other identity
        <Group key={at} gap={4} wrap="nowrap">
          <Text size="sm">{t('rules.price')}</Text>
          <ComparisonSelect value={op} onChange={(next) => change(at, { op: next })} />
          <NumberField
            label={t('rules.price')}
            value={value}
            onChange={(next) => change(at, { value: next })}
            width={90}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('rules.removePrice')}
            onClick={() => onChange(price.toSpliced(at, 1))}
          >
            <IconX size={14} />
          </ActionIcon>
        </Group>
      ))}
      {price.length < MAX_PRICE_BOUNDS && (
        <Button size="xs" variant="subtle" px={6} onClick={() => onChange([...price, { op: '>=', value: '' }])}>
          {t('rules.addPrice')}
        </Button>
      )}
    </>
  );
}
