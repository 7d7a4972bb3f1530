import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { LiftRow } from './lift-rows.ts';

/** What a row of a comparison is about, in words. */
export function featureName(t: TFunction, { kind, of, name, title }: LiftRow): string {
  if (kind === 'behaviour') {
    return name === null ? (of ?? '') : t('terms.behaviourIn', { action: of, category: name });
  }
  if (kind === 'attribute') return t('terms.traitOf', { of, name });
  return title ?? name ?? '';
}

export function FeatureName({ row }: { row: LiftRow }) {
  const { t } = useTranslation();
  const name = featureName(t, row);
  return (
    <Text size="sm" lineClamp={2} title={row.title && row.name ? `${name} (${row.name})` : name}>
      {name}
    </Text>
  );
}
