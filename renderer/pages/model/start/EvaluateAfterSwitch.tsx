import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEvaluateAfterTraining } from '../../../engine/evaluate-after-training.ts';

/** Switches whether a model is evaluated as soon as it has been trained. */
export function EvaluateAfterSwitch() {
  const { t } = useTranslation();
  const { enabled, setEnabled } = useEvaluateAfterTraining();
  return (
    <Switch
      label={t('model.start.evaluateAfter')}
      description={t('model.start.evaluateAfterHelp')}
      checked={enabled}
      onChange={(event) => setEnabled(event.currentTarget.checked)}
    />
  );
}
