import { useTranslation } from 'react-i18next';
import { RegionalControls } from '../../../components/RegionalControls.tsx';
import { useWorkspace } from '../../../engine/use-workspace.ts';
import { Section } from '../Section.tsx';

/** Time zone and currency of the open workspace; renders nothing without one. */
export function Regional() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return (
    workspace && (
      <Section title={t('terms.regional.title')}>
        <RegionalControls workspace={workspace} />
      </Section>
    )
  );
}
