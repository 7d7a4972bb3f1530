import { Anchor, Group, Paper, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './home.module.css';

interface PanelProps<Row> {
  title: string;
  /** Address and label of a link to the full list. */
  href: string;
  all: string;
  /** Shown if there are no rows. */
  empty: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  children: (row: Row) => ReactNode;
}

/** Maximum number of rows per panel. */
const MAX_ROWS = 5;

/** First rows of a list, with a link to its page. */
export function Panel<Row>({ title, href, all, empty, rows, rowKey, children }: PanelProps<Row>) {
  const id = useId();
  return (
    <Paper withBorder px="md" py="sm" component="section" aria-labelledby={id}>
      <Group justify="space-between" mb={6}>
        <Title order={2} id={id}>
          {title}
        </Title>
        <Anchor size="sm" href={href}>
          {all}
        </Anchor>
      </Group>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {empty}
        </Text>
      ) : (
        <ul className={classes.rows}>
          {rows.slice(0, MAX_ROWS).map((row) => (
            <li key={rowKey(row)} className={classes.row}>
              {children(row)}
            </li>
          ))}
        </ul>
      )}
    </Paper>
  );
}
