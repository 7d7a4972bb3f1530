import { RejectionReason } from '../../shared/domain/rejection.ts';
import { fillText } from '../../shared/texts/fill-text.ts';
import { jsonFaults, rejections } from '../locales/zh/data/rejections.ts';
import { words } from '../locales/zh/errors/words.ts';
import { baseName } from './base-name.ts';
import { formatFor } from './format.ts';

const MAX_LISTED = 20;

const format = formatFor('zh');
const numbers = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 12 });

/** Formats of a single value by name. */
const formats: Readonly<Record<string, (value: unknown) => string>> = {
  plain: String,
  file: (value) => baseName(String(value)),
  quoted: (value) => `“${value}”`,
  bytes: (value) => format.bytes(Number(value)),
  percent: (value) => format.percent(Number(value)),
  time: (value) => format.dateTime(Date.parse(String(value))),
  rejection: rejectionText,
};

/**
 * Formats a detail of an error in Chinese. Numbers are grouped, lists joined and shortened; `or` joins alternatives, and
 * `shape` the sizes of an array. The other formats are those of single values and the names of `words`.
 */
export function formatDetail(value: unknown, name?: string): string {
  if (!Array.isArray(value)) return formatValue(value, name);
  if (name === 'shape') return `(${value.join('×')})`;
  const parts = value.slice(0, MAX_LISTED).map((part) => formatValue(part, name));
  if (value.length > MAX_LISTED) return `${parts.join('、')}等 ${numbers.format(value.length)} 项`;
  return new Intl.ListFormat('zh-CN', { type: name === 'or' ? 'disjunction' : 'conjunction' }).format(parts);
}

function formatValue(value: unknown, name = ''): string {
  if (Object.hasOwn(formats, name)) return formats[name]!(value);
  if (typeof value === 'number') return numbers.format(value);
  return words[name]?.[String(value)] ?? String(value);
}

function rejectionText(value: unknown): string {
  const { data } = RejectionReason.safeParse(value);
  if (!data) return '';
  const { code, params } = data;
  if (code === 'not-json') return fillText(rejections, code, { ...params, fault: jsonFaults[params.fault] });
  return fillText(
    rejections,
    code,
    'field' in params ? { ...params, field: formatValue(params.field, 'field') } : params,
  );
}
