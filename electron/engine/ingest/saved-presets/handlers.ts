import type { Handlers } from '../../../../shared/contract/handlers.ts';
import { parseMapping } from '../../../../shared/domain/mapping-parse.ts';
import type { FilesContext } from '../../files/file-access.ts';
import { Preset } from '../detect/preset.ts';
import { presets as builtIn } from '../detect/presets.ts';
import { readSavedPresets, removePreset, restorePreset, savePreset } from './preset-files.ts';

export const presetHandlers = {
  'ingest.presets': (_input, { files }) => {
    const { presets, broken } = readSavedPresets(files.home);
    const toListing = (list: readonly Preset[], saved: boolean) =>
      list.map(({ name, title }) => ({ name, title, saved }));
    return { presets: [...toListing(builtIn, false), ...toListing(presets, true)], broken };
  },
  'ingest.savePreset': ({ name, title, columns, mapping, separator, fileKind, replace }, { files }) => {
    const file = {
      columns,
      mapping: typeof mapping === 'string' ? parseMapping(mapping) : mapping,
      whole: true,
      ...(fileKind === undefined ? {} : { kind: fileKind }),
    };
    const preset = { name, title, ...(separator === undefined ? {} : { separator }), files: [file] };
    savePreset(files.home, Preset.parse(preset), replace);
    return { name };
  },
  'ingest.removePreset': ({ name }, { files }) => {
    removePreset(files.home, name);
    return {};
  },
  'ingest.restorePreset': ({ name }, { files }) => {
    restorePreset(files.home, name);
    return {};
  },
} satisfies Partial<Handlers<FilesContext>>;
