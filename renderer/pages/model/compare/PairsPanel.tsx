import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ComparedPair, Comparison } from '../../../../shared/contract/runs.ts';
import { useFormat } from '../../../base/format.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { IntervalBar } from '../../../components/IntervalBar.tsx';
import { usePalette } from '../../../components/use-palette.ts';
import { BASELINE_VERDICT_STYLES } from '../../../runs/verdict-styles.ts';
import { comparablePairs } from './comparable.ts';
import { comparedRunName } from './compared-run-name.ts';

const PLOT_WIDTH = 220;

/** The pairs of runs evaluated on the same test cases: which run is better, and whether the difference may be due to chance. */
export function PairsPanel({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const pairs = comparablePairs(comparison.pairs);
  const axisLimit = Math.max(1e-6, ...pairs.flatMap(({ low, high }) => [Math.abs(low ?? 0), Math.abs(high ?? 0)]));
  return (
    <Stack gap="xs">
      <Title order={2}>{t('model.compare.pairs')}</Title>
      <Text size="sm" c="dimmed" maw={860}>
        {t('model.compare.pairsHelp')}
      </Text>
      <DataTable
        label={t('model.compare.pairs')}
        rows={pairs}
        rowKey={({ first, second }) => `${first} ${second}`}
        columns={[
          {
            key: 'pair',
            header: t('model.compare.pair'),
            cell: ({ first, second }) =>
              t('model.compare.against', {
                second: comparedRunName(comparison, second),
                first: comparedRunName(comparison, first),
              }),
          },
          {
            key: 'verdict',
            header: t('terms.verdict'),
            cell: (pair) => <PairVerdict pair={pair} comparison={comparison} />,
          },
          {
            key: 'difference',
            header: t('model.compare.difference'),
            cell: ({ difference }) => (difference === null ? t('terms.none') : format.signed(difference, 4)),
            numeric: true,
          },
          {
            key: 'plot',
            header: t('model.compare.interval'),
            width: PLOT_WIDTH + 20,
            cell: ({ difference, low, high }) =>
              difference !== null &&
              low !== null &&
              high !== null && (
                <IntervalBar
                  {...{ low, high, value: difference, width: PLOT_WIDTH, referenceValue: 0 }}
                  axis={{ low: -axisLimit, high: axisLimit }}
                  colour={low > 0 || high < 0 ? (palette.series[0] ?? palette.text) : palette.faint}
                  label={t('model.intervalOf', {
                    value: format.signed(difference, 4),
                    low: format.signed(low, 4),
                    high: format.signed(high, 4),
                  })}
                />
              ),
          },
          { key: 'users', header: t('model.compare.users'), cell: ({ users }) => format.number(users), numeric: true },
        ]}
      />
    </Stack>
  );
}

function PairVerdict({ pair, comparison: of }: { pair: ComparedPair; comparison: Comparison }) {
  const { t } = useTranslation();
  const { icon: VerdictIcon } = BASELINE_VERDICT_STYLES[pair.better === null ? 'maybe' : 'clearly'];
  return (
    <Group gap={6} wrap="nowrap">
      <VerdictIcon size={16} aria-hidden style={{ flex: 'none' }} />
      <Text size="sm">
        {pair.better === null
          ? t('model.compare.chance')
          : t('model.compare.better', { run: comparedRunName(of, pair.better) })}
      </Text>
    </Group>
  );
}
