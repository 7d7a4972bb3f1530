import { Group, Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PredictionEvaluation } from '../../../shared/contract/prediction.ts';
import { useFormat } from '../../base/format.ts';
import { TableExport } from '../../components/TableExport.tsx';

/** Confusion matrix with true classes as rows and predicted classes as columns; the shading is the share of the row. */
export function ConfusionTable({ evaluation: { classes, confusion } }: { evaluation: PredictionEvaluation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const size = classes.length;
  const total = (row: number) =>
    confusion.subarray(row * size, (row + 1) * size).reduce((sum, count) => sum + count, 0);
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" wrap="nowrap">
        <Title order={3} fz="md">
          {t('predictions.confusion')}
        </Title>
        <TableExport
          label={t('predictions.confusion')}
          header={[t('predictions.truePredicted'), ...classes]}
          rows={() => classes.map((name, row) => [name, ...confusion.subarray(row * size, (row + 1) * size)])}
        />
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {t('predictions.confusionHelp')}
      </Text>
      <Table.ScrollContainer minWidth={300} maxHeight={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table withColumnBorders verticalSpacing={6} aria-label={t('predictions.confusion')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('predictions.truePredicted')}</Table.Th>
              {classes.map((name) => (
                <Table.Th key={name} ta="right">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {classes.map((trueClass, row) => (
              <Table.Tr key={trueClass}>
                <Table.Th scope="row">{trueClass}</Table.Th>
                {classes.map((predictedClass, column) => {
                  const count = confusion[row * size + column] ?? 0;
                  const share = count / Math.max(1, total(row));
                  return (
                    <Table.Td key={predictedClass} ta="right" style={{ background: shade(share) }}>
                      {format.number(count)}
                      <Text size="xs" component="div">
                        {format.percent(share, 0)}
                      </Text>
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

/** Opacity of at most 60 %, so that text stays readable. */
const shade = (share: number) =>
  `color-mix(in srgb, light-dark(#8d9de6, #3a50be) ${Math.round(60 * share)}%, transparent)`;
