import type { RejectionReason } from '../domain/rejection.ts';
import { fillText } from './fill-text.ts';
import { jsonFaults, rejections } from './rejections.ts';

/** Returns the reason for rejecting a row in English, without a full stop. */
export function rejectionText({ code, params }: RejectionReason): string {
  if (code === 'not-json') return fillText(rejections, code, { ...params, fault: jsonFaults[params.fault] });
  return fillText(rejections, code, { ...params });
}
