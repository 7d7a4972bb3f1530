import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Expectation, Portrait } from '../../../../shared/contract/portrait.ts';
import { useFormat } from '../../../base/format.ts';
import { Card } from '../../../components/Card.tsx';
import { ComputeValue } from '../../../components/ComputeValue.tsx';
import { Fact, Facts } from './Facts.tsx';

/**
 * Expected purchases and value of a customer. Without models, or with outdated ones, shows a button that computes them.
 */
export function ExpectedCard({ value }: { value: Portrait['value'] }) {
  const { t } = useTranslation();
  const { fit, weeks, expected, nextPurchase } = value;
  return (
    <Card title={weeks === null ? t('users.expected.titleNone') : t('users.expected.title', { count: weeks })}>
      <Stack gap={8}>
        {fit !== 'current' && <ComputeValue text={t(`users.expected.fit.${fit}`)} />}
        {expected && <Expected expected={expected} nextPurchase={nextPurchase} />}
      </Stack>
    </Card>
  );
}

interface ExpectedProps {
  expected: Expectation;
  nextPurchase: Portrait['value']['nextPurchase'];
}

function Expected({ expected, nextPurchase }: ExpectedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { active, purchases, money, spend, next, mbg, pareto } = expected;
  const day = (date: string) => format.day(Date.parse(date), 'UTC');
  const range = (low: string, high: string) => t('users.expected.range', { low, high });
  const percent = (share: number) => format.percent(share, 0);
  return (
    <>
      <Facts>
        <Fact
          label={t('users.expected.active')}
          value={percent(active.value)}
          evidence={range(percent(active.low), percent(active.high))}
        />
        <Fact
          label={t('users.expected.purchases')}
          value={format.number(purchases.value, 1)}
          evidence={range(format.number(purchases.low), format.number(purchases.high))}
        />
        {money && spend !== null && (
          <Fact
            label={t('users.expected.money')}
            value={format.money(money.value)}
            evidence={`${range(format.money(money.low), format.money(money.high))} ${t('users.expected.spend', { money: format.money(spend) })}`}
          />
        )}
        <Fact
          label={t('users.expected.next')}
          value={t('users.expected.between', { from: day(next.from), to: day(next.to) })}
          evidence={t('users.expected.chance', { chance: percent(next.chance) })}
        />
      </Facts>
      <Text size="xs" c="dimmed">
        {t('users.expected.models', {
          mbg: percent(mbg.active),
          mbgPurchases: format.number(mbg.purchases, 1),
          pareto: percent(pareto.active),
          paretoPurchases: format.number(pareto.purchases, 1),
        })}{' '}
        {nextPurchase &&
          nextPurchase.customers > 0 &&
          t('users.expected.tested', {
            share: percent(nextPurchase.inside / nextPurchase.customers),
            customers: format.number(nextPurchase.customers),
          })}
      </Text>
    </>
  );
}
