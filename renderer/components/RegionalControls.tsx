import { Select, SimpleGrid, Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../shared/contract/workspace.ts';
import { perform } from '../engine/undo-stack.ts';
import { useAction } from '../engine/use-action.ts';
import { call } from '../engine/use-call.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { zoneNames } from './zone-names.ts';

/** Selects the time zone and the currency of a workspace. */
export function RegionalControls({ workspace }: { workspace: WorkspaceInfo }) {
  const { t, i18n } = useTranslation();
  const change = useAction((name: 'timeZone' | 'currency', value: string | null) => {
    const set = (chosen: string | null) => call('workspace.changeSettings', { [name]: chosen });
    const title = t(name === 'timeZone' ? 'terms.regional.zone' : 'terms.regional.currency');
    const label = `${title}: ${value ?? t('terms.none')}`;
    const before = workspace[name];
    return perform({ label, redo: () => set(value), undo: () => set(before) });
  });
  const currencies = useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language === 'zh' ? 'zh-CN' : 'en-GB', { type: 'currency' });
    return Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: `${code} · ${names.of(code)}` }));
  }, [i18n.language]);
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" maw={640} style={{ alignItems: 'end' }}>
        <Select
          label={t('terms.regional.zone')}
          description={t(workspace.timeZone === null ? 'terms.regional.zoneNone' : 'terms.regional.zoneHelp')}
          placeholder="UTC"
          searchable
          clearable
          limit={100}
          disabled={change.busy}
          value={workspace.timeZone}
          onChange={(timeZone) => void change.start('timeZone', timeZone)}
          data={zoneNames}
        />
        <Select
          label={t('terms.regional.currency')}
          description={t('terms.regional.currencyHelp')}
          placeholder={t('terms.regional.currencyNone')}
          searchable
          clearable
          limit={100}
          disabled={change.busy}
          value={workspace.currency}
          onChange={(currency) => void change.start('currency', currency)}
          data={currencies}
        />
      </SimpleGrid>
      {change.error !== null && <ErrorNotice error={change.error} />}
    </Stack>
  );
}
