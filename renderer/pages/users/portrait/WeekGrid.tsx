import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { heatColour, heatColours } from '../../../attention/heat-colours.ts';
import { usePalette } from '../../../components/use-palette.ts';

const CELL = 20;
const LEFT = 44;
const TOP = 18;
const WIDTH = LEFT + 24 * CELL;
const HEIGHT = TOP + 7 * CELL;
/** A Monday, from which the names of the weekdays are derived. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** Heatmap of a user's activity by hour of the week: seven rows from Monday, 24 columns. */
export function WeekGrid({ hours }: { hours: Int32Array }) {
  const { t, i18n } = useTranslation();
  const colours = heatColours(usePalette().dark);
  const days = useMemo(() => {
    const locale = i18n.language === 'zh' ? 'zh-CN' : 'en-GB';
    const short = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
    return Array.from({ length: 7 }, (_, day) => short.format(MONDAY + day * DAY));
  }, [i18n.language]);
  const maxCount = hours.reduce((max, count) => Math.max(max, count), 0);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" role="img" aria-label={t('users.weekLabel')}>
      {[0, 6, 12, 18].map((hour) => (
        <text key={hour} x={LEFT + hour * CELL} y={12} fontSize={11} fill={colours.faint}>
          {`${hour}:00`}
        </text>
      ))}
      {days.map((name, day) => (
        <text key={name} x={LEFT - 8} y={TOP + day * CELL + 14} fontSize={11} textAnchor="end" fill={colours.faint}>
          {name}
        </text>
      ))}
      {Array.from(hours, (count, i) => {
        const [day, hour] = [Math.floor(i / 24), i % 24];
        return (
          <rect
            key={`${day}/${hour}`}
            x={LEFT + hour * CELL}
            y={TOP + day * CELL}
            width={CELL - 2}
            height={CELL - 2}
            rx={3}
            fill={count === 0 ? colours.line : heatColour(colours, 0.25 + 0.75 * (count / maxCount))}
          >
            <title>{t('users.hourCell', { day: days[day], hour, events: t('users.events', { count }) })}</title>
          </rect>
        );
      })}
    </svg>
  );
}
