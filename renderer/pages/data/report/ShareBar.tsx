import { Box } from '@mantine/core';
import { useFormat } from '../../../base/format.ts';

/** Bar of a share in [0, 1], shown beside its figure. */
export function ShareBar({ share, width = '100%' }: { share: number; width?: number | string }) {
  const format = useFormat();
  return (
    <Box
      w={width}
      h={8}
      bg="var(--mantine-color-default-border)"
      style={{ borderRadius: 4, overflow: 'hidden' }}
      title={format.percent(share)}
      aria-hidden
    >
      <Box h="100%" w={`${100 * share}%`} bg="var(--mantine-primary-color-filled)" />
    </Box>
  );
}
