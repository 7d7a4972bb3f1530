import { useTranslation } from 'react-i18next';
import { StepNumber } from './StepNumber.tsx';
import { StepSwitch } from './StepSwitch.tsx';
import type { StepProps } from './step-props.ts';
import { defined, withStep } from './with-step.ts';

/** Steps that leave out rows which are no behaviour of people: double-fired events, robots, the rare. */
export function RowSteps({ cleaning, onChange, suggestions }: StepProps) {
  const { t } = useTranslation();
  const { nearRepeats, bots, core } = cleaning;
  const found = (rows: number | undefined) => (rows === undefined ? null : t('cleaning.found', { count: rows }));
  const { bots: busy, rareUsers, rareItems } = suggestions;
  return (
    <>
      <StepSwitch
        label={t('cleaning.nearRepeats')}
        help={t('cleaning.nearRepeatsHelp')}
        found={found(suggestions.nearRepeats?.rows)}
        on={nearRepeats !== undefined}
        onToggle={(on) =>
          onChange(
            withStep(cleaning, 'nearRepeats', on ? { seconds: suggestions.nearRepeats?.seconds ?? 3 } : undefined),
          )
        }
      >
        <StepNumber
          label={t('cleaning.seconds')}
          value={nearRepeats?.seconds}
          min={0.1}
          max={3600}
          onChange={(seconds) => seconds && onChange(withStep(cleaning, 'nearRepeats', { seconds }))}
        />
      </StepSwitch>
      <StepSwitch
        label={t('cleaning.bots')}
        help={t('cleaning.botsHelp')}
        found={found(busy?.rows)}
        on={bots !== undefined}
        onToggle={(on) => {
          const usual = defined({
            perMinute: busy?.perMinute ?? (busy?.perDay ? undefined : 120),
            perDay: busy?.perDay ?? undefined,
          });
          onChange(withStep(cleaning, 'bots', on ? usual : undefined));
        }}
      >
        <StepNumber
          label={t('cleaning.perMinute')}
          value={bots?.perMinute}
          min={1}
          whole
          onChange={(perMinute) => onChange(withStep(cleaning, 'bots', defined({ perMinute, perDay: bots?.perDay })))}
        />
        <StepNumber
          label={t('cleaning.perDay')}
          value={bots?.perDay}
          min={1}
          whole
          onChange={(perDay) => onChange(withStep(cleaning, 'bots', defined({ perMinute: bots?.perMinute, perDay })))}
        />
      </StepSwitch>
      <StepSwitch
        label={t('cleaning.core')}
        help={t('cleaning.coreHelp')}
        found={found(rareUsers || rareItems ? Math.max(rareUsers?.rows ?? 0, rareItems?.rows ?? 0) : undefined)}
        on={core !== undefined}
        onToggle={(on) => {
          const usual = { user: rareUsers?.fewerThan ?? 5, item: rareItems?.fewerThan ?? 5 };
          onChange(withStep(cleaning, 'core', on ? usual : undefined));
        }}
      >
        <StepNumber
          label={t('cleaning.coreUser')}
          value={core?.user}
          min={1}
          whole
          onChange={(user) => onChange(withStep(cleaning, 'core', defined({ user, item: core?.item })))}
        />
        <StepNumber
          label={t('cleaning.coreItem')}
          value={core?.item}
          min={1}
          whole
          onChange={(item) => onChange(withStep(cleaning, 'core', defined({ user: core?.user, item })))}
        />
      </StepSwitch>
    </>
  );
}
