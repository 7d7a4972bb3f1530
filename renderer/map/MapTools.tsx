import { ActionIcon, Group, Paper, SegmentedControl, Tooltip } from '@mantine/core';
import {
  IconArrowsMaximize,
  IconFocusCentered,
  IconHandStop,
  IconLasso,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScatterMode } from './gestures.ts';

interface MapToolsProps {
  mode: ScatterMode;
  onMode: (mode: ScatterMode) => void;
  onZoom: (factor: number) => void;
  onShowAll: () => void;
  /** Zooms to the selected points; null if there are none. */
  onShowSelection: (() => void) | null;
  /** Further buttons. */
  children?: ReactNode;
}

/** Buttons for the pan and lasso modes, zooming, and fitting the view to all or to the selected points. */
export function MapTools({ mode, onMode, onZoom, onShowAll, onShowSelection, children }: MapToolsProps) {
  const { t } = useTranslation();
  return (
    <Paper withBorder shadow="xs" p={4}>
      <Group gap={4} wrap="nowrap">
        <SegmentedControl
          size="xs"
          aria-label={t('map.mode')}
          value={mode}
          onChange={(value) => onMode(value)}
          data={[
            { value: 'pan', label: withIcon(<IconHandStop size={15} aria-hidden />, t('map.pan')) },
            { value: 'lasso', label: withIcon(<IconLasso size={15} aria-hidden />, t('map.lasso')) },
          ]}
        />
        <Tool label={t('map.nearer')} onClick={() => onZoom(1.6)}>
          <IconPlus size={16} />
        </Tool>
        <Tool label={t('map.further')} onClick={() => onZoom(1 / 1.6)}>
          <IconMinus size={16} />
        </Tool>
        <Tool label={t('map.showAll')} onClick={onShowAll}>
          <IconArrowsMaximize size={16} />
        </Tool>
        {onShowSelection && (
          <Tool label={t('map.showSelection')} onClick={onShowSelection}>
            <IconFocusCentered size={16} />
          </Tool>
        )}
        {children}
      </Group>
    </Paper>
  );
}

function withIcon(icon: ReactNode, text: string) {
  return (
    <Group gap={6} wrap="nowrap" justify="center">
      {icon}
      {text}
    </Group>
  );
}

function Tool({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
