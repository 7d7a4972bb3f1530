import { CloseButton, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './facets.module.css';

interface FacetCardProps {
  title: string;
  /** Meaning of the figures, such as “share”. */
  note?: string | undefined;
  /** Whether the figures are those of the previous selection while new ones are loading. */
  busy: boolean;
  /** Removes the facet's conditions from the selection; null if there are none. */
  onClear: (() => void) | null;
  children: ReactNode;
}

/** A facet: its title, its chart, and a button that clears its conditions. */
export function FacetCard({ title, note, busy, onClear, children }: FacetCardProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className={classes.card} aria-labelledby={id} aria-busy={busy}>
      <header className={classes.header}>
        <Text id={id} component="h2" size="sm" fw={600} truncate title={title}>
          {title}
        </Text>
        {onClear ? (
          <CloseButton size="xs" aria-label={t('facets.clear', { facet: title })} onClick={onClear} />
        ) : (
          note !== undefined && (
            <Text size="xs" c="dimmed">
              {note}
            </Text>
          )
        )}
      </header>
      <div className={classes.body} data-busy={busy || undefined}>
        {children}
      </div>
    </section>
  );
}
