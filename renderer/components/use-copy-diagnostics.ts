import { useTranslation } from 'react-i18next';
import { diagnosticsText } from '../../shared/domain/diagnostics-text.ts';
import { notifyDone, notifyError } from '../base/notify.tsx';
import { call } from '../engine/use-call.ts';
import { copyText } from './copy-text.ts';

/** Returns a function that copies the diagnostics to the clipboard and notifies the user. */
export function useCopyDiagnostics(): () => void {
  const { t } = useTranslation();
  const copy = async () => {
    try {
      await copyText(diagnosticsText(await call('diagnostics.get', {})));
      notifyDone(t('terms.diagnostics.copied'), t('terms.diagnostics.copiedText'));
    } catch {
      notifyError({ message: t('terms.diagnostics.notCopied'), hint: t('terms.diagnostics.notCopiedHint') });
    }
  };
  return () => void copy();
}
