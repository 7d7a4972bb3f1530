import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { useFormat } from '../../../base/format.ts';
import { Card } from '../../../components/Card.tsx';
import { Fact, Facts } from './Facts.tsx';

type TermsCardProps = Pick<Output<'profile.user'>, 'price' | 'discounts' | 'channels' | 'campaigns'>;

/** Price level, discounts, channels and campaigns of a user. Renders nothing if all are unknown. */
export function TermsCard({ price, discounts, channels, campaigns }: TermsCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = (share: number) => format.percent(share, 0);
  if (!price && !discounts && channels.length === 0 && campaigns.length === 0) return null;
  return (
    <Card title={t('users.buying.title')}>
      <Facts>
        {price && (
          <Fact
            label={t('users.buying.price')}
            value={t(`users.buying.levels.${price.level}`)}
            evidence={t('users.buying.percentile', {
              value: format.number(price.percentile.value),
              low: format.number(price.percentile.low),
              high: format.number(price.percentile.high),
              count: price.purchases,
            })}
          />
        )}
        {discounts && (
          <Fact
            label={t('users.buying.discounts')}
            value={t(`users.buying.verdicts.${discounts.verdict}`)}
            evidence={t('users.buying.discounted', {
              discounted: format.number(discounts.discounted),
              overall: percent(discounts.overall),
              count: discounts.purchases,
            })}
          />
        )}
        {[
          { label: t('users.buying.channel'), shares: channels },
          { label: t('users.buying.campaign'), shares: campaigns },
        ].flatMap(({ label, shares }) =>
          shares.map(({ name, share, overall }) => (
            <Fact
              key={`${label} ${name}`}
              label={label}
              value={name}
              evidence={t('users.buying.share', { share: percent(share), overall: percent(overall) })}
            />
          )),
        )}
      </Facts>
    </Card>
  );
}
