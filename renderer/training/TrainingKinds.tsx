import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { navigate } from '../base/use-route.ts';

const trainingKinds = ['behaviour', 'search', 'texts', 'checkpoint'] as const;
export type TrainingKind = (typeof trainingKinds)[number];

/** Opens the form of a new model on the page of its kind of data. */
export function openForm(kind: TrainingKind): void {
  if (kind === 'texts') navigate('texts', 'new');
  else if (kind === 'checkpoint') navigate('texts', 'new', { learn: 'checkpoint' });
  else navigate('models', null, { new: kind });
}

/** Tabs between the forms of a new model. */
export function TrainingKinds({ kind }: { kind: TrainingKind }) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      maw="100%"
      w="fit-content"
      aria-label={t('training.from')}
      value={kind}
      onChange={openForm}
      data={trainingKinds.map((value) => ({ value, label: t(`training.kinds.${value}`) }))}
    />
  );
}
