import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './customers.module.css';

export interface HeatCell {
  content: ReactNode;
  /** Strength of its colour, 0 to 1. */
  heat: number;
}

interface HeatTableProps {
  label: string;
  /** Header of the row names, and of the columns. */
  corner: string;
  columns: readonly string[];
  rows: readonly { name: ReactNode; key: string; cells: readonly HeatCell[] }[];
  minWidth: number;
}

/** Share of the accent colour behind the strongest cell, in per cent, so that text remains legible. */
const MOST = 35;

const background = (heat: number) =>
  `color-mix(in srgb, var(--mantine-primary-color-filled) ${Math.round(MOST * Math.max(0, Math.min(1, heat)))}%, transparent)`;

/** A table of figures whose background shows how large they are. */
export function HeatTable({ label, corner, columns, rows, minWidth }: HeatTableProps) {
  return (
    <Table.ScrollContainer minWidth={minWidth} scrollAreaProps={{ offsetScrollbars: false }}>
      <Table aria-label={label} verticalSpacing={4} horizontalSpacing={6} className={classes.matrix}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" ta="left">
              {corner}
            </Table.Th>
            {columns.map((name) => (
              <Table.Th key={name} scope="col">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ name, key, cells }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={400}>
                {name}
              </Table.Th>
              {cells.map(({ content, heat }, at) => (
                <Table.Td key={columns[at]} style={{ background: background(heat) }}>
                  {content}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
