import { Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HeadEvaluation } from '../../../shared/contract/finetune.ts';
import { useFormat } from '../../base/format.ts';

/** Users by what they are and what they were taken for; the stronger a cell's colour, the more of its row. */
export function ConfusionTable({ evaluation: { classes, confusion } }: { evaluation: HeadEvaluation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const size = classes.length;
  const total = (row: number) =>
    confusion.subarray(row * size, (row + 1) * size).reduce((sum, count) => sum + count, 0);
  return (
    <Paper withBorder p="md">
      <Title order={3} fz="md">
        {t('head.confusion')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('head.confusionHelp')}
      </Text>
      <Table.ScrollContainer minWidth={300} maxHeight={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table withColumnBorders verticalSpacing={6} aria-label={t('head.confusion')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('head.truePredicted')}</Table.Th>
              {classes.map((name) => (
                <Table.Th key={name} ta="right">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {classes.map((name, row) => (
              <Table.Tr key={name}>
                <Table.Th scope="row">{name}</Table.Th>
                {classes.map((other, column) => {
                  const count = confusion[row * size + column] ?? 0;
                  const share = count / Math.max(1, total(row));
                  return (
                    <Table.Td key={other} ta="right" style={{ background: shade(share) }}>
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

/** At most half of the colour, so that text stays readable on it. */
const shade = (share: number) =>
  `color-mix(in srgb, light-dark(#8d9de6, #3a50be) ${Math.round(60 * share)}%, transparent)`;
