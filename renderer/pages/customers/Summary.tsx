import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BaseDetails, CustomerBase } from '../../../shared/contract/base.ts';
import { baseRules } from '../../../shared/domain/base-rules.ts';
import { RFM_NAMES } from '../../../shared/domain/customer-words.ts';
import type { Rule } from '../../../shared/domain/rule.ts';
import { printRule } from '../../../shared/domain/rule-print.ts';
import { type BaseSentence, baseSummary } from '../../../shared/texts/base/summary.ts';
import { useFormat } from '../../base/format.ts';
import { hashOf } from '../../base/route.ts';
import classes from './customers.module.css';

/** Who is best, who is leaving and what changed, in sentences, each with a link to its users. */
export function Summary({ base, details }: { base: CustomerBase; details: BaseDetails }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return (
    <ul className={classes.sentences}>
      {baseSummary(base, i18n.language, format).map(({ topic, text }) => {
        const rule = ruleOf(topic, base, details);
        return (
          <li key={topic}>
            <Text component="span">{text}</Text>{' '}
            {rule && (
              <Anchor
                underline="always"
                href={hashOf('explore', null, { where: printRule(rule) })}
                aria-label={`${t('customers.toUsers')}: ${text}`}
              >
                {t('customers.toUsers')}
              </Anchor>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const CHAMPION = RFM_NAMES.indexOf('champion');

/** Returns the rule of the users whom a sentence is about; null for a forecast, which names nobody. */
function ruleOf(topic: BaseSentence['topic'], { until }: CustomerBase, { change, rfm }: BaseDetails): Rule | null {
  if (topic === 'size') return until === null ? null : baseRules.customers(until);
  if (topic === 'best') return rfm.groups.customers[CHAMPION] === 0 ? baseRules.decile(1) : baseRules.rfm('champion');
  if (topic === 'leaving') return baseRules.stage('atRisk');
  return topic === 'changed' ? baseRules.buyers(change.current) : null;
}
