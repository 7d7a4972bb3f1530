import { Box } from '@mantine/core';
import { useState } from 'react';
import type { BinRange } from '../../facets/bin-range.ts';
import { FacetCard } from '../../facets/FacetCard.tsx';
import { Histogram } from '../../facets/Histogram.tsx';
import type { Bin } from '../../facets/shares.ts';
import { type FacetValue, ValueBars } from '../../facets/ValueBars.tsx';
import { Row, State } from '../State.tsx';

const ignore = () => {};
const WIDTH = 240;
const totals = { selected: 60, everyone: 180 };

const values: readonly FacetValue[] = [
  { key: 'tea', label: 'tea', selected: 40, everyone: 60, active: true, colour: '#1fa591' },
  { key: 'coffee', label: 'coffee', selected: 20, everyone: 90, active: false, colour: '#c98448' },
  { key: 'cups', label: 'cups', selected: 0, everyone: 30, active: false, colour: '#3735a4' },
];

const bins: readonly Bin[] = Array.from({ length: 12 }, (_, i) => ({
  label: `${10 * i}–${10 * i + 9}`,
  selected: (i * 7) % 11,
  everyone: 30 - 2 * i,
}));

function Brushed({ title }: { title: string }) {
  const [range, setRange] = useState<BinRange | null>({ from: 3, to: 6 });
  return (
    <FacetCard title={title} busy={false} onClear={range && (() => setRange(null))}>
      <Histogram
        label={title}
        bins={bins}
        totals={totals}
        compared
        range={range}
        axis={['0', '119']}
        onBrush={setRange}
      />
    </FacetCard>
  );
}

export const facets = {
  FacetCard: () => (
    <Row>
      {(['filled', 'busy'] as const).map((name) => (
        <State key={name} name={name}>
          <Box w={WIDTH}>
            <FacetCard title={`Tea ${name}`} busy={name === 'busy'} onClear={name === 'busy' ? null : ignore}>
              <ValueBars values={values} totals={totals} compared={name === 'filled'} onToggle={ignore} />
            </FacetCard>
          </Box>
        </State>
      ))}
    </Row>
  ),
  ValueBars: () => (
    <Row>
      <State name="filled">
        <Box w={WIDTH}>
          <ValueBars values={values} totals={totals} compared onToggle={ignore} />
        </Box>
      </State>
    </Row>
  ),
  Histogram: () => (
    <Row>
      <State name="selected">
        <Box w={WIDTH}>
          <Brushed title="Cups" />
        </Box>
      </State>
    </Row>
  ),
};
