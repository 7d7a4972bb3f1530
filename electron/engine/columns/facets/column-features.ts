import type { Database } from 'better-sqlite3';
import { type Measure, measures } from '../../../../shared/domain/rule.ts';
import { eventZone } from '../../store/events/event-zone.ts';
import { namesById } from '../../store/names/name-lookup.ts';
import type { AttributeColumn } from '../attribute-columns.ts';
import type { Columns } from '../columns.ts';
import { NO_HOUR } from '../hours.ts';
import { type BinnedFeature, binnedFeature } from './bins.ts';
import { type Feature, singleFeature } from './feature.ts';
import { presenceFeature } from './presence.ts';
import { topCategories } from './top-categories.ts';

/** A feature whose values have names, such as brands. */
export interface NamedFeature {
  readonly feature: Feature;
  nameOf(value: number): string;
}

/** An attribute: its values or, if they are numbers, its histogram. */
export interface AttributeFeature {
  readonly name: string;
  readonly values: NamedFeature | null;
  readonly bins: BinnedFeature | null;
}

/** Features that depend only on users and events; computed once. */
export interface ColumnFeatures {
  readonly measures: readonly { readonly name: Measure; readonly bins: BinnedFeature }[];
  readonly action: NamedFeature;
  readonly category: NamedFeature;
  readonly brand: NamedFeature;
  readonly hour: Feature;
  readonly attributes: readonly AttributeFeature[];
}

export function columnFeatures(db: Database, columns: Columns): ColumnFeatures {
  const { events, maxIds } = columns;
  const { offsets } = events;
  const tops = topCategories(namesById(db, 'categories'), maxIds.category);
  const hours = columns.hours(eventZone(db));
  const hourValues = Int32Array.from({ length: NO_HOUR + 1 }, (_, hour) => (hour === NO_HOUR ? 0 : hour + 1));
  return {
    measures: measures.flatMap((name) => {
      const values = columns.measure(name);
      const bins = values.some((value) => value !== 0) ? binnedFeature(values) : null;
      return bins ? [{ name, bins }] : [];
    }),
    action: idFeature(db, 'actions', presenceFeature(offsets, events.action, ...eachId(maxIds.action))),
    category: {
      feature: presenceFeature(offsets, events.category, tops.valueByCode, tops.names.length),
      nameOf: (value) => tops.names[value]!,
    },
    brand: idFeature(db, 'brands', presenceFeature(offsets, events.brand, ...eachId(maxIds.brand))),
    hour: presenceFeature(offsets, hours, hourValues, NO_HOUR),
    attributes: [...namesById(db, 'attributes')].flatMap(([id, name]) => {
      const column = columns.attributes.get(id);
      return column ? [attributeFeature(name, column)] : [];
    }),
  };
}

/** Maps each id to a value of its own. */
function eachId(maxId: number): [valueByCode: Int32Array, values: number] {
  return [Int32Array.from({ length: maxId + 1 }, (_, id) => id), maxId];
}

function idFeature(db: Database, table: 'actions' | 'brands', feature: Feature): NamedFeature {
  const names = namesById(db, table);
  return { feature, nameOf: (value) => names.get(value + 1) ?? '' };
}

/** An attribute is binned if at least this share of its values are numbers, and at least this many are distinct. */
const NUMBERS = { share: 0.9, least: 12 };

function attributeFeature(name: string, { codes, values, numbers }: AttributeColumn): AttributeFeature {
  const numeric = numbers.reduce((count, number) => count + (Number.isNaN(number) ? 0 : 1), 0);
  if (numeric >= NUMBERS.least && numeric >= NUMBERS.share * values.length) {
    const bins = binnedFeature(Float64Array.from(codes, (code) => (code === 0 ? Number.NaN : numbers[code - 1]!)));
    if (bins) return { name, values: null, bins };
  }
  return {
    name,
    values: { feature: singleFeature(codes, values.length), nameOf: (value) => values[value]! },
    bins: null,
  };
}
