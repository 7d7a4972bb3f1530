import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Comparison, comparisons } from '../../shared/domain/rule.ts';

interface ComparisonSelectProps {
  value: Comparison;
  onChange: (op: Comparison) => void;
}

/** At least, at most, exactly… */
export function ComparisonSelect({ value, onChange }: ComparisonSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      size="xs"
      w={104}
      aria-label={t('rules.comparison')}
      data={comparisons.map((op) => ({ value: op, label: t(`rules.comparisons.${op}`) }))}
      value={value}
      onChange={(op) => onChange(Comparison.parse(op))}
      allowDeselect={false}
    />
  );
}
