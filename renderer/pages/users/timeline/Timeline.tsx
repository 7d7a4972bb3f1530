import { Badge, Button, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEvent } from '../../../../shared/contract/profile.ts';
import { type Format, useFormat } from '../../../base/format.ts';
import type { Route } from '../../../base/route.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { itemTitle } from '../../../components/item-title.ts';
import { useCall } from '../../../engine/use-call.ts';
import { groupSessions, type SessionGroup } from './group-sessions.ts';
import { Stars } from './Stars.tsx';
import classes from './Timeline.module.css';
import { TimelineFilters } from './TimelineFilters.tsx';
import { readFilter } from './timeline-filter.ts';

const STEP = 50;
const MAX_EVENTS = 500;

/** The events of a user, grouped by session, latest first. The address contains the filter. */
export function Timeline({ user, route }: { user: string; route: Route }) {
  const { t } = useTranslation();
  const format = useFormat();
  const filter = useMemo(() => readFilter(route.query), [route.query]);
  const [limit, setLimit] = useState(STEP);
  const { data, error, isFetching } = useCall('profile.timeline', { user, filter, limit }, { keepPrevious: true });
  const groups = useMemo(() => groupSessions(data?.events ?? [], (event) => dayOf(format, event)), [data, format]);
  return (
    <Stack gap="md">
      <TimelineFilters user={user} filter={filter} />
      {error !== null ? (
        <ErrorNotice error={error} />
      ) : !data ? (
        <Skeleton height={480} />
      ) : (
        <Stack gap="md" component="section" aria-label={t('users.timeline')}>
          {data.total === 0 && <Text c="dimmed">{t('users.filter.nothing')}</Text>}
          {groups.map((group, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a session's place among all that are shown is its identity
            <Session key={i} group={group} />
          ))}
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {t('users.shownOf', { shown: format.number(data.events.length), total: format.number(data.total) })}
            </Text>
            {data.events.length < data.total && limit < MAX_EVENTS && (
              <Button
                variant="default"
                loading={isFetching}
                onClick={() => setLimit(Math.min(MAX_EVENTS, limit + STEP * 2))}
              >
                {t('users.more')}
              </Button>
            )}
          </Group>
        </Stack>
      )}
    </Stack>
  );
}

function Session({ group }: { group: SessionGroup }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [first] = group.events;
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb="xs">
        <Text fw={600}>{(first && dayOf(format, first)) ?? t('terms.none')}</Text>
        <Text size="sm" c="dimmed">
          {t('users.session', { count: group.events.length })}
        </Text>
      </Group>
      <ol className={classes.events}>
        {group.events.map((event, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an event has no other identity
          <Behaviour key={i} event={event} />
        ))}
      </ol>
    </Paper>
  );
}

function Behaviour({ event }: { event: TimelineEvent }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { time, clock, action, category, brand, amount, price, text, rating } = event;
  const title = itemTitle(i18n.language, event);
  const money = amount ?? price;
  return (
    <li className={classes.event}>
      <Text size="sm" c="dimmed">
        {time === null || !clock ? '' : format.time(time)}
      </Text>
      <Badge variant="light" tt="none" fw={600} w="fit-content">
        {format.action(action)}
      </Badge>
      <div>
        <Text size="sm">{title ?? text ?? category}</Text>
        <Text size="xs" c="dimmed">
          {[category, brand].filter((part) => part !== null).join(' · ')}
        </Text>
        {rating !== null && <Stars rating={rating} />}
        {title !== null && text !== null && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {t('users.quote', { text })}
          </Text>
        )}
      </div>
      <Text size="sm" ta="right">
        {money === null ? '' : format.money(money)}
      </Text>
    </li>
  );
}

/** The day of an event; a time without a time of day is a date in every zone. Null if the event has no date. */
function dayOf(format: Format, { time, clock }: TimelineEvent): string | null {
  if (time === null) return null;
  return clock ? format.day(time) : format.day(time, 'UTC');
}
