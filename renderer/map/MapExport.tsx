import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';
import { ExportMenu } from '../components/ExportMenu.tsx';
import type { MapContent } from './map-picture.ts';
import { pictureLegend } from './picture-legend.ts';

interface MapExportProps extends Omit<MapContent, 'legend'> {
  /** Returns the points as a CSV file. */
  csv: () => Promise<Blob>;
}

/** Menu that exports the visible part of a map as a picture, or all of its points as a table. */
export function MapExport({ csv, ...shown }: MapExportProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const content = (): MapContent => {
    const texts = { unknown: t('map.unknown'), number: format.compact };
    return { ...shown, legend: pictureLegend(shown.colouring.legend, shown.palette, texts) };
  };
  return (
    <ExportMenu
      label={t('map.name')}
      files={{
        png: async () => (await import('./map-picture.ts')).mapPng(content()),
        svg: async () => (await import('./map-picture.ts')).mapSvg(content()),
        csv,
      }}
    />
  );
}
