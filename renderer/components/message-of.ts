import type { TFunction } from 'i18next';

export interface Message {
  message: string;
  hint: string;
}

/** An error for a person. What was not foreseen is not shown as it is: its words are not meant for users. */
export function messageOf(error: unknown, t: TFunction): Message {
  if (isMessage(error) && !isInternal(error)) return { message: error.message, hint: error.hint };
  return { message: t('app.unexpected'), hint: t('app.unexpectedHint') };
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

const isInternal = (error: object): boolean => 'code' in error && error.code === 'INTERNAL';
