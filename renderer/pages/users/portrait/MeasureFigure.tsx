import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../../components/Figure.tsx';

interface MeasureFigureProps {
  label: string;
  value: string;
  unit?: string;
  help: string;
  quintile: number | null;
}

/** A figure with its quintile among all users. */
export function MeasureFigure({ label, value, unit, help, quintile }: MeasureFigureProps) {
  return (
    <Figure label={label} value={value} help={help} {...(unit === undefined ? {} : { unit })}>
      {quintile !== null && <Quintile quintile={quintile} />}
    </Figure>
  );
}

function Quintile({ quintile }: { quintile: number }) {
  const { t } = useTranslation();
  const text = t('users.quintile', { quintile });
  return (
    <Group gap={3} role="img" aria-label={text} title={text} wrap="nowrap">
      {[1, 2, 3, 4, 5].map((fifth) => (
        <span
          key={fifth}
          style={{
            flex: 1,
            height: 5,
            borderRadius: 3,
            background:
              fifth <= quintile ? 'var(--mantine-primary-color-filled)' : 'var(--mantine-color-default-border)',
          }}
        />
      ))}
    </Group>
  );
}
