import adobe from '../../../../resources/presets/adobe.json' with { type: 'json' };
import amazon from '../../../../resources/presets/amazon.json' with { type: 'json' };
import amplitude from '../../../../resources/presets/amplitude.json' with { type: 'json' };
import cdnow from '../../../../resources/presets/cdnow.json' with { type: 'json' };
import doudian from '../../../../resources/presets/doudian.json' with { type: 'json' };
import ebay from '../../../../resources/presets/ebay.json' with { type: 'json' };
import etsy from '../../../../resources/presets/etsy.json' with { type: 'json' };
import ga4 from '../../../../resources/presets/ga4.json' with { type: 'json' };
import jd from '../../../../resources/presets/jd.json' with { type: 'json' };
import magento from '../../../../resources/presets/magento.json' with { type: 'json' };
import matomo from '../../../../resources/presets/matomo.json' with { type: 'json' };
import mixpanel from '../../../../resources/presets/mixpanel.json' with { type: 'json' };
import movielens from '../../../../resources/presets/movielens.json' with { type: 'json' };
import olist from '../../../../resources/presets/olist.json' with { type: 'json' };
import onlineRetail from '../../../../resources/presets/online-retail.json' with { type: 'json' };
import paypal from '../../../../resources/presets/paypal.json' with { type: 'json' };
import pinduoduo from '../../../../resources/presets/pinduoduo.json' with { type: 'json' };
import posthog from '../../../../resources/presets/posthog.json' with { type: 'json' };
import prestashop from '../../../../resources/presets/prestashop.json' with { type: 'json' };
import recbole from '../../../../resources/presets/recbole.json' with { type: 'json' };
import rees46 from '../../../../resources/presets/rees46.json' with { type: 'json' };
import retailrocket from '../../../../resources/presets/retailrocket.json' with { type: 'json' };
import rudderstack from '../../../../resources/presets/rudderstack.json' with { type: 'json' };
import sample from '../../../../resources/presets/sample.json' with { type: 'json' };
import segment from '../../../../resources/presets/segment.json' with { type: 'json' };
import sequences from '../../../../resources/presets/sequences.json' with { type: 'json' };
import shopify from '../../../../resources/presets/shopify.json' with { type: 'json' };
import square from '../../../../resources/presets/square.json' with { type: 'json' };
import squarespace from '../../../../resources/presets/squarespace.json' with { type: 'json' };
import stripe from '../../../../resources/presets/stripe.json' with { type: 'json' };
import taobao from '../../../../resources/presets/taobao.json' with { type: 'json' };
import taobaoOrders from '../../../../resources/presets/taobao-orders.json' with { type: 'json' };
import woocommerce from '../../../../resources/presets/woocommerce.json' with { type: 'json' };
import youzan from '../../../../resources/presets/youzan.json' with { type: 'json' };
import { nearestNames } from '../../../../shared/domain/nearest-names.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { localisePresetFile } from './localise-preset.ts';
import { Preset, type PresetFile } from './preset.ts';

/** The built-in presets, in display order. */
export const presets: readonly Preset[] = [
  ga4,
  segment,
  rudderstack,
  posthog,
  mixpanel,
  amplitude,
  shopify,
  woocommerce,
  paypal,
  etsy,
  ebay,
  amazon,
  square,
  stripe,
  magento,
  prestashop,
  squarespace,
  taobaoOrders,
  pinduoduo,
  doudian,
  jd,
  youzan,
  matomo,
  adobe,
  taobao,
  rees46,
  retailrocket,
  olist,
  onlineRetail,
  movielens,
  recbole,
  cdnow,
  sequences,
  sample,
].map((json) => Preset.parse(json));

export const isPreset = (name: string, saved: readonly Preset[] = []) =>
  [...presets, ...saved].some((preset) => preset.name === name.toLowerCase());

/** Returns a built-in preset or one of the user's own (`saved`). Throws UNKNOWN_PRESET. */
export function requirePreset(name: string, saved: readonly Preset[] = []): Preset {
  const preset = [...presets, ...saved].find((candidate) => candidate.name === name.toLowerCase());
  if (preset) return preset;
  const names = [...presets, ...saved].map((candidate) => candidate.name);
  const nearest = nearestNames(name, names, 1);
  const near = nearest.map((preset) => `Did you mean “${preset}”? `);
  throw new PortraitError({
    code: 'UNKNOWN_PRESET',
    message: `The format “${name}” does not exist.`,
    hint: `${near.join('')}Available formats: ${names.join(', ')}.`,
    details: { preset: name, nearest, presets: names },
  });
}

/** The columns (unnamed without a header) and the first rows of a table. */
export interface TableSample {
  readonly columns: readonly string[];
  readonly header: boolean;
  readonly typed: boolean;
  readonly rows: readonly (readonly string[])[];
}

/** Returns the file of a preset that matches the table; if several do, the one with the most columns. */
export function matchPresetFile(preset: Preset, table: TableSample): PresetFile | null {
  const matches = preset.files.flatMap((file) => {
    const { columns, typed, cells } = file;
    if (typed && !table.typed) return [];
    if (columns.length > 0) return (table.header && localisePresetFile(file, table.columns)) || [];
    return !cells || matchesCells(cells, table) ? file : [];
  });
  return matches.sort((a, b) => b.columns.length - a.columns.length)[0] ?? null;
}

/**
 * Returns the preset and its file that match the table by its header or cells; if several do, the one with the most
 * columns.
 */
export function recognisePreset(
  table: TableSample,
  saved: readonly Preset[] = [],
): { preset: Preset; file: PresetFile } | null {
  const matches = [...presets, ...saved].flatMap((preset) => {
    const file = matchPresetFile(preset, table);
    return file && (file.columns.length > 0 || file.cells) ? [{ preset, file }] : [];
  });
  return matches.sort((a, b) => b.file.columns.length - a.file.columns.length)[0] ?? null;
}

/** Whether a row contains all column names of a file of a preset. */
export function isPresetHeader(row: readonly string[], saved: readonly Preset[]): boolean {
  const files = [...presets, ...saved].flatMap(({ files: all }) => all);
  const cells = row.map((cell) => cell.trim());
  return files.some((file) => file.columns.length > 1 && localisePresetFile(file, cells) !== null);
}

/** Whether all rows match the cell patterns. */
function matchesCells(cells: readonly string[], { header, columns, rows }: TableSample): boolean {
  if (header || columns.length !== cells.length || rows.length === 0) return false;
  const patterns = cells.map((cell) => new RegExp(`^(?:${cell || '.*'})$`));
  return rows.every((row) => patterns.every((pattern, c) => pattern.test((row[c] ?? '').trim())));
}
