import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { sayPortraitIn } from '../../../../shared/texts/portrait/say.ts';
import { useFormat } from '../../../base/format.ts';
import { Card } from '../../../components/Card.tsx';
import { MonthChart } from './MonthChart.tsx';
import { WeekGrid } from './WeekGrid.tsx';

/** Activity by hour of the week, in the time zone of the data, and by month. */
export function RhythmCard({ data }: { data: Output<'profile.user'> }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const say = sayPortraitIn(i18n.language, format);
  return (
    <Card title={t('users.week', { zone: format.eventZone })}>
      <Stack gap={8}>
        {data.habits.map(({ when, share, overall }) => (
          <Text key={when} size="sm">
            {say('habit', {
              when: say(`habit.${when}`),
              share: format.percent(share, 0),
              overall: format.percent(overall, 0),
            })}
          </Text>
        ))}
        {data.hours.length > 0 ? (
          <WeekGrid hours={data.hours} />
        ) : (
          <Text size="sm" c="dimmed">
            {t('users.noClock')}
          </Text>
        )}
        {data.months.length > 0 ? (
          <MonthChart months={data.months} counts={data.monthly} />
        ) : (
          <Text size="sm" c="dimmed">
            {t('users.noDates')}
          </Text>
        )}
      </Stack>
    </Card>
  );
}
