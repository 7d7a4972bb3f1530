import { Radio, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChoiceCard } from '../../components/ChoiceCard.tsx';
import type { Draft, sumOf } from './text-training.ts';

const KINDS = ['ratings', 'words', 'checkpoint'] as const;

interface LessonKindsProps {
  value: Draft['learn'];
  sum: ReturnType<typeof sumOf>;
  onChange: (learn: Draft['learn']) => void;
}

/** What a model of texts may learn; what the texts are not enough for says why. */
export function LessonKinds({ value, sum, onChange }: LessonKindsProps) {
  const { t } = useTranslation();
  const obstacles = {
    ratings: sum.rateable ? null : t('texts.unrated'),
    words: sum.texts > 0 ? null : t('texts.none'),
    checkpoint: null,
  };
  return (
    <Radio.Group
      label={t('texts.what')}
      value={value}
      onChange={(chosen) => onChange(KINDS.find((kind) => kind === chosen) ?? value)}
    >
      <SimpleGrid cols={3} mt={6}>
        {KINDS.map((kind) => {
          const off = obstacles[kind] !== null;
          const title = t(`texts.kinds.${kind}`);
          const text = obstacles[kind] ?? t(`texts.kindHelp.${kind}`);
          return <ChoiceCard key={kind} value={kind} title={title} text={text} disabled={off} />;
        })}
      </SimpleGrid>
    </Radio.Group>
  );
}
