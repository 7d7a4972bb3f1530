import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './portrait.module.css';

/** List of labelled facts. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>;
}

interface FactProps {
  label: string;
  value: string;
  /** Evidence for the value, for example its interval. */
  evidence?: string | undefined;
}

export function Fact({ label, value, evidence }: FactProps) {
  return (
    <>
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="dd" size="sm">
        <Text span inherit fw={600} style={{ overflowWrap: 'anywhere' }}>
          {value}
        </Text>{' '}
        {evidence !== undefined && (
          <Text span size="xs" c="dimmed">
            {evidence}
          </Text>
        )}
      </Text>
    </>
  );
}
