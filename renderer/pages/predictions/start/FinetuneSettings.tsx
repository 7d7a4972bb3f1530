import { NumberInput, Select, SimpleGrid, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FinetuneConfig } from '../../../../shared/domain/finetune-config.ts';

const NUMBERS = [
  'folds',
  'cuts',
  'epochs',
  'patience',
  'batchSize',
  'learningRate',
  'weightDecay',
  'dropout',
  'hidden',
  'frozen',
  'history',
  'validationShare',
  'members',
  'seed',
] satisfies readonly (keyof FinetuneConfig)[];
const CHOICES = {
  classWeights: FinetuneConfig.shape.classWeights.unwrap().options,
  calibration: FinetuneConfig.shape.calibration.unwrap().options,
} as const;
const STEPS: Partial<Record<keyof FinetuneConfig, number>> = { learningRate: 0.0005, dropout: 0.05, weightDecay: 0.01 };
const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** Whether the engine accepts the configuration. */
export const isValidConfig = (config: FinetuneConfig): boolean => FinetuneConfig.safeParse(config).success;

interface FinetuneSettingsProps {
  config: FinetuneConfig;
  /** Whether the target is a future time window, which is evaluated with time cut-offs instead of folds. */
  hasTimeWindow: boolean;
  onChange: (config: FinetuneConfig) => void;
}

/** All fine-tuning settings. */
export function FinetuneSettings({ config, hasTimeWindow, onChange }: FinetuneSettingsProps) {
  const { t } = useTranslation();
  const invalidFields = FinetuneConfig.safeParse(config).error?.issues.map(({ path }) => path[0]) ?? [];
  return (
    <SimpleGrid cols={{ base: 3, xl: 4 }} spacing="md">
      {NUMBERS.filter((name) => name !== (hasTimeWindow ? 'folds' : 'cuts')).map((name) => (
        <NumberInput
          key={name}
          label={t(`predictions.start.fields.${name}`)}
          description={t(`predictions.start.fieldHelp.${name}`)}
          inputWrapperOrder={ORDER}
          value={config[name]}
          step={STEPS[name] ?? 1}
          min={0}
          error={invalidFields.includes(name) && t('training.faults.value')}
          onChange={(input) => typeof input === 'number' && onChange({ ...config, [name]: input })}
        />
      ))}
      {(['classWeights', 'calibration'] as const).map((name) => (
        <Select
          key={name}
          label={t(`predictions.start.fields.${name}`)}
          description={t(`predictions.start.fieldHelp.${name}`)}
          inputWrapperOrder={ORDER}
          data={CHOICES[name].map((value) => ({ value, label: t(`predictions.choices.${value}`) }))}
          value={config[name]}
          onChange={(value) => onChange({ ...config, [name]: value })}
          allowDeselect={false}
        />
      ))}
      <Switch
        label={t('predictions.start.fields.counts')}
        description={t('predictions.start.fieldHelp.counts')}
        checked={config.counts}
        onChange={(event) => onChange({ ...config, counts: event.currentTarget.checked })}
        mt={26}
      />
    </SimpleGrid>
  );
}
