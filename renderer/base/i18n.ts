import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { addErrorTranslator } from './message-of.ts';

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

const KEY = 'portrait.language';

function isLanguage(value: string | null): value is Language {
  return languages.some((language) => language === value);
}

/** Returns the stored language, otherwise Chinese if the browser prefers it, otherwise English. */
function initialLanguage(): Language {
  const storedLanguage = localStorage.getItem(KEY);
  if (isLanguage(storedLanguage)) return storedLanguage;
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
}

/** Loads the texts of a language. Each language is a separate chunk, so that only the language in use is loaded. */
const loadTexts = {
  en: async () => (await import('../locales/en/index.ts')).en,
  zh: async () => {
    const [{ zh }, { chineseMessage }] = await Promise.all([
      import('../locales/zh/index.ts'),
      import('./chinese-message.ts'),
    ]);
    addErrorTranslator('zh', chineseMessage);
    return zh;
  },
};

/** Loads the texts of the language in use, before anything is rendered. */
export async function startTexts(): Promise<void> {
  const language = initialLanguage();
  await i18next.use(initReactI18next).init({
    resources: { [language]: { translation: await loadTexts[language]() } },
    lng: language,
    fallbackLng: false,
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = documentLanguage(language);
}

/** Returns the value for the page's `lang` attribute, which decides the regional forms of Chinese characters. */
function documentLanguage(language: string): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}

/** Changes the language of the window and stores the choice. Rejects if the host that serves the texts has stopped. */
export async function setLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await loadTexts[language]());
  localStorage.setItem(KEY, language);
  document.documentElement.lang = documentLanguage(language);
  await i18next.changeLanguage(language);
}
