import { Text, UnstyledButton } from '@mantine/core';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';
import { Swatch } from '../map/MapLegend.tsx';
import classes from './facets.module.css';
import { type Counts, sharesOf } from './shares.ts';

/** A value of a facet with its numbers of users. */
export interface FacetValue extends Counts {
  key: string;
  label: string;
  /** Name for the tooltip and screen readers where the label is shortened. */
  fullName?: string | undefined;
  /** Whether the value is a condition of the selection. */
  active: boolean;
  /** Colour of the value on the map. */
  colour?: string | undefined;
}

interface ValueBarsProps {
  values: readonly FacetValue[];
  /** Total numbers of users. */
  totals: Counts;
  /** Whether a selection exists; otherwise both shares are equal and only one is shown. */
  compared: boolean;
  /** `additive`: pressed with Shift, Ctrl or Cmd, so that the other values of the facet stay selected. */
  onToggle: (key: string, additive: boolean) => void;
  onHover?: ((key: string | null) => void) | undefined;
}

/** Values as toggle buttons with two bars: the share of all users, and below it that of the selected users. */
export function ValueBars({ values, totals, compared, onToggle, onHover }: ValueBarsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shares, largest } = sharesOf(values, totals);
  const toggle = (key: string) => (event: MouseEvent) =>
    onToggle(key, event.shiftKey || event.ctrlKey || event.metaKey);
  return (
    <ul className={classes.values}>
      {values.map(({ key, label, fullName = label, active, colour, selected, everyone }, i) => {
        const share = shares[i] ?? { selected: 0, everyone: 0 };
        const name = t(compared ? 'facets.valueOfBoth' : 'facets.valueOfAll', {
          name: fullName,
          selected: format.number(selected),
          everyone: format.number(everyone),
          share: format.percent(share.selected),
          everyoneShare: format.percent(share.everyone),
        });
        return (
          <li key={key}>
            <UnstyledButton
              className={classes.value}
              aria-pressed={active}
              aria-label={name}
              title={name}
              onClick={toggle(key)}
              onMouseEnter={() => onHover?.(key)}
              onMouseLeave={() => onHover?.(null)}
              onFocus={() => onHover?.(key)}
              onBlur={() => onHover?.(null)}
            >
              <span className={classes.everyone} style={{ width: `${(100 * share.everyone) / largest}%` }} />
              {compared && (
                <span className={classes.selected} style={{ width: `${(100 * share.selected) / largest}%` }} />
              )}
              <span className={classes.name}>
                {colour !== undefined && <Swatch colour={colour} />}
                <Text span size="xs" truncate fw={active ? 600 : 400}>
                  {label}
                </Text>
              </span>
              <Text span size="xs" className={classes.count}>
                {format.number(selected)}
              </Text>
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}
