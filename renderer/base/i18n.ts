import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from '../locales/en/index.ts';
import { zh } from '../locales/zh/index.ts';

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

const KEY = 'portrait.language';

function isLanguage(value: string | null): value is Language {
  return languages.some((language) => language === value);
}

/** Returns the language stored by an earlier choice, otherwise Chinese if the browser prefers it, otherwise English. */
function initialLanguage(): Language {
  const storedLanguage = localStorage.getItem(KEY);
  if (isLanguage(storedLanguage)) return storedLanguage;
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
}

void i18next.use(initReactI18next).init({
  resources: { en: { translation: en }, zh: { translation: zh } },
  lng: initialLanguage(),
  fallbackLng: 'en',
  interpolation: { escapeValue: false },
  initAsync: false,
});
document.documentElement.lang = documentLanguage(i18next.language);

/** Returns the value for the page's `lang` attribute, which decides the regional forms of Chinese characters. */
function documentLanguage(language: string): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}

export async function setLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  document.documentElement.lang = documentLanguage(language);
  await i18next.changeLanguage(language);
}
