import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { navigate } from '../base/use-route.ts';

export type Source = 'behaviour' | 'texts';

/** Opens the form that starts a training, on the page of the data it learns from. */
export function openForm(source: Source): void {
  if (source === 'texts') navigate('texts', 'new');
  else navigate('models', null, { new: 'behaviour' });
}

/** Switches between the forms that start a training on behaviour and on texts. */
export function SourceControl({ source }: { source: Source }) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      w="fit-content"
      aria-label={t('training.from')}
      value={source}
      onChange={(value) => openForm(value === 'texts' ? 'texts' : 'behaviour')}
      data={[
        { value: 'behaviour', label: t('training.behaviour') },
        { value: 'texts', label: t('training.texts') },
      ]}
    />
  );
}
