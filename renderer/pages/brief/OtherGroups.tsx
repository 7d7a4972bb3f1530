import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { GroupRow } from '../../../shared/texts/brief/group-texts.ts';
import classes from './brief.module.css';

interface OtherGroupsProps {
  columns: readonly string[];
  groups: readonly GroupRow[];
  /** Returns the buttons of a group, given its key and name. */
  buttonsOf: (key: string, name: string) => ReactNode;
}

/** Table of the remaining groups. */
export function OtherGroups({ columns, groups, buttonsOf }: OtherGroupsProps) {
  const isNumber = (column: number) => column > 0 && column < columns.length - 1;
  const align = (column: number) => (isNumber(column) ? 'right' : 'left');
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table layout="auto" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((name, column) => (
              <Table.Th key={name} ta={align(column)}>
                {name}
              </Table.Th>
            ))}
            <Table.Td className={classes.buttons} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map(({ key, name, cells }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={500}>
                {name}
              </Table.Th>
              {cells.map((cell, index) => (
                <Table.Td key={columns[index + 1]} ta={align(index + 1)}>
                  {cell}
                </Table.Td>
              ))}
              <Table.Td>
                <div className={classes.rowButtons}>{buttonsOf(key, name)}</div>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
