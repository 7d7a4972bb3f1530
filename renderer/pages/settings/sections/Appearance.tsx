import { useTranslation } from 'react-i18next';
import { ColourSchemeControl } from '../../../components/ColourSchemeControl.tsx';
import { LanguageControl } from '../../../components/LanguageControl.tsx';
import { Section } from '../Section.tsx';
import { SettingRow } from '../SettingRow.tsx';

/** Language and theme of the window. */
export function Appearance() {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.appearance')}>
      <SettingRow label={t('app.language')}>
        <LanguageControl />
      </SettingRow>
      <SettingRow label={t('app.colours')}>
        <ColourSchemeControl />
      </SettingRow>
    </Section>
  );
}
