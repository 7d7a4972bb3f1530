import type { ColumnProfile, ExaminedFile } from '../../../../shared/contract/examine.ts';
import type { Preview } from '../../../../shared/contract/import-preview.ts';
import type { PersonalKind, PrivacyChoice } from '../../../../shared/domain/cleaning.ts';
import { usesOf } from './with-field.ts';

/**
 * A row of the columns table: from the profile of the whole file if it was examined, else from the preview of its
 * start.
 */
export interface ColumnRow {
  name: string;
  type: ColumnProfile['type'];
  uses: ReturnType<typeof usesOf>;
  examples: readonly string[];
  /** Fraction of the rows in which it is empty. */
  missing: number;
  /** Number of distinct values; null if only the start of the file was read. */
  distinct: number | null;
  personal: PersonalKind | null;
  /** Default handling of a personal column; null if it is not known yet. */
  privacy: PrivacyChoice | null;
  profile: ColumnProfile | null;
}

export function columnRows({ columns, mapping }: Preview, examinedFile: ExaminedFile | undefined): ColumnRow[] {
  const profiles = new Map(examinedFile?.columns.map((column) => [column.name, column]));
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
