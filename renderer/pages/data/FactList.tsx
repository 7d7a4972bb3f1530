import { Group, Text } from '@mantine/core';

/** Facts about an object, as name and value pairs in a row. */
export function FactList({ facts }: { facts: readonly (readonly [name: string, value: string])[] }) {
  return (
    <Group gap="4px 32px" component="dl" m={0}>
      {facts.map(([name, value]) => (
        <Group key={name} gap={6} wrap="nowrap">
          <Text size="sm" c="dimmed" component="dt">
            {name}
          </Text>
          <Text size="sm" fw={500} component="dd" m={0}>
            {value}
          </Text>
        </Group>
      ))}
    </Group>
  );
}
