import { Anchor, Text } from '@mantine/core';

/** Name of a row, as a link to its page. */
export function RowLink({ href, name }: { href: string; name: string }) {
  return (
    <Anchor href={href} size="sm" fw={500} truncate flex={1} miw={0} title={name}>
      {name}
    </Anchor>
  );
}

/** Fact about a row, such as its time. */
export function RowFact({ text }: { text: string }) {
  return (
    <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
      {text}
    </Text>
  );
}
