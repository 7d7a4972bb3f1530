import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../engine/use-call.ts';
import type { SegmentDraft } from './draft.ts';

interface SegmentFieldsProps {
  condition: SegmentDraft;
  onChange: (condition: SegmentDraft) => void;
}

/** Field of a condition on membership of a saved segment. */
export function SegmentFields({ condition, onChange }: SegmentFieldsProps) {
  const { t } = useTranslation();
  const { segment } = condition;
  const names = useCall('segment.list', {}).data?.segments.map(({ name }) => name) ?? [];
  return (
    <Select
      size="xs"
      w={260}
      aria-label={t('rules.segment')}
      data={segment === '' || names.includes(segment) ? names : [...names, segment]}
      value={segment === '' ? null : segment}
      onChange={(name) => name !== null && onChange({ ...condition, segment: name })}
      allowDeselect={false}
      searchable
      error={segment === ''}
    />
  );
}
