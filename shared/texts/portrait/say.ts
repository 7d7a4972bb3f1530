import { fillSlots, type SlotValues } from '../fill-slots.ts';
import type { Format } from '../format.ts';
import { en, type PortraitText } from './en.ts';
import { zh } from './zh.ts';

/** Returns a text of a portrait in one language, with its slots filled. */
export type SayPortrait = (text: PortraitText, values?: SlotValues) => string;

export function sayPortraitIn(language: string, format: Format): SayPortrait {
  const texts = language === 'zh' ? zh : en;
  return (text, values = {}) => fillSlots(texts[text], values, format);
}
