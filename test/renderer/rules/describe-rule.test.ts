import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { formatFor } from '../../../renderer/base/format.ts';
import { en } from '../../../renderer/locales/en/index.ts';
import { zh } from '../../../renderer/locales/zh/index.ts';
import { describeRule } from '../../../renderer/rules/describe-rule.ts';
import { parseRule } from '../../../shared/domain/rule-parse.ts';

async function ruleDescriber(language: 'en' | 'zh') {
  const i18n = createInstance();
  await i18n.init({
    lng: language,
    resources: { en: { translation: en }, zh: { translation: zh } },
    interpolation: { escapeValue: false },
  });
  const format = formatFor(language);
  const clusterName = (map: string, cluster: number) => (map === 'map-1' ? `gamers ${cluster}` : null);
  return (text: string) => describeRule(parseRule(text), { t: i18n.t, format, clusterName });
}

describe('a rule in words', () => {
  it.each([
    ['count(view) >= 3 and not purchase', 'view at least 3 times and never purchase'],
    ['count(view, days = 30) = 1', 'view in the last 30 days exactly 1 time'],
    ['count(purchase) = 0', 'never purchase'],
    ['sum(purchase, brand = "Acme & Co") > 1000', 'purchase of brand “Acme & Co” for a total of more than 1,000'],
    ['city in ("上海", 7) or recency > 30', 'city is one of “上海”, 7 or last seen more than 30 days ago'],
    ['not (a = 1 or (b = 2 and c = 3))', 'not (a is 1 or (b is 2 and c is 3))'],
    ['cluster("map-1") = 2 and cluster("map-9") = 4', 'in cluster “gamers 2” and in cluster 4 of map-9'],
    ['user = U1 and not segment(VIP)', 'user “U1” and not in segment “VIP”'],
    ['user in (U1, U2)', 'one of the users “U1”, “U2”'],
    ['user in (U1, U2, U3, U4)', 'one of 4 named users'],
    ['lasso(map-1, 0 0, 1 0, 0 1) and gender = F', 'within a lasso on the map and gender is “F”'],
    ['events >= 3 and events < 10 and not purchase', 'Events from 3 to below 10 and never purchase'],
    ['recency >= 7 and recency < 30', 'last seen 7 to 30 days ago'],
    ['prediction(returns) >= 0.2 and prediction(returns) < 0.7', 'prediction “returns” from 0.2 to below 0.7'],
    ['prediction(gender, F) > 0.7', 'probability of “F” in prediction “gender” more than 0.7'],
    ['prediction(gender) = F', 'prediction “gender” is “F”'],
    ['life_stage(2026-03) = at_risk', 'life stage “At risk” at the end of 2026-03'],
    ['rfm = champion and monetary_decile = 1', 'RFM group “Champion” and revenue decile exactly 1'],
    [
      'first_purchase = 2026-03 and not purchase_day > 2026-04',
      'first purchase in 2026-03 and not a purchase after 2026-04',
    ],
    ['count(view, hours = 20..22) >= 1', 'view from 20:00 to 22:59 at least once'],
  ])('%s', async (text, words) => {
    expect((await ruleDescriber('en'))(text)).toBe(words);
  });

  it('is described in Chinese', async () => {
    const describeZh = await ruleDescriber('zh');
    expect(describeZh('count(view) >= 3 and count(purchase) = 0')).toBe('view 至少 3 次，且从未 purchase');
    expect(describeZh('monetary >= 500 or city = "上海"')).toBe('消费金额至少 500，或city 是“上海”');
  });
});
