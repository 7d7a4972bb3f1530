import type { Brief } from '../../contract/brief.ts';
import { groupName } from './names.ts';
import { percent, reasonText, shareRange } from './reasons.ts';
import type { Say } from './say.ts';

const DAY = 86_400_000;
/** Length in days up to which a period is told by its length, if the time of day is known. */
const SHORT_DAYS = 2;

/** Returns the period of the data as a phrase. */
export function periodText(say: Say, { first, last, clock }: Brief['data']): string {
  if (first === null || last === null) return say('periodUnknown');
  const { format } = say;
  if (clock && last - first < SHORT_DAYS * DAY)
    return say('periodWithin', { length: format.duration((last - first) / 1000), day: format.day(first) });
  return say('period', { from: format.day(first), to: format.day(last) });
}

/** Returns the headline of a brief. */
export function headline(say: Say, { groups }: Brief): string {
  const act = groups.filter(({ why }) => why.length > 0).length;
  return say(act > 0 ? 'headline' : 'headlineNone', { groups: groups.length, act });
}

/** Returns what the data is, in one or two sentences, and where to start if a group stands out. */
export function lead(say: Say, { data, groups }: Brief): { text: string; start: string | null } {
  const { users, events, items, once } = data;
  const what = say(items > 0 ? 'lead' : 'leadNoItems', { users, events, items, period: periodText(say, data) });
  const [first] = groups;
  const [reason] = first?.why ?? [];
  return {
    text: [what, ...(2 * once > users ? [say('once', { share: percent(say, once / users) })] : [])].join(space(say)),
    start:
      first && reason
        ? say('start', { group: groupName(say, first.name), reason: reasonText(say, reason, first) })
        : null,
  };
}

/** What stands between two sentences. */
export const space = ({ language }: Say) => (language === 'zh' ? '' : ' ');

interface FigureText {
  readonly value: string;
  readonly label: string;
}

/** Returns the figures under the headline. */
export function figures(say: Say, { data }: Brief): FigureText[] {
  const { format } = say;
  const { events, users, sessions, items, purchases, first, last, zone, clock } = data;
  return [
    { value: format.number(events), label: say('figureEvents') },
    { value: format.number(users), label: sessions > 0 ? say('figureVisits', { sessions }) : say('figureUsers') },
    ...(items > 0 ? [{ value: format.number(items), label: say('figureItems') }] : []),
    ...(purchases
      ? [
          ...(purchases.users.count < users
            ? [
                {
                  value: percent(say, purchases.users.value),
                  label: say('figureBought', shareRange(say, purchases.users)),
                },
              ]
            : []),
          {
            value: format.number(purchases.number),
            label:
              purchases.money > 0
                ? say('figureMoney', { purchases: purchases.number, money: format.money(purchases.money, 0) })
                : say('figurePurchases', { purchases: purchases.number }),
          },
        ]
      : []),
    ...(first !== null && last !== null
      ? [{ value: range(format.day(first), format.day(last)), label: say('figurePeriod', { zone: clock ? zone : '' }) }]
      : []),
  ].map(({ value, label }) => ({ value, label: label.replace(/[,，]\s*$/, '') }));
}

const range = (from: string, to: string) => (from === to ? from : `${from} – ${to}`);
