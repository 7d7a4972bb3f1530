import { NavLink, Tooltip } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../base/dialogs.ts';
import { ShortcutKeys } from '../components/ShortcutKeys.tsx';
import { labelWithKeys } from '../components/shortcut-text.ts';
import classes from './SideBar.module.css';

/** Opens the command palette. */
export function SearchButton({ collapsed }: { collapsed: boolean }) {
  const { t } = useTranslation();
  return (
    <Tooltip label={labelWithKeys(t, t('app.search'), 'palette')} position="right">
      <NavLink
        component="button"
        type="button"
        label={collapsed ? null : t('app.search')}
        aria-label={t('app.search')}
        aria-haspopup="dialog"
        leftSection={<IconSearch size={19} stroke={1.6} aria-hidden />}
        rightSection={collapsed ? null : <ShortcutKeys name="palette" />}
        className={classes.search}
        onClick={() => openDialog('palette')}
      />
    </Tooltip>
  );
}
