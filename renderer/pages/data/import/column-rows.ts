import type { ColumnProfile, ExaminedFile } from '../../../../shared/contract/examine.ts';
import type { Preview } from '../../../../shared/contract/ingest.ts';
import type { PersonalKind, PrivacyChoice } from '../../../../shared/domain/cleaning.ts';
import { usesOf } from './with-field.ts';

/** A column as it is listed: from the whole file where it was examined, else from its head. */
export interface ColumnRow {
  name: string;
  type: ColumnProfile['type'];
  uses: ReturnType<typeof usesOf>;
  examples: readonly string[];
  /** Share of the rows in which it is empty. */
  missing: number;
  /** Different values; null where only the head was read. */
  distinct: number | null;
  personal: PersonalKind | null;
  /** What is done with it by default; null where that is not known yet. */
  privacy: PrivacyChoice | null;
  profile: ColumnProfile | null;
}

export function columnRows({ columns, mapping }: Preview, examined: ExaminedFile | undefined): ColumnRow[] {
  const profiles = new Map(examined?.columns.map((column) => [column.name, column]));
  return columns.map(({ name, type, examples, missing, personal }) => {
    const profile = profiles.get(name) ?? null;
    return {
      name,
      type: profile?.type ?? type,
      uses: usesOf(mapping, name, profile?.use ?? null),
      examples: profile && profile.top.length > 0 ? profile.top.map(({ value }) => value) : examples,
      missing: profile ? profile.missing / Math.max(1, profile.rows) : missing,
      distinct: profile?.distinct ?? null,
      personal: profile?.personal ?? personal,
      privacy: profile?.privacy ?? null,
      profile,
    };
  });
}
