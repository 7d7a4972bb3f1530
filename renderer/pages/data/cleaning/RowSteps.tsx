import { useTranslation } from 'react-i18next';
import { StepNumber } from './StepNumber.tsx';
import { StepSwitch } from './StepSwitch.tsx';
import type { StepProps } from './step-props.ts';
import { omitUndefined, withStep } from './with-step.ts';

/**
 * Cleaning steps that leave out rows that do not reflect human behaviour or are too sparse: double-fired events, bots,
 * rare users and items.
 */
export function RowSteps({ cleaning, onChange, suggestions }: StepProps) {
  const { t } = useTranslation();
  const { nearRepeats, bots, core } = cleaning;
  const matchesText = (rows: number | undefined) =>
    rows === undefined ? null : t('data.cleaning.found', { count: rows });
  const { bots: botSuggestion, rareUsers, rareItems } = suggestions;
  return (
    <>
      <StepSwitch
        label={t('data.cleaning.nearRepeats')}
        help={t('data.cleaning.nearRepeatsHelp')}
        matchesText={matchesText(suggestions.nearRepeats?.rows)}
        on={nearRepeats !== undefined}
        onToggle={(on) =>
          onChange(
            withStep(cleaning, 'nearRepeats', on ? { seconds: suggestions.nearRepeats?.seconds ?? 3 } : undefined),
          )
        }
      >
        <StepNumber
          label={t('data.cleaning.seconds')}
          value={nearRepeats?.seconds}
          min={0.1}
          max={3600}
          onChange={(seconds) => seconds && onChange(withStep(cleaning, 'nearRepeats', { seconds }))}
        />
      </StepSwitch>
      <StepSwitch
        label={t('data.cleaning.bots')}
        help={t('data.cleaning.botsHelp')}
        matchesText={matchesText(botSuggestion?.rows)}
        on={bots !== undefined}
        onToggle={(on) => {
          const defaults = omitUndefined({
            perMinute: botSuggestion?.perMinute ?? (botSuggestion?.perDay ? undefined : 120),
            perDay: botSuggestion?.perDay ?? undefined,
          });
          onChange(withStep(cleaning, 'bots', on ? defaults : undefined));
        }}
      >
        <StepNumber
          label={t('data.cleaning.perMinute')}
          value={bots?.perMinute}
          min={1}
          integerOnly
          onChange={(perMinute) =>
            onChange(withStep(cleaning, 'bots', omitUndefined({ perMinute, perDay: bots?.perDay })))
          }
        />
        <StepNumber
          label={t('data.cleaning.perDay')}
          value={bots?.perDay}
          min={1}
          integerOnly
          onChange={(perDay) =>
            onChange(withStep(cleaning, 'bots', omitUndefined({ perMinute: bots?.perMinute, perDay })))
          }
        />
      </StepSwitch>
      <StepSwitch
        label={t('data.cleaning.core')}
        help={t('data.cleaning.coreHelp')}
        matchesText={matchesText(
          rareUsers || rareItems ? Math.max(rareUsers?.rows ?? 0, rareItems?.rows ?? 0) : undefined,
        )}
        on={core !== undefined}
        onToggle={(on) => {
          const defaults = { user: rareUsers?.fewerThan ?? 5, item: rareItems?.fewerThan ?? 5 };
          onChange(withStep(cleaning, 'core', on ? defaults : undefined));
        }}
      >
        <StepNumber
          label={t('data.cleaning.coreUser')}
          value={core?.user}
          min={1}
          integerOnly
          onChange={(user) => onChange(withStep(cleaning, 'core', omitUndefined({ user, item: core?.item })))}
        />
        <StepNumber
          label={t('data.cleaning.coreItem')}
          value={core?.item}
          min={1}
          integerOnly
          onChange={(item) => onChange(withStep(cleaning, 'core', omitUndefined({ user: core?.user, item })))}
        />
      </StepSwitch>
    </>
  );
}
