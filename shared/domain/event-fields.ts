/** Traits of a field of a row. */
interface FieldTraits {
  readonly field: string;
  /** How values are stored: as the id of a name, in milliseconds since the epoch, as a number, as text or as a hash. */
  readonly stored: 'id' | 'time' | 'number' | 'text' | 'hash';
  /** The table of the names that the ids refer to. */
  readonly dictionary?: string;
  /** Events have the field: `always`, or only if it is `mapped`. Absent if it is not stored with events. */
  readonly event?: 'always' | 'mapped';
  /** Items have the field: an event without a value takes that of its item. */
  readonly item?: true;
  /** Two events of the same user and time are different if their values differ. */
  readonly distinctive?: true;
  /** Prose, in which white space and line breaks are significant. */
  readonly freeText?: true;
}

/**
 * The fields of a row in a behaviour export, and how events store them: each has a column of its name in the table
 * `events`. A file names its sessions; events store the id. `price` is per unit, `amount` the total of the row after
 * `discount`. `event_id` is the event's own id, of which only a hash is stored. `alias` is another identifier of the
 * user, such as the anonymous id before a login.
 */
export const EVENT_FIELDS = [
  { field: 'user', stored: 'id', dictionary: 'users', event: 'always' },
  { field: 'time', stored: 'time', event: 'always' },
  { field: 'action', stored: 'id', dictionary: 'actions', event: 'always', distinctive: true },
  { field: 'item', stored: 'id', dictionary: 'items', event: 'mapped', distinctive: true },
  { field: 'category', stored: 'id', dictionary: 'categories', event: 'mapped', item: true, distinctive: true },
  { field: 'brand', stored: 'id', dictionary: 'brands', event: 'mapped', item: true, distinctive: true },
  { field: 'price', stored: 'number', event: 'mapped', item: true, distinctive: true },
  { field: 'amount', stored: 'number', event: 'mapped', distinctive: true },
  { field: 'quantity', stored: 'number', event: 'mapped', distinctive: true },
  { field: 'rating', stored: 'number', event: 'mapped', distinctive: true },
  { field: 'text', stored: 'text', event: 'mapped', distinctive: true, freeText: true },
  { field: 'session', stored: 'text', event: 'always', distinctive: true },
  { field: 'title', stored: 'text', item: true },
  { field: 'title_en', stored: 'text', item: true },
  { field: 'order_id', stored: 'text', event: 'mapped', distinctive: true },
  { field: 'discount', stored: 'number', event: 'mapped', distinctive: true },
  { field: 'currency', stored: 'text', event: 'mapped', distinctive: true },
  { field: 'channel', stored: 'id', dictionary: 'channels', event: 'mapped', distinctive: true },
  { field: 'campaign', stored: 'id', dictionary: 'campaigns', event: 'mapped', distinctive: true },
  { field: 'event_id', stored: 'hash', event: 'mapped', distinctive: true },
  { field: 'alias', stored: 'text' },
] as const satisfies readonly FieldTraits[];

type Row = (typeof EVENT_FIELDS)[number];
type Traits = Partial<FieldTraits>;

/** A field that has some traits. */
export type FieldWith<T extends Traits> = Extract<Row, T>['field'];

/** Returns the fields that have some traits, in the order of the table. */
export function fieldsWith<const T extends Traits>(traits: T): FieldWith<T>[] {
  const names = rowsWith(traits).map(({ field }): Row['field'] => field);
  return EVENT_FIELDS.map(({ field }) => field).filter((field): field is FieldWith<T> => names.includes(field));
}

/** Returns the rows of the fields that have some traits, in the order of the table. */
export function rowsWith<const T extends Traits>(traits: T): Extract<Row, T>[] {
  return EVENT_FIELDS.filter((row): row is Extract<Row, T> => {
    const values: Readonly<Record<string, unknown>> = row;
    return Object.entries(traits).every(([trait, value]) => values[trait] === value);
  });
}
