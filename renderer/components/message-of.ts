import i18next, { type TFunction } from 'i18next';
import { errors as chinese } from '../locales/zh/errors.ts';

export interface Message {
  message: string;
  hint: string;
}

/** An error for a person, in the page's language. What was not foreseen is not shown: its words are not meant for users. */
export function messageOf(error: unknown, t: TFunction): Message {
  if (!isMessage(error) || codeOf(error) === 'INTERNAL') {
    return { message: t('app.unexpected'), hint: t('app.unexpectedHint') };
  }
  return i18next.language === 'zh' ? inChinese(error) : error;
}

/** The engine's own words stay below the Chinese ones, for they name the file, the column or the user. */
function inChinese(error: Message): Message {
  const known = chinese[codeOf(error)];
  return known ? { message: known.message, hint: `${known.hint}（${error.message}）` } : error;
}

function codeOf(error: Message): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function isMessage(error: unknown): error is Message {
  return (
    typeof error === 'object' &&
    error !== null &&
    'message' in error &&
    typeof error.message === 'string' &&
    'hint' in error &&
    typeof error.hint === 'string'
  );
}
