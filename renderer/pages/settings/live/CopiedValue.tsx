import { ActionIcon, Code } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyError } from '../../../base/notify.tsx';
import { copyText } from '../../../components/copy-text.ts';

/** A value with a button that copies it; `label` names the button. */
export function CopiedValue({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation();
  const copy = () => copyText(value).then(() => notifyDone(t('settings.live.copied'), value), notifyError);
  return (
    <>
      <Code style={{ overflowWrap: 'anywhere' }}>{value}</Code>
      <ActionIcon variant="subtle" size={32} aria-label={label} onClick={() => void copy()}>
        <IconCopy size={16} aria-hidden />
      </ActionIcon>
    </>
  );
}
