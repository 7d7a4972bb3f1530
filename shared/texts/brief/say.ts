import type { BriefLanguage } from '../../contract/brief.ts';
import { type Format, formatFor } from '../format.ts';
import { type BriefText, en } from './en.ts';
import { zh } from './zh.ts';

export type SayParams = Readonly<Record<string, string | number>>;

/** Makes the sentences of a brief in one language. */
export interface Say {
  (text: BriefText, params?: SayParams): string;
  readonly language: BriefLanguage;
  readonly format: Format;
}

const TEXTS = { en, zh } as const;
const SLOT = /\{\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}\}/g;

/** Returns the function that makes sentences in a language, with times in a zone and money in a currency. */
export function sayIn(language: BriefLanguage, zone: string, currency: string | null): Say {
  const format = formatFor(language, { eventZone: zone, timeZone: null, currency });
  const shown = (value: string | number | undefined, slot: string) =>
    typeof value === 'number' ? format.number(value) : (value ?? slot);
  const say = (text: BriefText, params: SayParams = {}) =>
    TEXTS[language][text].replaceAll(SLOT, (slot: string, name: string, one?: string, other?: string) =>
      one === undefined ? shown(params[name], slot) : params[name] === 1 ? one : (other ?? ''),
    );
  return Object.assign(say, { language, format });
}

/** Whether a text exists, such as that of a code recorded by another version. */
export const isBriefText = (key: string): key is BriefText => Object.hasOwn(en, key);
