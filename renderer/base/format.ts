import { use } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, formatFor } from '../../shared/texts/format.ts';
import { type Regional, RegionalContext } from './regional.ts';

export { type Format, formatFor };

const formatsByRegion = new WeakMap<Regional, Map<string, Format>>();

/** Returns the format for the language of the page and the settings of the workspace. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return sharedFormat(i18n.language, use(RegionalContext));
}

/** Creates a format only once for all components, since that takes a millisecond, and a page has hundreds of them. */
function sharedFormat(language: string, regional: Regional): Format {
  const formats = formatsByRegion.get(regional) ?? new Map<string, Format>();
  const format = formats.get(language) ?? formatFor(language, regional);
  formatsByRegion.set(regional, formats.set(language, format));
  return format;
}
