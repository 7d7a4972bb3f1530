import { Center, Loader, Stack, Text } from '@mantine/core';

/** Full-page placeholder. */
export function Waiting({ text }: { text: string }) {
  return (
    <Center h="60vh">
      <Stack align="center" gap="sm" role="status">
        <Loader />
        <Text c="dimmed">{text}</Text>
      </Stack>
    </Center>
  );
}
