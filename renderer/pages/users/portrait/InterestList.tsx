import { Anchor, Text, Title } from '@mantine/core';
import { IconMinus, IconTrendingDown, IconTrendingUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Interest } from '../../../../shared/contract/portrait.ts';
import { useFormat } from '../../../base/format.ts';
import { hashOf } from '../../../base/route.ts';
import { itemTitle } from '../../../components/item-title.ts';
import classes from './portrait.module.css';

interface InterestListProps {
  title: string;
  user: string;
  kind: 'category' | 'brand' | 'item';
  interests: readonly Interest[];
}

const SHOWN = 5;

/** Interests of one kind, by descending lower bound of the lift. Each links to the events behind it. */
export function InterestList({ title: heading, user, kind, interests }: InterestListProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return (
    <div>
      <Title order={3} fz="sm" mb={2}>
        {heading}
      </Title>
      {interests.slice(0, SHOWN).map(({ name, title, titleEn, events, low, lift, trend }) => (
        <div key={name} className={classes.interest}>
          <Anchor size="sm" truncate title={name} href={hashOf('users', user, { tab: 'timeline', [kind]: name })}>
            {itemTitle(i18n.language, { item: name, title, titleEn })}
          </Anchor>
          <Text size="xs" c="dimmed">
            {t('users.events', { count: events })}
          </Text>
          <TrendMark trend={trend} />
          <Text size="sm" fw={600} ta="right" title={t('users.liftOf', { lift: format.number(lift, 1) })}>
            {t('terms.times', { value: format.number(low, 1) })}
          </Text>
        </div>
      ))}
    </div>
  );
}

const ICONS = { rising: IconTrendingUp, steady: IconMinus, fading: IconTrendingDown } as const;

function TrendMark({ trend }: { trend: Interest['trend'] }) {
  const { t } = useTranslation();
  if (trend === null) return <span />;
  const Icon = ICONS[trend];
  const text = t(`users.trends.${trend}`);
  return (
    <Text span lh={0} c={trend === 'steady' ? 'dimmed' : 'var(--mantine-color-text)'} title={text}>
      <Icon size={16} stroke={1.8} role="img" aria-label={text} />
    </Text>
  );
}
