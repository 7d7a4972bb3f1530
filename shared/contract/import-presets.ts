import { z } from 'zod';
import { isReservedName } from '../domain/file-name.ts';
import { ErrorShape } from '../errors.ts';
import { MappingInput } from './import-file.ts';
import { method } from './method.ts';

/** Name of a preset, also of its file: letters, digits and hyphens, except names reserved by Windows. */
const PresetName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
  .refine((name) => !isReservedName(name), 'reserved by Windows');

const SavePreset = z.object({
  name: PresetName,
  title: z.string().min(1).max(100),
  /** Columns by which a file is recognised; all of them must be present. */
  columns: z.array(z.string().min(1).max(1000)).min(1).max(1000),
  mapping: MappingInput,
  separator: z.enum([',', '\t', ';', '|', ' ']).exactOptional(),
  /** Kind of file, if the mapping does not determine it. */
  fileKind: z.enum(['events', 'users', 'items', 'identities']).exactOptional(),
  /** Whether to replace a saved preset with this name. */
  replace: z.boolean().default(false),
});

export const importPresets = {
  /** Lists the built-in presets, then the user's own. Files that are not presets are listed with the error. */
  'ingest.presets': method(
    z.object({}),
    z.object({
      presets: z.array(z.object({ name: z.string(), title: z.string(), saved: z.boolean() })),
      broken: z.array(z.object({ file: z.string(), error: ErrorShape })),
    }),
  ),
  /** Saves a mapping for all workspaces; files with its columns are recognised from then on. */
  'ingest.savePreset': method(SavePreset, z.object({ name: z.string() })),
  'ingest.removePreset': method(z.object({ name: PresetName }), z.object({})),
  /** Restores a preset that was deleted since the program started. Throws PRESET_NOT_FOUND and PRESET_EXISTS. */
  'ingest.restorePreset': method(z.object({ name: PresetName }), z.object({})),
};
