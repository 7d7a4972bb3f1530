import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../../shared/contract/portrait.ts';
import { sayPortraitIn } from '../../../../shared/texts/portrait/say.ts';
import { useFormat } from '../../../base/format.ts';
import { Card } from '../../../components/Card.tsx';
import { Fact, Facts } from './Facts.tsx';

interface CustomerCardProps {
  customer: Customer | null;
  /** Number of purchases, including those without a date. */
  frequency: number;
}

/**
 * Life stage, RFM scores and purchase figures of a customer. States if the user has no purchases, or none with a date.
 */
export function CustomerCard({ customer, frequency }: CustomerCardProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const say = sayPortraitIn(i18n.language, format);
  if (!customer) {
    return (
      <Card title={t('users.customer.title')}>
        <Text size="sm" c="dimmed">
          {t(frequency > 0 ? 'users.customer.undated' : 'users.customer.none')}
        </Text>
      </Card>
    );
  }
  const { purchases, first, last, spent, average, rfm, stage, customers } = customer;
  const day = (date: string) => format.day(Date.parse(date), 'UTC');
  return (
    <Card title={t('users.customer.title')}>
      <Stack gap={8}>
        <Group gap={6}>
          {stage && (
            <Badge variant="light" tt="none" size="lg" fw={600}>
              {say(`stage.${stage.stage}`)}
            </Badge>
          )}
          {rfm && (
            <Badge variant="outline" color="gray" tt="none" size="lg" fw={600} c="var(--mantine-color-text)">
              {t('users.customer.rfm', { ...rfm, name: say(`rfm.${rfm.name}`) })}
            </Badge>
          )}
        </Group>
        <Facts>
          <Fact
            label={t('users.customer.purchases')}
            value={format.number(purchases)}
            evidence={
              purchases === 1 ? day(first) : t('users.customer.between', { first: day(first), last: day(last) })
            }
          />
          {spent !== null && average !== null && (
            <Fact
              label={t('users.customer.spent')}
              value={format.money(spent)}
              evidence={t('users.customer.average', { money: format.money(average) })}
            />
          )}
          {stage && (
            <Fact
              label={t('users.customer.silent')}
              value={t('terms.days', { count: stage.silent })}
              evidence={t(stage.ownMedian === null ? 'users.customer.shopGaps' : 'users.customer.ownGaps', {
                risk: format.number(stage.riskAfter),
                lapsed: format.number(stage.lapsedAfter),
                median: format.number(stage.ownMedian ?? stage.shopMedian, 1),
                gaps: stage.gaps,
              })}
            />
          )}
        </Facts>
        {rfm && (
          <Text size="xs" c="dimmed">
            {t('users.customer.rfmHelp', { customers: format.number(customers) })}
          </Text>
        )}
      </Stack>
    </Card>
  );
}
