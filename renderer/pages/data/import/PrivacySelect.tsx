import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PrivacyChoice } from '../../../../shared/domain/cleaning.ts';

interface PrivacySelectProps {
  column: string;
  /** Null if the default is not known yet. */
  value: PrivacyChoice | null;
  onChange: (choice: PrivacyChoice) => void;
}

/** Selects the handling of a column that looks personal. */
export function PrivacySelect({ column, value, onChange }: PrivacySelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      size="xs"
      aria-label={t('data.import.privacyOf', { column })}
      placeholder={t('data.import.privacyUsual')}
      allowDeselect={false}
      value={value}
      onChange={(chosen) => {
        const choice = PrivacyChoice.safeParse(chosen);
        if (choice.success) onChange(choice.data);
      }}
      data={PrivacyChoice.options.map((choice) => ({ value: choice, label: t(`data.import.privacies.${choice}`) }))}
    />
  );
}
