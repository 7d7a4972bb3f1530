import { Autocomplete, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Guess } from '../../../../shared/contract/examine.ts';
import { useFormat } from '../../../base/format.ts';

interface SourceFieldProps {
  label: string;
  source: string;
  columns: string[];
  missing: boolean;
  guess: Guess | undefined;
  /** Called on blur, when an option is chosen, and when the field is cleared. */
  onCommit: (source: string) => void;
}

/**
 * Input for the source column of one field. Commits on blur, since a partly typed column name is not a valid source.
 */
export function SourceField({ label, source, columns, missing, guess, onCommit }: SourceFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(source);
  const commit = (value: string) => {
    if (value.trim() !== source) onCommit(value.trim());
  };
  return (
    <Stack gap={2}>
      <Autocomplete
        size="sm"
        label={label}
        value={text}
        data={columns}
        error={missing ? t('data.import.required') : null}
        onChange={setText}
        onOptionSubmit={commit}
        onBlur={() => commit(text)}
        clearable
        onClear={() => commit('')}
        clearButtonProps={{ 'aria-label': t('data.import.remove') }}
      />
      {guess && source !== '' && <ConfidenceText guess={guess} />}
    </Stack>
  );
}

/** Lower bounds of the confidence levels “sure” and “likely”. */
const HIGH_CONFIDENCE = 0.85;
const MEDIUM_CONFIDENCE = 0.6;

function ConfidenceText({ guess: { confidence, why, cells } }: { guess: Guess }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = t(`data.import.reasons.${why}`);
  const evidence = cells && t(`data.import.evidence.${cells.kind}`, { share: format.percent(cells.share) });
  const text = evidence ? `${reason}; ${evidence}` : reason;
  const level = confidence >= HIGH_CONFIDENCE ? 'sure' : confidence >= MEDIUM_CONFIDENCE ? 'likely' : 'unsure';
  const colour = { sure: 'teal', likely: 'yellow', unsure: 'red' }[level];
  return (
    <Group gap={6} wrap="nowrap">
      <span
        aria-hidden
        style={{ width: 8, height: 8, borderRadius: 4, flex: 'none', background: `var(--mantine-color-${colour}-6)` }}
      />
      <Text size="xs" c="dimmed" title={text}>
        {t(`data.import.confidence.${level}`)} · {text}
      </Text>
    </Group>
  );
}
