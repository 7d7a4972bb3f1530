import { SegmentedControl, Tabs, VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconLayoutBottombar, IconMap2, IconTable } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './explore.module.css';
import { type Layout, layouts, type Panel, panels } from './explore-state.ts';

interface BottomPanelProps {
  panel: Panel;
  layout: Layout;
  /** Number of selected users as text; null while unknown. */
  size: string | null;
  onPanel: (panel: Panel) => void;
  onLayout: (layout: Layout) => void;
  /** Content over the right side of the panel. */
  drawer: ReactNode;
  /** Renders a tab, given its height in pixels. */
  children: (panel: Panel, height: number) => ReactNode;
}

const icons = { both: IconLayoutBottombar, map: IconMap2, table: IconTable };

/** Tabs below or instead of the map: the selected users, their distinguishing features, and the clusters. */
export function BottomPanel({ panel, layout, size, onPanel, onLayout, drawer, children }: BottomPanelProps) {
  const { t } = useTranslation();
  const { ref, height } = useElementSize();
  const title = (name: Panel) =>
    name === 'users' && size !== null ? t('explore.usersCount', { size }) : t(`explore.panels.${name}`);
  return (
    <Tabs
      value={panel}
      onChange={(value) => {
        const next = panels.find((name) => name === value);
        if (next) onPanel(next);
      }}
      className={classes.panel}
      data-layout={layout}
      keepMounted={false}
    >
      <div className={classes.tabs}>
        <Tabs.List className={classes.tabList}>
          {panels.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {title(name)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <SegmentedControl
          size="xs"
          aria-label={t('explore.layout')}
          value={layout}
          onChange={onLayout}
          data={layouts.map((name) => ({ value: name, label: <LayoutLabel layout={name} /> }))}
        />
      </div>
      {layout !== 'map' &&
        panels.map((name) => (
          <Tabs.Panel key={name} value={name} className={classes.content} ref={name === panel ? ref : undefined}>
            {children(name, height)}
          </Tabs.Panel>
        ))}
      {drawer}
    </Tabs>
  );
}

function LayoutLabel({ layout }: { layout: Layout }) {
  const { t } = useTranslation();
  const Icon = icons[layout];
  const text = t(`explore.layouts.${layout}`);
  return (
    <span title={text} className={classes.layoutLabel}>
      <Icon size={15} aria-hidden />
      <VisuallyHidden>{text}</VisuallyHidden>
    </span>
  );
}
