import { Code, Group, Table, Text, Title } from '@mantine/core';
import type { BriefPage } from '../../../shared/texts/brief/brief-page.ts';
import { TableExport } from '../../components/TableExport.tsx';
import classes from './brief.module.css';

type RecomputeProps = BriefPage['recompute'] & { heading: string };

/** The rule of each group, by which it can be computed again. */
export function Recompute({ heading, text, columns, rows }: RecomputeProps) {
  return (
    <section>
      <Group justify="space-between" wrap="nowrap">
        <Title order={3}>{heading}</Title>
        <TableExport
          label={heading}
          header={columns}
          rows={() => rows.map(({ name, rule }) => [name, rule])}
          className={classes.screenOnly}
        />
      </Group>
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
