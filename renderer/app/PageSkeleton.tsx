import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Placeholder while the code of a page is loading: a title above a table. */
export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <Stack gap="md" px="clamp(12px, 2vw, 32px)" py="xs" role="status">
      <VisuallyHidden>{t('terms.loading')}</VisuallyHidden>
      <Skeleton height={28} width={220} />
      <Skeleton height={96} />
      <Skeleton height={320} />
    </Stack>
  );
}
