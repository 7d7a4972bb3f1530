import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { useFormat } from '../../base/format.ts';
import classes from './home.module.css';

/** What the workspace contains, in figures. */
export function WorkspaceFigures({ workspace, models }: { workspace: WorkspaceInfo; models: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { firstTime, lastTime } = workspace;
  const days = [firstTime, lastTime].flatMap((time) => (time === null ? [] : format.day(Date.parse(time))));
  const figures: [label: string, value: string][] = [
    [t('data.events'), format.number(workspace.events)],
    [t('data.users'), format.number(workspace.users)],
    [t('data.items'), format.number(workspace.items)],
    [t('app.models'), format.number(models)],
    [t('app.segments'), format.number(workspace.segments.length)],
    [t('data.span'), days.length === 0 ? t('data.spanNone') : [...new Set(days)].join(' – ')],
  ];
  return (
    <dl className={classes.figures}>
      {figures.map(([label, value]) => (
        <div key={label} className={classes.figure}>
          <dt className={classes.label}>{label}</dt>
          <dd className={classes.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
