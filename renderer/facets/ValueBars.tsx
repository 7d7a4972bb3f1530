import { Text, UnstyledButton } from '@mantine/core';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';
import { Swatch } from '../map/MapLegend.tsx';
import classes from './facets.module.css';
import { type Counts, sharesOf } from './shares.ts';

/** One value of a facet with its numbers of users. */
export interface FacetValue extends Counts {
  key: string;
  label: string;
  /** Whether the selection has this value as a condition. */
  active: boolean;
  /** Colour of the value on the map. */
  colour?: string | undefined;
}

interface ValueBarsProps {
  values: readonly FacetValue[];
  /** Numbers of users in all. */
  totals: Counts;
  /** Whether users are selected at all; otherwise both shares are the same, and one is shown. */
  compared: boolean;
  /** `additive` is true with Shift, Ctrl or Cmd: the value joins the others of the facet. */
  onToggle: (key: string, additive: boolean) => void;
  onHover?: ((key: string | null) => void) | undefined;
}

/** Values as bars that can be pressed: the share of all users with a value, and below it that of the selected ones. */
export function ValueBars({ values, totals, compared, onToggle, onHover }: ValueBarsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shares, largest } = sharesOf(values, totals);
  const toggle = (key: string) => (event: MouseEvent) =>
    onToggle(key, event.shiftKey || event.ctrlKey || event.metaKey);
  return (
    <ul className={classes.values}>
      {values.map(({ key, label, active, colour, selected, everyone }, i) => {
        const share = shares[i] ?? { selected: 0, everyone: 0 };
        const name = t(compared ? 'facets.valueOfBoth' : 'facets.valueOfAll', {
          name: label,
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
