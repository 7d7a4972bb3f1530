import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CUSTOMER_SCORES, PURCHASE_DAYS, RFM_NAMES } from '../../shared/domain/customer-words.ts';
import { LIFE_STAGES, type LifeStage } from '../../shared/domain/life-stage.ts';
import type { RfmName } from '../../shared/domain/rfm.ts';
import { Comparison, comparisons } from '../../shared/domain/rule.ts';
import { isPeriod } from '../../shared/domain/time/period.ts';
import { ComparisonSelect } from './ComparisonSelect.tsx';
import type { CustomerDraft, CustomerFeature } from './draft.ts';
import { NumberField } from './NumberField.tsx';

interface CustomerFieldsProps {
  condition: CustomerDraft;
  onChange: (condition: CustomerDraft) => void;
}

const FEATURES: readonly CustomerFeature[] = ['life_stage', 'rfm', ...PURCHASE_DAYS, ...CUSTOMER_SCORES];

/** Fields of a condition on the life stage, RFM group, scores or days of purchases of customers. */
export function CustomerFields({ condition, onChange }: CustomerFieldsProps) {
  const { t } = useTranslation();
  const { feature, stage, rfm, period, op, value } = condition;
  const change = (changes: Partial<CustomerDraft>) => onChange({ ...condition, ...changes });
  const isStage = feature === 'life_stage';
  const isDay = PURCHASE_DAYS.some((name) => name === feature);
  return (
    <>
      <Select<CustomerFeature>
        size="xs"
        w={190}
        aria-label={t('rules.customer.feature')}
        data={FEATURES.map((name) => ({ value: name, label: t(`rules.customer.features.${name}`) }))}
        value={feature}
        onChange={(next) => next && change({ feature: next })}
        allowDeselect={false}
      />
      {isStage && (
        <Select<LifeStage>
          size="xs"
          w={130}
          aria-label={t('rules.customer.features.life_stage')}
          data={LIFE_STAGES.map((name) => ({ value: name, label: t(`terms.stages.${name}`) }))}
          value={stage}
          onChange={(next) => next && change({ stage: next })}
          allowDeselect={false}
        />
      )}
      {feature === 'rfm' && (
        <Select<RfmName>
          size="xs"
          w={170}
          aria-label={t('rules.customer.features.rfm')}
          data={RFM_NAMES.map((name) => ({ value: name, label: t(`terms.rfm.${name}`) }))}
          value={rfm}
          onChange={(next) => next && change({ rfm: next })}
          allowDeselect={false}
        />
      )}
      {isDay && (
        <Select
          size="xs"
          w={104}
          aria-label={t('rules.comparison')}
          data={comparisons.map((name) => ({ value: name, label: t(`rules.customer.when.${name}`) }))}
          value={op}
          onChange={(next) => change({ op: Comparison.parse(next) })}
          allowDeselect={false}
        />
      )}
      {(isStage || isDay) && (
        <TextInput
          size="xs"
          w={130}
          aria-label={t('rules.customer.period')}
          placeholder={isStage ? t('rules.customer.now') : t('rules.customer.periodPlaceholder')}
          value={period}
          onChange={(event) => change({ period: event.currentTarget.value.trim() })}
          error={!isPeriod(period) && (isDay || period !== '')}
        />
      )}
      {!isStage && !isDay && feature !== 'rfm' && (
        <>
          <ComparisonSelect value={op} onChange={(next) => change({ op: next })} />
          <NumberField value={value} onChange={(next) => change({ value: next })} />
        </>
      )}
    </>
  );
}
