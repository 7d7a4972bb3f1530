import { errors } from '../locales/zh/errors/index.ts';
import { type Details, fillDetails } from './fill-details.ts';
import { formatDetail } from './format-detail.ts';
import type { Message } from './message-of.ts';

/** Returns an error in Chinese, or null if there is no text for its code and details. */
export function chineseMessage(code: string, details: Details): Message | null {
  const text = Object.hasOwn(errors, code) ? errors[code] : undefined;
  if (!text) return null;
  const variant = typeof details.variant === 'string' ? text.variants?.[details.variant] : undefined;
  const message = fillDetails(variant?.message ?? text.message, details, formatDetail);
  const hint = fillDetails(variant?.hint ?? text.hint, details, formatDetail);
  return message === null || hint === null ? null : { message, hint };
}
