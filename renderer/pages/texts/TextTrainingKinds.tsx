import { Radio, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RATING_LIMITS } from '../../../shared/domain/rating-limits.ts';
import { ChoiceCard } from '../../components/ChoiceCard.tsx';
import type { Draft, TextCounts } from './text-training.ts';

const KINDS = ['ratings', 'words'] as const;

interface TextTrainingKindsProps {
  value: Draft['learn'];
  counts: TextCounts;
  onChange: (learn: Draft['learn']) => void;
}

/** Selects what a text model learns; unavailable kinds are disabled with the reason. */
export function TextTrainingKinds({ value, counts, onChange }: TextTrainingKindsProps) {
  const { t } = useTranslation();
  const { minTexts, minRatings, maxRatings } = RATING_LIMITS;
  const obstacles = {
    ratings: counts.rateable ? null : t('texts.unrated', { texts: minTexts, min: minRatings, max: maxRatings }),
    words: counts.texts > 0 ? null : t('texts.none'),
  };
  return (
    <Radio.Group
      label={t('texts.what')}
      value={value}
      onChange={(chosen) => onChange(KINDS.find((kind) => kind === chosen) ?? value)}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} mt={6} maw={860}>
        {KINDS.map((kind) => {
          const disabled = obstacles[kind] !== null;
          const title = t(`texts.kinds.${kind}`);
          const text = obstacles[kind] ?? t(`texts.kindHelp.${kind}`);
          return <ChoiceCard key={kind} value={kind} title={title} text={text} disabled={disabled} />;
        })}
      </SimpleGrid>
    </Radio.Group>
  );
}
