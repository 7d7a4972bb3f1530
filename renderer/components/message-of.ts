import i18next, { type TFunction } from 'i18next';
import { errors } from '../locales/zh/errors.ts';

export interface Message {
  message: string;
  hint: string;
}

/**
 * An error for a person, in the language of the page. What was not foreseen is not shown as it is: its words are not meant
 * for users.
 */
export function messageOf(error: unknown, t: TFunction): Message {
  if (!isMessage(error) || error.code === 'INTERNAL') {
    return { message: t('app.unexpected'), hint: t('app.unexpectedHint') };
  }
  const translated = i18next.language === 'zh' ? errors[error.code] : undefined;
  return translated ?? { message: error.message, hint: error.hint };
}

function isMessage(error: unknown): error is Message & { code: string } {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string' &&
    'message' in error &&
    typeof error.message === 'string' &&
    'hint' in error &&
    typeof error.hint === 'string'
  );
}
