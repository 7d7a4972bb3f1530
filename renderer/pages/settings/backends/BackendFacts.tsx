import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BackendReport } from '../../../../shared/contract/backends.ts';
import { useFormat } from '../../../base/format.ts';
import { messageOf } from '../../../base/message-of.ts';
import classes from './backends.module.css';

interface BackendFactsProps {
  backend: BackendReport;
  inUse: boolean;
  /** Whether the backend is being tested and timed. */
  measuring: boolean;
}

/** The device and speed of a backend, or why it cannot be used. */
export function BackendFacts({ backend, inUse, measuring }: BackendFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { device, software, rate, error } = backend;
  const { message, hint } = error ? messageOf(error, t) : { message: '', hint: '' };
  return (
    <>
      <Group component="span" gap="xs">
        {inUse && (
          <Badge component="span" size="xs" variant="light" tt="none" className={classes.inUse}>
            {t('backends.inUse')}
          </Badge>
        )}
        {device ?? (error ? message : t(measuring ? 'backends.running' : 'backends.unmeasured'))}
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
