import amplitude from '../../../../resources/presets/amplitude.json' with { type: 'json' };
import cdnow from '../../../../resources/presets/cdnow.json' with { type: 'json' };
import ga4 from '../../../../resources/presets/ga4.json' with { type: 'json' };
import mixpanel from '../../../../resources/presets/mixpanel.json' with { type: 'json' };
import movielens from '../../../../resources/presets/movielens.json' with { type: 'json' };
import olist from '../../../../resources/presets/olist.json' with { type: 'json' };
import onlineRetail from '../../../../resources/presets/online-retail.json' with { type: 'json' };
import posthog from '../../../../resources/presets/posthog.json' with { type: 'json' };
import recbole from '../../../../resources/presets/recbole.json' with { type: 'json' };
import rees46 from '../../../../resources/presets/rees46.json' with { type: 'json' };
import retailrocket from '../../../../resources/presets/retailrocket.json' with { type: 'json' };
import rudderstack from '../../../../resources/presets/rudderstack.json' with { type: 'json' };
import sample from '../../../../resources/presets/sample.json' with { type: 'json' };
import segment from '../../../../resources/presets/segment.json' with { type: 'json' };
import sequences from '../../../../resources/presets/sequences.json' with { type: 'json' };
import shopify from '../../../../resources/presets/shopify.json' with { type: 'json' };
import taobao from '../../../../resources/presets/taobao.json' with { type: 'json' };
import woocommerce from '../../../../resources/presets/woocommerce.json' with { type: 'json' };
import { nearestNames } from '../../../../shared/domain/nearest-names.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { Preset, type PresetFile } from './preset.ts';

/** In the order in which people are shown them. */
export const presets: readonly Preset[] = [
  ...[
    ga4,
    segment,
    rudderstack,
    posthog,
    mixpanel,
    amplitude,
    shopify,
    woocommerce,
    taobao,
    rees46,
    retailrocket,
    olist,
  ],
  ...[onlineRetail, movielens, recbole, cdnow, sequences, sample],
].map((one) => Preset.parse(one));

export const isPreset = (name: string, saved: readonly Preset[] = []) =>
  [...presets, ...saved].some((one) => one.name === name.toLowerCase());

/** One of those that come with Portrait, or of the user's own (`saved`). Throws UNKNOWN_PRESET. */
export function presetNamed(name: string, saved: readonly Preset[] = []): Preset {
  const preset = [...presets, ...saved].find((one) => one.name === name.toLowerCase());
  if (preset) return preset;
  const names = [...presets, ...saved].map((one) => one.name);
  const near = nearestNames(name, names, 1).map((one) => `Did you mean “${one}”? `);
  throw new PortraitError({
    code: 'UNKNOWN_PRESET',
    message: `There is no preset “${name}”.`,
    hint: `${near.join('')}There are ${names.join(', ')}.`,
    details: { preset: name, presets: names },
  });
}

/** What a file looks like: its columns or, without a header, only their number, and its first rows. */
export interface Face {
  readonly columns: readonly string[];
  readonly header: boolean;
  readonly typed: boolean;
  readonly rows: readonly (readonly string[])[];
}

/** The file of a preset that looks like this one: the one with the most columns in common, all of them present. */
export function presetFile(preset: Preset, face: Face): PresetFile | null {
  const fits = preset.files.filter((file) => {
    const { columns, typed, cells } = file;
    if (typed && !face.typed) return false;
    if (columns.length > 0) return face.header && columns.every((column) => face.columns.includes(column));
    return !cells || looksLike(cells, face);
  });
  return fits.sort((a, b) => b.columns.length - a.columns.length)[0] ?? null;
}

/** The preset whose file this is, by its header or its cells alone; the one with the most columns in common. */
export function recognisePreset(
  face: Face,
  saved: readonly Preset[] = [],
): { preset: Preset; file: PresetFile } | null {
  const found = [...presets, ...saved].flatMap((preset) => {
    const file = presetFile(preset, face);
    return file && (file.columns.length > 0 || file.cells) ? [{ preset, file }] : [];
  });
  return found.sort((a, b) => b.file.columns.length - a.file.columns.length)[0] ?? null;
}

/** Whether a row names all columns of a preset's file. */
export function isPresetHeader(row: readonly string[], saved: readonly Preset[]): boolean {
  const files = [...presets, ...saved].flatMap(({ files: all }) => all);
  const cells = row.map((cell) => cell.trim());
  return files.some(({ columns }) => columns.length > 1 && columns.every((column) => cells.includes(column)));
}

/** Whether all rows have cells of these forms. */
function looksLike(cells: readonly string[], { header, columns, rows }: Face): boolean {
  if (header || columns.length !== cells.length || rows.length === 0) return false;
  const forms = cells.map((cell) => new RegExp(`^(?:${cell || '.*'})$`));
  return rows.every((row) => forms.every((form, c) => form.test((row[c] ?? '').trim())));
}
