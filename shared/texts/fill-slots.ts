import type { Format } from './format.ts';

/** Values of the slots of a text; a number is written in the format of the language. */
export type SlotValues = Readonly<Record<string, string | number>>;

const SLOT = /\{\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}\}/g;

/** Replaces each `{{name}}` of a text by a value, and each `{{name|one|other}}` by the first word if the value is 1, else the second. */
export function fillSlots(text: string, values: SlotValues, format: Format): string {
  const shown = (value: string | number | undefined, slot: string) =>
    typeof value === 'number' ? format.number(value) : (value ?? slot);
  return text.replaceAll(SLOT, (slot: string, name: string, one?: string, other?: string) =>
    one === undefined ? shown(values[name], slot) : values[name] === 1 ? one : (other ?? ''),
  );
}
