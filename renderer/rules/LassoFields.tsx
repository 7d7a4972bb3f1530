import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LassoDraft } from './draft.ts';
import { LassoSketch } from './LassoSketch.tsx';
import { cornersText, parseCorners } from './lasso-corners.ts';
import { MapSelect } from './MapSelect.tsx';

interface LassoFieldsProps {
  condition: LassoDraft;
  onChange: (condition: LassoDraft) => void;
}

/** Fields of a condition on an area of a map: the map, a drawing of the area, and the coordinates of its corners. */
export function LassoFields({ condition, onChange }: LassoFieldsProps) {
  const { t } = useTranslation();
  const { map, corners } = condition;
  const polygon = parseCorners(corners);
  return (
    <>
      <MapSelect value={map} onChange={(id) => onChange({ ...condition, map: id, corners: '' })} />
      <TextInput
        size="xs"
        w={260}
        aria-label={t('rules.corners')}
        placeholder={t('rules.cornersPlaceholder')}
        value={corners}
        onChange={(event) => onChange({ ...condition, corners: event.currentTarget.value })}
        error={polygon === null}
        spellCheck={false}
      />
      {map !== '' && (
        <LassoSketch
          map={map}
          polygon={polygon ?? []}
          onDraw={(drawn) => onChange({ ...condition, corners: cornersText(drawn) })}
        />
      )}
    </>
  );
}
