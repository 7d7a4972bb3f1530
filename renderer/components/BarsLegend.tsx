import { Group, Text, UnstyledButton } from '@mantine/core';
import classes from './StackedBars.module.css';

interface BarsLegendProps {
  series: readonly { name: string; colour: string }[];
  /** Names of the hidden series. */
  hidden: ReadonlySet<string>;
  onChange: (hidden: ReadonlySet<string>) => void;
}

/** Legend whose entries toggle the visibility of their series. */
export function BarsLegend({ series, hidden, onChange }: BarsLegendProps) {
  const toggle = (name: string) => {
    const next = new Set(hidden);
    if (!next.delete(name)) next.add(name);
    onChange(next);
  };
  return (
    <Group gap="md" mb="xs">
      {series.map(({ name, colour }) => (
        <UnstyledButton key={name} aria-pressed={!hidden.has(name)} onClick={() => toggle(name)}>
          <Group gap={6} wrap="nowrap">
            <span
              className={classes.swatch}
              style={{ background: colour }}
              data-hidden={hidden.has(name) || undefined}
            />
            <Text size="sm" td={hidden.has(name) ? 'line-through' : undefined}>
              {name}
            </Text>
          </Group>
        </UnstyledButton>
      ))}
    </Group>
  );
}
