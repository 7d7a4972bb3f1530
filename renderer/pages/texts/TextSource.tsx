import { Button, Group, MultiSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { hashOf } from '../../base/route.ts';
import type { TextCounts, TextStatistics } from './text-training.ts';

interface TextSourceProps {
  statistics: TextStatistics;
  /** Counts of the chosen actions. */
  counts: TextCounts;
  /** Chosen actions; none for all. */
  actions: readonly string[];
  onChange: (actions: string[]) => void;
}

/** The texts to learn from: their number, and the actions they belong to; without any, a link to the import. */
export function TextSource({ statistics, counts, actions, onChange }: TextSourceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (statistics.actions.every(({ texts }) => texts === 0)) return <NoTexts />;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('texts.sum', { texts: format.number(counts.texts), rated: format.number(counts.rated) })}
      </Text>
      {statistics.actions.length > 1 && (
        <MultiSelect
          label={t('texts.which')}
          description={t('texts.whichHelp')}
          data={statistics.actions.map(({ action, texts, rated }) => ({
            value: action,
            label: t('texts.action', { action, texts: format.number(texts), rated: format.number(rated) }),
          }))}
          value={[...actions]}
          onChange={onChange}
          maw={640}
        />
      )}
    </>
  );
}

function NoTexts() {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text fw={600}>{t('texts.none')}</Text>
        <Text size="sm" c="dimmed" maw={760}>
          {t('texts.noneText')}
        </Text>
      </div>
      <Button component="a" href={hashOf('data')} variant="default" flex="none">
        {t('texts.toImport')}
      </Button>
    </Group>
  );
}
