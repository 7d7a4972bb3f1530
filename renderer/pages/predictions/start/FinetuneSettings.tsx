import { NumberInput, Select, SimpleGrid, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HeadConfig } from '../../../../shared/domain/finetune-config.ts';

const NUMBERS = [
  ...(['folds', 'cuts', 'epochs', 'patience', 'batchSize', 'learningRate', 'weightDecay', 'dropout'] as const),
  ...(['hidden', 'frozen', 'history', 'validationShare', 'members', 'seed'] as const),
] satisfies readonly (keyof HeadConfig)[];
const CHOICES = {
  classWeights: HeadConfig.shape.classWeights.unwrap().options,
  calibration: HeadConfig.shape.calibration.unwrap().options,
} as const;
const STEPS: Partial<Record<keyof HeadConfig, number>> = { learningRate: 0.0005, dropout: 0.05, weightDecay: 0.01 };
const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** Whether the engine would take it. */
export const isSoundHead = (config: HeadConfig): boolean => HeadConfig.safeParse(config).success;

interface HeadSettingsProps {
  config: HeadConfig;
  /** Whether it is about days to come: then cuts matter, else folds. */
  window: boolean;
  onChange: (config: HeadConfig) => void;
}

/** All that can be set of how a head is trained. */
export function HeadSettings({ config, window, onChange }: HeadSettingsProps) {
  const { t } = useTranslation();
  const wrong = HeadConfig.safeParse(config).error?.issues.map(({ path }) => path[0]) ?? [];
  return (
    <SimpleGrid cols={{ base: 3, xl: 4 }} spacing="md">
      {NUMBERS.filter((name) => name !== (window ? 'folds' : 'cuts')).map((name) => (
        <NumberInput
          key={name}
          label={t(`predict.fields.${name}`)}
          description={t(`predict.fieldHelp.${name}`)}
          inputWrapperOrder={ORDER}
          value={config[name]}
          step={STEPS[name] ?? 1}
          min={0}
          error={wrong.includes(name) && t('training.faults.value')}
          onChange={(typed) => typeof typed === 'number' && onChange({ ...config, [name]: typed })}
        />
      ))}
      {(['classWeights', 'calibration'] as const).map((name) => (
        <Select
          key={name}
          label={t(`predict.fields.${name}`)}
          description={t(`predict.fieldHelp.${name}`)}
          inputWrapperOrder={ORDER}
          data={CHOICES[name].map((value) => ({ value, label: t(`predict.choices.${value}`) }))}
          value={config[name]}
          onChange={(value) => onChange({ ...config, [name]: value })}
          allowDeselect={false}
        />
      ))}
      <Switch
        label={t('predict.fields.counts')}
        description={t('predict.fieldHelp.counts')}
        checked={config.counts}
        onChange={(event) => onChange({ ...config, counts: event.currentTarget.checked })}
        mt={26}
      />
    </SimpleGrid>
  );
}
