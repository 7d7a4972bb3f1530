import { Group, Skeleton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TimelineEvent } from '../../../../shared/contract/profile.ts';
import { useFormat } from '../../../base/format.ts';
import { itemTitle } from '../../../components/item-title.ts';
import { useCall } from '../../../engine/use-call.ts';
import classes from './LatestEvents.module.css';

/** Number of events shown. */
const FEW = 12;

/** A user's latest events, the newest first. */
export function LatestEvents({ user }: { user: string }) {
  const { t } = useTranslation();
  const { data } = useCall('profile.timeline', { user, limit: FEW }, { keepPrevious: true });
  return (
    <section className={classes.events}>
      <Text component="h3" size="xs" c="dimmed" fw={500} m={0}>
        {data ? t('explore.latest', { count: data.total }) : t('explore.latestTitle')}
      </Text>
      {!data && <Skeleton height={180} />}
      <ol className={classes.list}>
        {data?.events.map((event, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an event has no other identity
          <Event key={i} event={event} />
        ))}
      </ol>
    </section>
  );
}

function Event({ event }: { event: TimelineEvent }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { time, clock, action, category, text, rating, amount, price } = event;
  const money = amount ?? price;
  const what = itemTitle(i18n.language, event) ?? text ?? category ?? '';
  const when = time === null ? '' : clock ? format.eventTime(time) : format.day(time, 'UTC');
  return (
    <li className={classes.event}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" truncate>
          <Text span inherit fw={600}>
            {format.action(action)}
          </Text>{' '}
          {what}
        </Text>
        <Text size="sm" flex="none">
          {rating !== null
            ? t('users.rating', { rating: format.number(rating, Number.isInteger(rating) ? 0 : 1) })
            : money !== null && format.money(money)}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {when}
      </Text>
    </li>
  );
}
