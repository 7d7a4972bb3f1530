import { Group, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAfterTraining } from '../../../engine/after-training.ts';

/** Switches of what follows a training by itself. */
export function AfterTrainingSwitches() {
  const { t } = useTranslation();
  const { evaluate, map, setEvaluate, setMap } = useAfterTraining();
  return (
    <Group gap="xl" align="flex-start">
      <Switch
        maw={380}
        label={t('model.start.mapAfter')}
        description={t('model.start.mapAfterHelp')}
        checked={map}
        onChange={(event) => setMap(event.currentTarget.checked)}
      />
      <Switch
        maw={380}
        label={t('model.start.evaluateAfter')}
        description={t('model.start.evaluateAfterHelp')}
        checked={evaluate}
        onChange={(event) => setEvaluate(event.currentTarget.checked)}
      />
    </Group>
  );
}
