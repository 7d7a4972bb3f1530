import { Box, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { csvFile } from '../../components/csv-file.ts';
import { mapPalette } from '../../components/map-palette.ts';
import { usePalette } from '../../components/use-palette.ts';
import { clusterAnchors } from '../../map/anchors.ts';
import { clusterColouring, numberColouring } from '../../map/colouring.ts';
import type { ScatterMode } from '../../map/gestures.ts';
import { MapCanvas } from '../../map/MapCanvas.tsx';
import { MapLegend } from '../../map/MapLegend.tsx';
import { MapTools } from '../../map/MapTools.tsx';
import { SettlingPoints } from '../../map/SettlingPoints.tsx';
import { Row, State } from '../State.tsx';
import { cluster, values, x, y } from '../samples/points.ts';

const ignore = () => {};
const clusters = ['tea', 'coffee', 'cups'].map((name, id) => ({ id, name, size: 60 }));

/** Colours of the sample's points by their cluster and by a number, in the current scheme. */
function useColourings() {
  const { dark } = usePalette();
  return useMemo(() => {
    const palette = mapPalette(dark);
    return {
      palette,
      byCluster: clusterColouring(cluster, clusters, palette),
      byNumber: numberColouring(values, palette),
    };
  }, [dark]);
}

export const map = {
  MapCanvas: () => {
    const { t } = useTranslation();
    const [mode, setMode] = useState<ScatterMode>('pan');
    const { palette, byCluster } = useColourings();
    const labels = useMemo(() => {
      const anchors = clusterAnchors({ x, y, cluster });
      return clusters.map(({ id, name, size }) => ({
        key: id,
        text: name,
        point: anchors.get(id) ?? 0,
        weight: size,
        colour: byCluster.colours[id + 1] ?? null,
        selected: id === 1,
        faded: id === 2,
      }));
    }, [byCluster]);
    return (
      <Box h={420}>
        <MapCanvas
          {...{ x, y, palette, mode, labels }}
          colouring={byCluster}
          highlighted={null}
          marked={4}
          shownView={null}
          lassos={[]}
          activeLabel={0}
          legend={<MapLegend title={t('map.clusters')} legend={byCluster.legend} />}
          title={t('map.clusters')}
          csv={async () => csvFile([], [])}
          tooltip={(point) => <Text size="sm">{point}</Text>}
          onMode={setMode}
          onClick={ignore}
          onLasso={ignore}
          onClear={ignore}
          onLabel={ignore}
          onLabelHover={ignore}
          onView={ignore}
        />
      </Box>
    );
  },
  MapLegend: () => {
    const { t } = useTranslation();
    const { byCluster, byNumber } = useColourings();
    return (
      <Row>
        <State name="categories">
          <MapLegend title={t('map.clusters')} legend={byCluster.legend} />
        </State>
        <State name="selected">
          <MapLegend
            title={t('map.clusters')}
            legend={byCluster.legend}
            selection={{ active: new Set(['1']), onToggle: ignore }}
          />
        </State>
        <State name="numbers">
          <MapLegend title={t('terms.measures.events')} legend={byNumber.legend} />
        </State>
      </Row>
    );
  },
  SettlingPoints: () => (
    <Box h={240}>
      <SettlingPoints layout={{ x, y, cluster }} />
    </Box>
  ),
  MapTools: () => {
    const [mode, setMode] = useState<ScatterMode>('lasso');
    return (
      <Row>
        <MapTools mode={mode} onMode={setMode} onZoom={ignore} onShowAll={ignore} onShowSelection={ignore} />
      </Row>
    );
  },
};
