import { useTranslation } from 'react-i18next';
import type { BriefLanguage } from '../../../shared/contract/brief.ts';

/** The language of the window, in which a brief is shown and saved. */
export function useBriefLanguage(): BriefLanguage {
  return useTranslation().i18n.language === 'zh' ? 'zh' : 'en';
}
