import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ColumnProfile } from '../../../../shared/contract/examine.ts';
import type { Format } from '../../../base/format.ts';
import { useFormat } from '../../../base/format.ts';

const WIDTH = 132;
const HEIGHT = 26;

/** Distribution of a column's values: a small histogram for numbers, else the shares of the most frequent values. */
export function Distribution({ column }: { column: ColumnProfile }) {
  const format = useFormat();
  const { numbers, top, rows, missing } = column;
  const filled = rows - missing;
  if (filled === 0) return null;
  if (numbers && numbers.bins.length > 1) return <Histogram numbers={numbers} />;
  if (top.length === 0 || (top[0]?.count ?? 0) < 2) return <AllDifferent distinct={column.distinct} format={format} />;
  return <Shares top={top} filled={filled} format={format} />;
}

function AllDifferent({ distinct, format }: { distinct: number; format: Format }) {
  const { t } = useTranslation();
  return (
    <Text size="xs" c="dimmed">
      {t('data.import.allDifferent', { distinct: format.number(distinct) })}
    </Text>
  );
}

function Histogram({ numbers }: { numbers: NonNullable<ColumnProfile['numbers']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const formatValue = (value: number) => format.number(value, Number.isInteger(value) ? 0 : 2);
  const { bins } = numbers;
  const maxCount = Math.max(...bins.map(({ count }) => count), 1);
  const step = WIDTH / bins.length;
  const text = t('data.import.numbers', {
    min: formatValue(numbers.min),
    median: formatValue(numbers.median),
    max: formatValue(numbers.max),
  });
  return (
    <svg width={WIDTH} height={HEIGHT} role="img" aria-label={text} style={{ display: 'block' }}>
      <title>{text}</title>
      <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} stroke="var(--mantine-color-default-border)" strokeWidth={2} />
      {bins.map(({ from, count }, bin) => {
        const height = count === 0 ? 0 : Math.max(1, ((HEIGHT - 2) * count) / maxCount);
        return (
          <rect
            key={from}
            x={bin * step + 0.5}
            width={Math.max(1, step - 1)}
            y={HEIGHT - 1 - height}
            height={height}
            fill="var(--mantine-primary-color-filled)"
          />
        );
      })}
    </svg>
  );
}

interface SharesProps {
  top: ColumnProfile['top'];
  /** Number of rows in which the column is not empty. */
  filled: number;
  format: Format;
}

function Shares({ top, filled, format }: SharesProps) {
  const text = top.map(({ value, count }) => `${value} ${format.percent(count / filled)}`).join(', ');
  return (
    <Group
      gap={1}
      wrap="nowrap"
      w={WIDTH}
      h={10}
      role="img"
      aria-label={text}
      title={text}
      bg="var(--mantine-color-default-border)"
      style={{ borderRadius: 3, overflow: 'hidden' }}
    >
      {top.map(({ value, count }, index) => (
        <span
          key={value}
          style={{
            width: `${(100 * count) / filled}%`,
            height: '100%',
            background: 'var(--mantine-primary-color-filled)',
            opacity: 1 - 0.1 * index,
          }}
        />
      ))}
    </Group>
  );
}
