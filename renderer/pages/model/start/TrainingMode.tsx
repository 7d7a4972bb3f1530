import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface TrainingModeProps {
  searching: boolean;
  onChange: (searching: boolean) => void;
}

/** Switches between training one model and searching for the best of many. */
export function TrainingMode({ searching, onChange }: TrainingModeProps) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('model.start.mode')}
      value={searching ? 'many' : 'one'}
      onChange={(mode) => onChange(mode === 'many')}
      data={[
        { value: 'one', label: t('model.start.one') },
        { value: 'many', label: t('model.start.many') },
      ]}
    />
  );
}
