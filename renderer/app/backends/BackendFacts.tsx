import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BackendFinding } from '../../../shared/contract/backends.ts';
import { useFormat } from '../../base/format.ts';
import { messageOf } from '../../components/message-of.ts';
import classes from './backends.module.css';

interface BackendFactsProps {
  finding: BackendFinding;
  inUse: boolean;
  /** Whether it is being tested and timed now. */
  asked: boolean;
}

/** What a backend computes on and how fast, or why it cannot. */
export function BackendFacts({ finding, inUse, asked }: BackendFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { device, software, rate, error } = finding;
  const { message, hint } = error ? messageOf(error, t) : { message: '', hint: '' };
  return (
    <>
      <Group component="span" gap="xs">
        {inUse && (
          <Badge component="span" size="xs" variant="light" tt="none" className={classes.inUse}>
            {t('backends.inUse')}
          </Badge>
        )}
        {device ?? (error ? message : t(asked ? 'backends.asked' : 'backends.unmeasured'))}
      </Group>
      {rate !== null && (
        <Text span display="block" inherit title={t('backends.rateHelp')}>
          {t('backends.rate', { rate: format.number(rate) })}
        </Text>
      )}
      {software && (
        <Text span display="block" inherit>
          {t('backends.software')}
        </Text>
      )}
      {error && (
        <Text span display="block" inherit>
          {device === null ? hint : `${message} ${hint}`}
        </Text>
      )}
    </>
  );
}
