import { useTranslation } from 'react-i18next';
import { useConnection } from '../engine/connection.ts';

/** Failed attempts to reconnect after which waiting is no longer the advice. */
const ATTEMPTS_BEFORE_ADVICE = 6;

/** Returns a title and advice while the connection to the engine is lost: to wait, then to start Portrait again. */
export function useLostTexts(): { title: string; text: string; isLasting: boolean } {
  const { t } = useTranslation();
  const isLasting = useConnection((state) => state.attempts >= ATTEMPTS_BEFORE_ADVICE);
  return isLasting
    ? { title: t('app.cannotConnect'), text: t('app.cannotConnectHint'), isLasting }
    : { title: t('app.engineLost'), text: t('app.engineLostHint'), isLasting };
}
