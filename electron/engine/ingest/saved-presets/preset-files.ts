import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PortraitError } from '../../../../shared/errors.ts';
import { writingError } from '../../files/export-file.ts';
import { Preset } from '../detect/preset.ts';
import { presets as builtIn } from '../detect/presets.ts';

export interface SavedPresets {
  readonly presets: Preset[];
  /** Files of the folder that are not valid presets, with the reasons. */
  readonly broken: { readonly file: string; readonly reason: string }[];
}

const folderOf = (home: string) => join(home, 'presets');
const fileOf = (home: string, name: string) => join(folderOf(home), `${name}.json`);

/**
 * Reads the user's presets from `presets/<name>.json` in the home folder, sorted by name. Unreadable files are reported
 * in `broken`.
 */
export function readSavedPresets(home: string): SavedPresets {
  const result: SavedPresets = { presets: [], broken: [] };
  const folder = folderOf(home);
  if (!existsSync(folder)) return result;
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue;
    try {
      result.presets.push(readPreset(join(folder, file), file.slice(0, -'.json'.length)));
    } catch (error) {
      result.broken.push({ file, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return result;
}

function readPreset(path: string, name: string): Preset {
  const { success, data, error } = Preset.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!success) {
    throw new Error(error.issues.map((issue) => `${issue.path.join('.') || 'preset'}: ${issue.message}`).join('; '));
  }
  if (data.name !== name) throw new Error(`it is called ${data.name} inside`);
  if (isBuiltIn(name)) throw new Error('a preset that comes with Portrait has this name');
  return data;
}

/** Saves a preset. Throws PRESET_EXISTS, CANNOT_WRITE and DISK_FULL. */
export function savePreset(home: string, preset: Preset, replace: boolean): void {
  const file = fileOf(home, preset.name);
  if (isBuiltIn(preset.name) || (!replace && existsSync(file))) throw presetExists(preset.name);
  try {
    mkdirSync(folderOf(home), { recursive: true });
    writeFileSync(`${file}.part`, `${JSON.stringify(preset, null, 2)}\n`);
    renameSync(`${file}.part`, file);
  } catch (error) {
    throw writingError(error, file);
  }
}

/** Deletes a saved preset. Throws PRESET_NOT_FOUND, also for built-in presets. */
export function removePreset(home: string, name: string): void {
  const file = fileOf(home, name);
  if (!existsSync(file)) throw presetNotFound(name);
  rmSync(file);
}

const isBuiltIn = (name: string) => builtIn.some((preset) => preset.name === name);

function presetExists(name: string): PortraitError {
  return new PortraitError({
    code: 'PRESET_EXISTS',
    message: `There is a preset “${name}” already.`,
    hint: isBuiltIn(name) ? 'It comes with Portrait: choose another name.' : 'Choose another name, or replace it.',
    details: { name },
  });
}

function presetNotFound(name: string): PortraitError {
  return new PortraitError({
    code: 'PRESET_NOT_FOUND',
    message: `There is no saved preset “${name}”.`,
    hint: 'See the list of presets; those that come with Portrait cannot be removed.',
    details: { name },
  });
}
