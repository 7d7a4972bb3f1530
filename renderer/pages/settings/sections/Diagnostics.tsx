import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyDiagnostics } from '../../../components/CopyDiagnostics.tsx';
import { Section } from '../Section.tsx';

/** Copies the information that a problem report needs. */
export function Diagnostics() {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.diagnostics')} text={t('terms.diagnostics.copiedText')}>
      <Group>
        <CopyDiagnostics />
      </Group>
    </Section>
  );
}
