import { useTranslation } from 'react-i18next';
import type { BriefLanguage } from '../../../shared/contract/brief.ts';

/** Returns the language of briefs: that of the window. */
export function useBriefLanguage(): BriefLanguage {
  return useTranslation().i18n.language === 'zh' ? 'zh' : 'en';
}
