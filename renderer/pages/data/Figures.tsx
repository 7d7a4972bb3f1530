import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { localTime } from '../../../shared/domain/time/local-time.ts';
import { timeZone } from '../../../shared/domain/time/time-zone.ts';
import { useFormat } from '../../base/format.ts';
import { Figure } from '../../components/Figure.tsx';

const DAY = 86_400_000;

/** Number of events, users, items and sessions, and the period they cover. */
export function Figures({ workspace }: { workspace: WorkspaceInfo }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { firstTime, lastTime } = workspace;
  const span = firstTime && lastTime ? [Date.parse(firstTime), Date.parse(lastTime)] : null;
  const [first = 0, last = 0] = span ?? [];
  const zone = timeZone(format.eventZone);
  const dayNumber = (time: number) => Math.floor(localTime(zone, time) / DAY);
  const days = dayNumber(last) - dayNumber(first) + 1;
  return (
    <SimpleGrid cols={{ base: 2, sm: 5 }} spacing="md">
      <Figure label={t('data.events')} value={format.number(workspace.events)} />
      <Figure label={t('data.users')} value={format.number(workspace.users)} />
      <Figure label={t('data.items')} value={format.number(workspace.items)} />
      <Figure label={t('data.sessions')} value={format.number(workspace.sessions)} help={t('data.sessionsHelp')} />
      <Figure
        label={t('data.span')}
        value={span ? t('data.days', { count: days }) : t('data.spanNone')}
        {...(span ? { help: `${format.day(first)} – ${format.day(last)}` } : {})}
      />
    </SimpleGrid>
  );
}
