import { SimpleGrid } from '@mantine/core';
import type { FinetuneConfig } from '../../../../shared/domain/finetune-config.ts';
import { FinetuneFields } from '../../../training/FinetuneFields.tsx';

interface FinetuneSettingsProps {
  config: FinetuneConfig;
  /** Whether the target is a future time window, which is evaluated with time cut-offs instead of folds. */
  hasTimeWindow: boolean;
  onChange: (config: FinetuneConfig) => void;
}

/** All fine-tuning settings. */
export function FinetuneSettings({ config, hasTimeWindow, onChange }: FinetuneSettingsProps) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 4 }} spacing="md">
      <FinetuneFields
        config={config}
        isShown={(field) => field !== (hasTimeWindow ? 'folds' : 'cuts')}
        onChange={(changes) => onChange({ ...config, ...changes })}
      />
    </SimpleGrid>
  );
}
