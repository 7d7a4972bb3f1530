import { Code, Table, Text, Title } from '@mantine/core';
import type { BriefPage } from '../../../shared/texts/brief/brief-page.ts';

type RecomputeProps = BriefPage['recompute'] & { heading: string };

/** The rule of each group, by which it can be computed again. */
export function Recompute({ heading, text, columns, rows }: RecomputeProps) {
  return (
    <section>
      <Title order={3}>{heading}</Title>
      <Text size="sm" c="dimmed">
        {text}
      </Text>
      <Table layout="auto" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((name) => (
              <Table.Th key={name}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ name, rule }) => (
            <Table.Tr key={rule}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>
                <Code>{rule}</Code>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
