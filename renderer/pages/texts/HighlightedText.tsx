import { Tooltip, UnstyledButton } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { signed } from './effect-text.ts';
import { depthOf, type Explained, type WordEffect } from './effects.ts';
import styles from './Words.module.css';

interface HighlightedTextProps {
  explained: Explained;
  effects: readonly WordEffect[];
}

/** A text whose words are coloured by what they say, with their figures on hover and focus. */
export function HighlightedText({ explained: { pieces, read }, effects }: HighlightedTextProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const byPlace = new Map(effects.map((one) => [one.place, one]));
  const greatest = Math.max(0, ...effects.map(({ effect }) => Math.abs(effect)));
  return (
    <section className={styles.text} aria-label={t('texts.words')}>
      {pieces.map((piece, place) => {
        const key = `${place} ${piece}`;
        const found = byPlace.get(place);
        const depth = found ? depthOf(found.effect, greatest) : 0;
        if (!found || depth === 0) {
          return (
            <span key={key} className={place < read ? undefined : styles.unread}>
              {piece}
            </span>
          );
        }
        const label = t('texts.effectOf', {
          word: piece,
          effect: signed(format, found.effect),
          without: format.percent(found.without),
        });
        const depthed: CSSProperties & { '--depth': number } = { '--depth': depth };
        return (
          <Tooltip key={key} label={label} events={{ hover: true, focus: true, touch: true }}>
            <UnstyledButton
              component="button"
              type="button"
              className={`${styles.word} ${found.effect > 0 ? styles.for : styles.against}`}
              style={depthed}
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
