import type { Format } from './format.ts';

/** Values of the slots of a text. Numbers are formatted in the language of the format. */
export type SlotValues = Readonly<Record<string, string | number>>;

const SLOT = /\{\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}\}/g;

/**
 * Replaces each `{{name}}` by its value, and each `{{name|one|other}}` by the first word if the value is 1, otherwise
 * by the second.
 */
export function fillSlots(text: string, values: SlotValues, format: Format): string {
  const shown = (value: string | number | undefined, slot: string) =>
    typeof value === 'number' ? format.number(value) : (value ?? slot);
  return text.replaceAll(SLOT, (slot: string, name: string, one?: string, other?: string) =>
    one === undefined ? shown(values[name], slot) : values[name] === 1 ? one : (other ?? ''),
  );
}
