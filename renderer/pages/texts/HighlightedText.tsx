import { Tooltip, UnstyledButton } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { colourDepth, type TextExplanation, type WordEffect } from './effects.ts';
import styles from './Words.module.css';

interface HighlightedTextProps {
  explanation: TextExplanation;
  effects: readonly WordEffect[];
}

/** A text with words coloured by their effect on a class; figures appear on hover and focus. */
export function HighlightedText({ explanation: { pieces, piecesRead }, effects }: HighlightedTextProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const byIndex = new Map(effects.map((effect) => [effect.index, effect]));
  const maxEffect = Math.max(0, ...effects.map(({ effect }) => Math.abs(effect)));
  return (
    <section className={styles.text} aria-label={t('texts.words')}>
      {pieces.map((piece, index) => {
        const key = `${index} ${piece}`;
        const wordEffect = byIndex.get(index);
        const depth = wordEffect ? colourDepth(wordEffect.effect, maxEffect) : 0;
        if (!wordEffect || depth === 0) {
          return (
            <span key={key} className={index < piecesRead ? undefined : styles.unread}>
              {piece}
            </span>
          );
        }
        const label = t('texts.effectOf', {
          word: piece,
          effect: format.signed(wordEffect.effect, 2),
          without: format.percent(wordEffect.without),
        });
        const style: CSSProperties & { '--depth': number } = { '--depth': depth };
        return (
          <Tooltip key={key} label={label} events={{ hover: true, focus: true, touch: true }}>
            <UnstyledButton
              component="button"
              type="button"
              className={`${styles.word} ${wordEffect.effect > 0 ? styles.for : styles.against}`}
              style={style}
              aria-label={label}
            >
              {piece}
            </UnstyledButton>
          </Tooltip>
        );
      })}
    </section>
  );
}
