import { use, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, formatFor } from '../../shared/texts/format.ts';
import { RegionalContext } from './regional.ts';

export { type Format, formatFor };

/** Returns the format for the language of the page and the settings of the workspace. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const regional = use(RegionalContext);
  return useMemo(() => formatFor(i18n.language, regional), [i18n.language, regional]);
}
