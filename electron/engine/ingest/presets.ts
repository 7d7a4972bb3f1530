import { z } from 'zod';
import cdnow from '../../../resources/presets/cdnow.json' with { type: 'json' };
import recbole from '../../../resources/presets/recbole.json' with { type: 'json' };
import rees46 from '../../../resources/presets/rees46.json' with { type: 'json' };
import sample from '../../../resources/presets/sample.json' with { type: 'json' };
import sequences from '../../../resources/presets/sequences.json' with { type: 'json' };
import { Mapping } from '../../../shared/domain/mapping.ts';
import { nearestNames } from '../../../shared/domain/nearest.ts';
import { PortraitError } from '../../../shared/errors.ts';

/** One file of a source, recognised by its header's columns or, where it has none, by the width of its rows. */
const PresetFile = z.strictObject({
  columns: z.array(z.string()).default([]),
  /** Whether the header says types, as in `user_id:token`. */
  typed: z.boolean().default(false),
  width: z.number().int().exactOptional(),
  /** What it leaves out is guessed. */
  mapping: Mapping,
});
export type PresetFile = z.infer<typeof PresetFile>;

const Preset = z.strictObject({
  name: z.string(),
  title: z.string(),
  separator: z.enum([',', '\t', ';', '|', ' ']).exactOptional(),
  layout: z.enum(['rows', 'sequences']).default('rows'),
  files: z.array(PresetFile).min(1),
});
export type Preset = z.infer<typeof Preset>;

export const presets: readonly Preset[] = [rees46, cdnow, recbole, sequences, sample].map((one) => Preset.parse(one));

/** Throws UNKNOWN_PRESET. */
export function presetNamed(name: string): Preset {
  const preset = presets.find((one) => one.name === name.toLowerCase());
  if (preset) return preset;
  const names = presets.map((one) => one.name);
  const near = nearestNames(name, names, 1).map((one) => `Did you mean “${one}”? `);
  throw new PortraitError({
    code: 'UNKNOWN_PRESET',
    message: `There is no preset “${name}”.`,
    hint: `${near.join('')}There are ${names.join(', ')}.`,
    details: { preset: name, presets: names },
  });
}

/** What a file's first row looks like: its columns, or only its width where it has no header. */
export interface Face {
  readonly columns: readonly string[];
  readonly header: boolean;
  readonly typed: boolean;
}

/** The file of a preset that looks like this one: the one with the most columns in common, all of them present. */
export function presetFile(preset: Preset, face: Face): PresetFile | null {
  const fits = preset.files.filter(({ columns, typed, width }) => {
    if (typed && !face.typed) return false;
    if (columns.length > 0) return face.header && columns.every((column) => face.columns.includes(column));
    return width === undefined || (!face.header && width === face.columns.length);
  });
  return fits.sort((a, b) => b.columns.length - a.columns.length)[0] ?? null;
}

/** The preset whose file this is, by its header alone. */
export function recognisePreset(face: Face): { preset: Preset; file: PresetFile } | null {
  for (const preset of presets) {
    const file = presetFile(preset, face);
    if (file && file.columns.length > 0) return { preset, file };
  }
  return null;
}
