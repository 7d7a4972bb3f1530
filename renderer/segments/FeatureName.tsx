import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { itemName } from '../../shared/texts/item-name.ts';
import { type Format, useFormat } from '../base/format.ts';
import { categoryShown } from '../components/category-shown.ts';
import type { LiftRow } from './lift-rows.ts';

/** Returns a text for the feature of a comparison row. */
export function featureName(t: TFunction, language: string, format: Format, row: LiftRow): string {
  const { kind, of, name } = row;
  if (kind === 'behaviour') {
    const action = of === null ? '' : format.action(of);
    return name === null ? action : t('terms.behaviourIn', { action, category: categoryShown(t, name) });
  }
  if (kind === 'attribute') return t('terms.traitOf', { of, name });
  return kind === 'item' && name !== null ? itemName(language, { ...row, item: name }) : (name ?? '');
}

export function FeatureName({ row }: { row: LiftRow }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const name = featureName(t, i18n.language, format, row);
  return (
    <Text
      size="sm"
      lineClamp={2}
      title={row.name !== null && !name.includes(row.name) ? `${name} (${row.name})` : name}
    >
      {name}
    </Text>
  );
}
