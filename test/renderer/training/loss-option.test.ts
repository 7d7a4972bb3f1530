import { expect, it } from 'vitest';
import { formatFor } from '../../../renderer/base/format.ts';
import type { Palette } from '../../../renderer/components/use-palette.ts';
import { lossOption } from '../../../renderer/training/loss-option.ts';

const palette: Palette = { dark: false, text: '#000', faint: '#888', grid: '#ddd', panel: '#fff', series: ['#00f'] };
const lines = [{ name: 'Loss', points: [[1, 5] as const, [2, 4] as const] }];

it('the x-axis of a running training ends at its last step, that of a finished one at its last point', () => {
  expect(lossOption(lines, 'Step', formatFor('en'), palette, 840)).toMatchObject({ xAxis: { min: 0, max: 840 } });
  expect(lossOption(lines, 'Epoch', formatFor('en'), palette).xAxis).not.toHaveProperty('max');
});
