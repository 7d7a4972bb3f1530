import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../base/format.ts';

const MOST = 5;

/** A rating, as stars if it is a whole number of 1 to 5. */
export function Stars({ rating }: { rating: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = t('users.rating', { rating: format.number(rating, Number.isInteger(rating) ? 0 : 1) });
  if (!Number.isInteger(rating) || rating < 1 || rating > MOST) {
    return (
      <Text size="sm" fw={600}>
        {text}
      </Text>
    );
  }
  return (
    <Text size="sm" role="img" aria-label={text} title={text}>
      {'★'.repeat(rating)}
      {'☆'.repeat(MOST - rating)}
    </Text>
  );
}
