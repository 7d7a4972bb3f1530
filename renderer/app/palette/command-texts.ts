import { useTranslation } from 'react-i18next';
import { commands as en } from '../../locales/en/commands.ts';
import { commands as zh } from '../../locales/zh/commands.ts';

export type CommandTexts = typeof en | typeof zh;

/**
 * Returns the texts of the palette in the language of the page, and in the other language, in which entries are found
 * too.
 */
export function useCommandTexts(): { texts: CommandTexts; others: CommandTexts } {
  const { i18n } = useTranslation();
  return i18n.language === 'zh' ? { texts: zh, others: en } : { texts: en, others: zh };
}
