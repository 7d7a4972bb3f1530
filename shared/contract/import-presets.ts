import { z } from 'zod';
import { MappingInput } from './ingest.ts';
import { method } from './method.ts';

/** The name of a preset, which is also that of its file: letters, digits and hyphens, and no name that a system keeps for itself. */
const PresetName = z.string().regex(/^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9][a-z0-9-]{0,39}$/);

const SavePreset = z.object({
  name: PresetName,
  title: z.string().min(1).max(100),
  /** The columns by which a file is recognised; all of them must be there. */
  columns: z.array(z.string().min(1).max(1000)).min(1).max(1000),
  mapping: MappingInput,
  separator: z.enum([',', '\t', ';', '|', ' ']).exactOptional(),
  /** What the file holds, where the mapping does not tell. */
  fileKind: z.enum(['events', 'users', 'items', 'identities']).exactOptional(),
  /** Takes the place of a saved preset of this name. */
  replace: z.boolean().default(false),
});

export const importPresets = {
  /** The presets that come with Portrait, then the user's own; files of theirs that cannot be read are named with why. */
  'ingest.presets': method(
    z.object({}),
    z.object({
      presets: z.array(z.object({ name: z.string(), title: z.string(), saved: z.boolean() })),
      broken: z.array(z.object({ file: z.string(), reason: z.string() })),
    }),
  ),
  /** Keeps a mapping for all workspaces; files with its columns are recognised from then on. */
  'ingest.savePreset': method(SavePreset, z.object({ name: z.string() })),
  'ingest.removePreset': method(z.object({ name: PresetName }), z.object({})),
};
