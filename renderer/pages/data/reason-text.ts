import type { TFunction } from 'i18next';
import type { RejectionReason } from '../../../shared/domain/rejection.ts';

/** Returns the reason for rejecting a row in the language of the page. */
export function reasonText(t: TFunction, { code, params }: RejectionReason): string {
  if (code === 'not-json') {
    return t('data.rejections.not-json', { position: params.position, fault: t(`data.jsonFaults.${params.fault}`) });
  }
  return t(
    `data.rejections.${code}`,
    'field' in params ? { ...params, field: t(`data.fields.${params.field}`) } : params,
  );
}
