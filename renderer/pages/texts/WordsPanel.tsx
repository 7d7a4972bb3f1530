import { Group, SegmentedControl, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { oddsFactor, signed } from './effect-text.ts';
import { type Explained, effectsOn, likeliest, strongest } from './effects.ts';
import { HighlightedText } from './HighlightedText.tsx';
import styles from './Words.module.css';

const MOST = 12;

/** Which words account for a rating: in the text itself, and the strongest of them in figures. */
export function WordsPanel({ explained }: { explained: Explained }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const { classes, pieces, read } = explained;
  const at = chosen === null ? likeliest(explained.logOdds) : classes.indexOf(chosen);
  const rating = classes[at] ?? '';
  const effects = effectsOn(explained, at);
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={4} fz="sm">
          {t('texts.words')}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t('texts.wordsOf')}
          data={[...classes]}
          value={rating}
          onChange={setChosen}
        />
      </Group>
      <HighlightedText explained={explained} effects={effects} />
      <Group gap="lg">
        {(['for', 'against'] as const).map((side) => (
          <Group key={side} gap={6}>
            <span className={`${styles.swatch} ${styles[side]}`} aria-hidden />
            <Text size="sm">{t(`texts.${side}`, { rating })}</Text>
          </Group>
        ))}
      </Group>
      {read < pieces.length && (
        <Text size="sm" c="dimmed">
          {t('texts.unread', { count: effects.length })}
        </Text>
      )}
      <Table aria-label={t('texts.words')} verticalSpacing={4} maw={640}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('texts.word')}</Table.Th>
            {(['effect', 'odds', 'without'] as const).map((name) => (
              <Table.Th key={name} ta="right">
                {t(`texts.${name}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {strongest(effects, MOST).map(({ place, word, effect, without }) => (
            <Table.Tr key={place}>
              <Table.Td>{word}</Table.Td>
              <Table.Td ta="right">{signed(format, effect)}</Table.Td>
              <Table.Td ta="right">{oddsFactor(format, effect)}</Table.Td>
              <Table.Td ta="right">{format.percent(without)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed" maw={820}>
        {t('texts.reading', { rating })} {t('texts.method')}
      </Text>
    </Stack>
  );
}
