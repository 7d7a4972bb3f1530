import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ErrorShape, errorShape, PortraitError } from '../../../../shared/errors.ts';
import { writeFileAtomic, writeJson } from '../../files/write-file-atomic.ts';
import { writingError } from '../../files/writing-error.ts';
import { Preset } from '../detect/preset.ts';
import { presets as builtIn } from '../detect/presets.ts';

export interface SavedPresets {
  readonly presets: Preset[];
  /** Files of the folder that are not valid presets, each with its PRESET_DAMAGED. */
  readonly broken: { readonly file: string; readonly error: ErrorShape }[];
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
      result.broken.push({ file, error: errorShape(error) });
    }
  }
  return result;
}

function readPreset(path: string, name: string): Preset {
  const { success, data, error } = Preset.safeParse(readJson(path));
  if (!success) {
    const fields = error.issues.map((issue) => issue.path.join('.') || 'preset');
    const reason = error.issues.map((issue, i) => `${fields[i]}: ${issue.message}`).join('; ');
    throw presetDamaged(path, 'fields', reason, fields);
  }
  if (data.name !== name) throw presetDamaged(path, 'name', `it is called ${data.name} inside`, [data.name]);
  if (isBuiltIn(name)) throw presetDamaged(path, 'built-in', 'a preset that comes with Portrait has this name', [name]);
  return data;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw presetDamaged(path, 'json', error instanceof Error ? error.message : String(error), []);
  }
}

/** `names` are the wrong fields, or the name of the preset; `reason` is for the English message. */
function presetDamaged(
  file: string,
  variant: 'fields' | 'name' | 'built-in' | 'json',
  reason: string,
  names: readonly string[],
): PortraitError {
  return new PortraitError({
    code: 'PRESET_DAMAGED',
    message: `${basename(file)} is not a valid format: ${reason}.`,
    hint: 'Correct the file, or delete it.',
    details: { file, variant, names },
  });
}

/** Saves a preset. Throws PRESET_EXISTS, CANNOT_WRITE and DISK_FULL. */
export function savePreset(home: string, preset: Preset, replace: boolean): void {
  const file = fileOf(home, preset.name);
  if (isBuiltIn(preset.name) || (!replace && existsSync(file))) throw presetExists(preset.name);
  try {
    mkdirSync(folderOf(home), { recursive: true });
    writeJson(file, preset);
  } catch (error) {
    throw writingError(error, file);
  }
}

/** Contents of the presets that were deleted since the program started, by file. */
const removedFiles = new Map<string, string>();

/** Deletes a saved preset. Throws PRESET_NOT_FOUND, also for built-in presets. */
export function removePreset(home: string, name: string): void {
  const file = fileOf(home, name);
  if (!existsSync(file)) throw presetNotFound(name);
  removedFiles.set(file, readFileSync(file, 'utf8'));
  rmSync(file);
}

/**
 * Restores the preset of this name that was deleted last. Throws PRESET_NOT_FOUND, PRESET_EXISTS, CANNOT_WRITE and
 * DISK_FULL.
 */
export function restorePreset(home: string, name: string): void {
  const file = fileOf(home, name);
  const text = removedFiles.get(file);
  if (text === undefined) throw presetNotFound(name);
  if (existsSync(file)) throw presetExists(name);
  try {
    writeFileAtomic(file, text);
  } catch (error) {
    throw writingError(error, file);
  }
  removedFiles.delete(file);
}

const isBuiltIn = (name: string) => builtIn.some((preset) => preset.name === name);

function presetExists(name: string): PortraitError {
  return new PortraitError({
    code: 'PRESET_EXISTS',
    message: `A format named “${name}” already exists.`,
    hint: isBuiltIn(name) ? 'It comes with Portrait: choose another name.' : 'Choose another name, or replace it.',
    details: { name, variant: isBuiltIn(name) ? 'built-in' : 'saved' },
  });
}

function presetNotFound(name: string): PortraitError {
  return new PortraitError({
    code: 'PRESET_NOT_FOUND',
    message: `There is no saved format “${name}”.`,
    hint: 'Choose one from the list. Formats that come with Portrait cannot be removed.',
    details: { name },
  });
}
