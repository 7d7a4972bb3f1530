import { Autocomplete } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface SourceFieldProps {
  label: string;
  source: string;
  columns: string[];
  missing: boolean;
  /** Told once the words are complete: chosen from the list, or left. */
  onCommit: (source: string) => void;
}

/** Where one field comes from. Half a word is no source, so nothing is said before the field is left. */
export function SourceField({ label, source, columns, missing, onCommit }: SourceFieldProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState(source);
  const commit = (value: string) => {
    if (value.trim() !== source) onCommit(value.trim());
  };
  return (
    <Autocomplete
      size="sm"
      label={label}
      value={words}
      data={columns}
      error={missing ? t('importing.required') : null}
      onChange={setWords}
      onOptionSubmit={commit}
      onBlur={() => commit(words)}
      clearable
      onClear={() => commit('')}
      clearButtonProps={{ 'aria-label': t('importing.remove') }}
    />
  );
}
