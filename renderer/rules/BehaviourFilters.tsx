import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateFields } from './DateFields.tsx';
import type { BehaviourDraft } from './draft.ts';
import { HourFields } from './HourFields.tsx';
import { NameField } from './NameField.tsx';
import { NumberField } from './NumberField.tsx';
import { PriceFields } from './PriceFields.tsx';

interface BehaviourFiltersProps {
  condition: BehaviourDraft;
  change: (changes: Partial<BehaviourDraft>) => void;
}

/** Filters by category, brand, item, number of days, dates, hours of the day and price. */
export function BehaviourFilters({ condition, change }: BehaviourFiltersProps) {
  const { t } = useTranslation();
  return (
    <>
      <NameField kind="category" value={condition.category} onChange={(category) => change({ category })} />
      <NameField kind="brand" value={condition.brand} onChange={(brand) => change({ brand })} />
      <NameField kind="item" value={condition.item} onChange={(item) => change({ item })} />
      <Text size="sm">{t('rules.daysBefore')}</Text>
      <NumberField
        label={t('rules.days')}
        value={condition.days}
        onChange={(days) => change({ days })}
        optional
        min={1}
        width={80}
      />
      <Text size="sm">{t('rules.daysAfter')}</Text>
      <DateFields dates={condition} onChange={change} />
      <HourFields hours={condition.hours} onChange={(hours) => change({ hours })} />
      <PriceFields price={condition.price} onChange={(price) => change({ price })} />
    </>
  );
}
