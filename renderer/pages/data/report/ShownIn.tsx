import { Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RegionalControls } from '../../../components/RegionalControls.tsx';
import { useWorkspace } from '../../../engine/use-workspace.ts';

/** Choice of the time zone and the currency of the workspace beside the report of an import. */
export function ShownIn() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  if (!workspace) return null;
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2}>{t('terms.regional.title')}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('terms.regional.text')}
      </Text>
      <RegionalControls workspace={workspace} />
    </Paper>
  );
}
