import { SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TraitDistribution } from '../../../shared/contract/traits.ts';
import { useFormat } from '../../base/format.ts';
import { traitValueText } from '../../traits/trait-text.ts';
import classes from './traits.module.css';

interface NumberDistributionProps {
  distribution: Extract<TraitDistribution, { kind: 'number' }>;
  unit: string;
}

const FIGURES = ['min', 'lowerQuartile', 'median', 'upperQuartile', 'max', 'mean'] as const;

/** Histogram and quartiles of the values of a trait. */
export function NumberDistribution({ distribution, unit }: NumberDistributionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = (value: number) => traitValueText(t, format, value);
  const { edges, counts } = distribution;
  const most = Math.max(1, ...counts);
  const bins = Array.from(counts, (count, i) => {
    const range = `${text(edges[i] ?? 0)}–${text(edges[i + 1] ?? 0)}`;
    return { range, count, label: t('facets.binOfAll', { range, everyone: format.number(count) }) };
  });
  return (
    <>
      {bins.length > 0 && (
        <div>
          <div className={classes.plot} role="img" aria-label={t('traits.histogram')}>
            {bins.map(({ range, count, label }) => (
              <span
                key={range}
                title={label}
                style={{ height: count > 0 ? `max(2px, ${(100 * count) / most}%)` : 0 }}
              />
            ))}
          </div>
          <div className={classes.axis}>
            <Text size="xs" c="dimmed">
              {text(edges[0] ?? 0)}
            </Text>
            <Text size="xs" c="dimmed">
              {text(edges.at(-1) ?? 0)} {unit}
            </Text>
          </div>
        </div>
      )}
      <SimpleGrid cols={3} spacing="xs" verticalSpacing="xs" component="dl" m={0}>
        {FIGURES.map((name) => (
          <div key={name}>
            <Text component="dt" size="xs" c="dimmed">
              {t(`traits.${name}`)}
            </Text>
            <Text component="dd" m={0} size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
              {text(distribution[name])}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </>
  );
}
