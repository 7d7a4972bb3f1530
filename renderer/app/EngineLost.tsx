import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/EmptyState.tsx';
import { usePageTitle } from '../components/use-page-title.ts';
import { reconnectNow } from '../engine/connection.ts';
import { useLostTexts } from './use-lost-texts.ts';

/** Replaces a page that is opened while there is no engine to load it from. */
export function EngineLost() {
  const { t } = useTranslation();
  const { title, text } = useLostTexts();
  usePageTitle(title);
  return (
    <div role="status">
      <EmptyState icon={IconPlugConnectedX} order={1} title={title} text={text}>
        <Button onClick={reconnectNow}>{t('terms.retry')}</Button>
      </EmptyState>
    </div>
  );
}
