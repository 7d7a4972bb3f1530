import type { BriefLanguage } from '../../contract/brief.ts';
import { fillSlots, type SlotValues } from '../fill-slots.ts';
import { type Format, formatFor } from '../format.ts';
import { type BriefText, en } from './en.ts';
import { zh } from './zh.ts';

export type SayParams = SlotValues;

/** Makes the sentences of a brief in one language. */
export interface Say {
  (text: BriefText, params?: SayParams): string;
  readonly language: BriefLanguage;
  readonly format: Format;
}

const TEXTS = { en, zh } as const;

/** Returns the function that makes sentences in a language, with times in a zone and money in a currency. */
export function sayIn(language: BriefLanguage, zone: string, currency: string | null): Say {
  const format = formatFor(language, { eventZone: zone, timeZone: null, currency });
  const say = (text: BriefText, params: SayParams = {}) => fillSlots(TEXTS[language][text], params, format);
  return Object.assign(say, { language, format });
}

/** Whether a text exists, such as that of a code recorded by another version. */
export const isBriefText = (key: string): key is BriefText => Object.hasOwn(en, key);
