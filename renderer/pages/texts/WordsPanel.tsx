import { Group, SegmentedControl, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { TableExport } from '../../components/TableExport.tsx';
import { oddsFactor } from './effect-text.ts';
import { effectsOnClass, likeliestClass, strongestEffects, type TextExplanation } from './effects.ts';
import { HighlightedText } from './HighlightedText.tsx';
import styles from './Words.module.css';

const MAX_ROWS = 12;

/** Words that explain a rating: highlighted in the text, and the strongest in a table. */
export function WordsPanel({ explanation: explained }: { explanation: TextExplanation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosenClass, setChosenClass] = useState<string | null>(null);
  const { classes, pieces, piecesRead } = explained;
  const classIndex = chosenClass === null ? likeliestClass(explained.logOdds) : classes.indexOf(chosenClass);
  const rating = classes[classIndex] ?? '';
  const effects = effectsOnClass(explained, classIndex);
  const strongest = strongestEffects(effects, MAX_ROWS);
  const columns = (['word', 'effect', 'odds', 'without'] as const).map((name) => t(`texts.${name}`));
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={3} fz="sm">
          {t('texts.words')}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t('texts.wordsOf')}
          data={[...classes]}
          value={rating}
          onChange={setChosenClass}
        />
      </Group>
      <HighlightedText explanation={explained} effects={effects} />
      <Group gap="lg">
        {(['for', 'against'] as const).map((side) => (
          <Group key={side} gap={6}>
            <span className={`${styles.swatch} ${styles[side]}`} aria-hidden />
            <Text size="sm">{t(`texts.${side}`, { rating })}</Text>
          </Group>
        ))}
      </Group>
      {piecesRead < pieces.length && (
        <Text size="sm" c="dimmed">
          {t('texts.unread', { count: effects.length })}
        </Text>
      )}
      <Group gap={0} align="flex-start" wrap="nowrap" maw={680}>
        <Table aria-label={t('texts.words')} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((name, index) => (
                <Table.Th key={name} ta={index === 0 ? 'left' : 'right'}>
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {strongest.map(({ index, word, effect, without }) => (
              <Table.Tr key={index}>
                <Table.Td>{word}</Table.Td>
                <Table.Td ta="right">{format.signed(effect, 2)}</Table.Td>
                <Table.Td ta="right">{oddsFactor(format, effect)}</Table.Td>
                <Table.Td ta="right">{format.percent(without)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <TableExport
          label={t('texts.words')}
          header={columns}
          rows={() => strongest.map(({ word, effect, without }) => [word, effect, Math.exp(effect), without])}
        />
      </Group>
      <Text size="sm" c="dimmed" maw={820}>
        {t('texts.reading', { rating })} {t('texts.method')}
      </Text>
    </Stack>
  );
}
