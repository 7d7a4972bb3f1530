import { Autocomplete, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Guess } from '../../../../shared/contract/examine.ts';

interface SourceFieldProps {
  label: string;
  source: string;
  columns: string[];
  missing: boolean;
  guess: Guess | undefined;
  /** Told once the words are complete: chosen from the list, or left. */
  onCommit: (source: string) => void;
}

/** Where one field comes from. Half a word is no source, so nothing is said before the field is left. */
export function SourceField({ label, source, columns, missing, guess, onCommit }: SourceFieldProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState(source);
  const commit = (value: string) => {
    if (value.trim() !== source) onCommit(value.trim());
  };
  return (
    <Stack gap={2}>
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
      {guess && source !== '' && <Sureness guess={guess} />}
    </Stack>
  );
}

/** From here up a guess is called sure, or likely. */
const SURE = 0.85;
const LIKELY = 0.6;

function Sureness({ guess: { confidence, why } }: { guess: Guess }) {
  const { t } = useTranslation();
  const level = confidence >= SURE ? 'sure' : confidence >= LIKELY ? 'likely' : 'unsure';
  const colour = { sure: 'teal', likely: 'yellow', unsure: 'red' }[level];
  return (
    <Group gap={6} wrap="nowrap">
      <span
        aria-hidden
        style={{ width: 8, height: 8, borderRadius: 4, flex: 'none', background: `var(--mantine-color-${colour}-6)` }}
      />
      <Text size="xs" c="dimmed" truncate>
        {t(`importing.sureness.${level}`)} · {t(`importing.whys.${why}`)}
      </Text>
    </Group>
  );
}
