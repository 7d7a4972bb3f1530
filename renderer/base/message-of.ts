import i18next, { type TFunction } from 'i18next';
import { isFault } from '../../shared/errors.ts';
import type { Details } from './fill-details.ts';

export interface Message {
  message: string;
  hint: string;
}

/** Returns an error in another language than the engine's, English, or null if there is no text for its code and details. */
type ErrorTranslator = (code: string, details: Details) => Message | null;

const translators = new Map<string, ErrorTranslator>();

/** Registers the translator of errors for a language, once its texts are loaded. */
export function addErrorTranslator(language: string, translator: ErrorTranslator): void {
  translators.set(language, translator);
}

/**
 * Returns an error's message and hint in the language of the page. An unexpected error gets a general text, as its
 * message is not meant for users.
 */
export function messageOf(error: unknown, t: TFunction): Message {
  if (!isMessage(error) || codeOf(error) === 'INTERNAL') {
    const space = i18next.language === 'zh' ? '' : ' ';
    return { message: t('terms.unexpected'), hint: [t('terms.unexpectedHint'), logText(error, t)].join(space).trim() };
  }
  const details = hasDetails(error) ? error.details : {};
  return translators.get(i18next.language)?.(codeOf(error), details) ?? error;
}

/** Whether an error is unexpected or a fault that its reader may want to report. */
export function isReportable(error: unknown): boolean {
  return !isMessage(error) || isFault(codeOf(error));
}

/** Names the log that has the details of an unexpected error. */
function logText(error: unknown, t: TFunction): string {
  const file = hasDetails(error) ? error.details.log : undefined;
  return typeof file === 'string' ? t('terms.unexpectedLog', { file }) : '';
}

function hasDetails(error: unknown): error is { details: Record<string, unknown> } {
  if (typeof error !== 'object' || error === null || !('details' in error)) return false;
  return typeof error.details === 'object' && error.details !== null;
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
