import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languages, setLanguage } from '../base/i18n.ts';
import { notifyError } from '../base/notify.tsx';
import { COMPACT } from './ColourSchemeControl.tsx';

/** Chooses the language, which is stored in the browser's local storage. */
export function LanguageControl() {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('app.language')}
      value={i18n.language === 'zh' ? 'zh' : 'en'}
      onChange={(value) => void setLanguage(value).catch(notifyError)}
      flex="none"
      styles={COMPACT}
      data={languages.map((value) => ({ value, label: value === 'zh' ? '中文' : 'EN' }))}
    />
  );
}
