import { EVENT_FIELDS, type FieldWith, fieldsWith } from '../../../../shared/domain/event-fields.ts';

/** A field that events store. */
export type EventField = FieldWith<{ event: 'always' }> | MappedField;
/** A field that events store if the file has it. */
export type MappedField = FieldWith<{ event: 'mapped' }>;
/** A field that an event without a value takes from its item. */
export type ItemField = FieldWith<{ event: 'mapped'; item: true }>;

/** Fields that are read as texts; all others are numbers: ids, times and quantities. */
export type TextField = Extract<EventField, FieldWith<{ stored: 'text' }>>;
export type NumberField = Exclude<EventField, TextField>;

export const eventFields: readonly EventField[] = EVENT_FIELDS.flatMap((row) => ('event' in row ? row.field : []));
export const mappedFields: readonly MappedField[] = fieldsWith({ event: 'mapped' });

export const itemFields: readonly ItemField[] = fieldsWith({ event: 'mapped', item: true });

const texts: readonly string[] = fieldsWith({ stored: 'text' });

export const isTextField = (field: EventField): field is TextField => texts.includes(field);
export const isNumberField = (field: EventField): field is NumberField => !isTextField(field);
/** Whether events take the field from their item. */
export const isItemField = (field: string): field is ItemField => itemFields.some((itemField) => itemField === field);
