import { CloseButton, Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { type Conjunction, chipsOf, withoutChip } from '../../rules/conjunction.ts';
import { useRuleText } from '../../rules/use-rule-text.ts';
import classes from './SelectionBar.module.css';

interface SelectionBarProps {
  conditions: Conjunction;
  /** Map whose clusters are shown by name; null if there is none. */
  map: string | null;
  onChange: (conditions: Conjunction) => void;
}

/** The rule of the selection as a sentence with removable conditions. */
export function SelectionBar({ conditions, map, onChange }: SelectionBarProps) {
  const { t } = useTranslation();
  const describe = useRuleText(map);
  const chips = chipsOf(conditions).map((chip) => ({ chip, text: describe(chip.rule) }));
  return (
    <section className={classes.bar} aria-label={t('explore.selection')}>
      <Text size="sm" c="dimmed" className={classes.none}>
        {t(chips.length === 0 ? 'explore.everyone' : 'explore.usersWho')}
      </Text>
      {chips.map(({ chip, text }, i) => (
        <Fragment key={chip.places.join()}>
          {i > 0 && (
            <Text size="sm" c="dimmed" flex="none">
              {t('rules.words.and').trim()}
            </Text>
          )}
          <span className={classes.chip}>
            <Text span size="sm" fw={500} className={classes.text} title={text}>
              {text}
            </Text>
            <CloseButton
              size="xs"
              className={classes.remove}
              aria-label={t('explore.removeCondition', { condition: text })}
              onClick={() => onChange(withoutChip(conditions, chip))}
            />
          </span>
        </Fragment>
      ))}
    </section>
  );
}
