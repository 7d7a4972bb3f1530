import { describe, expect, it } from 'vitest';
import { chartTable } from '../../../renderer/components/chart-csv.ts';

describe('the figures of a chart', () => {
  it('are a row for each category and a column for each series', () => {
    const option = {
      xAxis: [
        { type: 'category', data: ['May', 'June'] },
        { type: 'category', data: [0, 1], show: false },
      ],
      yAxis: { type: 'value' },
      series: [
        { name: 'view', type: 'bar', data: [3, 4] },
        { name: 'cart', type: 'bar', data: Int32Array.of(1, 0) },
        { type: 'bar', silent: true, data: [0, 1] },
      ],
    };
    expect(chartTable(option, 'Events')).toEqual({
      header: ['Events', 'view', 'cart'],
      rows: [
        ['May', 3, 1],
        ['June', 4, 0],
      ],
    });
  });

  it('are a row for each x of all series, empty where a series has none', () => {
    const option = {
      xAxis: { type: 'value', name: 'Epoch' },
      series: [
        {
          name: 'training',
          data: [
            [1, 0.5],
            [2, 0.25],
          ],
        },
        { name: 'validation', data: [[2, 0.75]] },
      ],
    };
    expect(chartTable(option, 'Loss')).toEqual({
      header: ['Epoch', 'training', 'validation'],
      rows: [
        [1, 0.5, null],
        [2, 0.25, 0.75],
      ],
    });
  });

  it('are a row for each point where a series has several at one x', () => {
    const option = {
      xAxis: { type: 'value', name: 'False positives' },
      yAxis: { type: 'value', name: 'True positives' },
      series: [
        {
          name: 'model',
          data: [
            [0, 0],
            [0, 0.5],
            [1, 1],
          ],
        },
      ],
    };
    expect(chartTable(option, 'ROC')).toEqual({
      header: ['ROC', 'False positives', 'True positives'],
      rows: [
        ['model', 0, 0],
        ['model', 0, 0.5],
        ['model', 1, 1],
      ],
    });
  });
});
