import { ActionIcon, Checkbox, Skeleton, Text, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { AttributeFields } from './AttributeFields.tsx';
import { BehaviourFields } from './BehaviourFields.tsx';
import { ClusterFields } from './ClusterFields.tsx';
import { CustomerFields } from './CustomerFields.tsx';
import type { ConditionDraft } from './draft.ts';
import { MeasureFields } from './MeasureFields.tsx';
import { PredictionFields } from './PredictionFields.tsx';
import classes from './rules.module.css';
import { SegmentFields } from './SegmentFields.tsx';
import { TraitFields } from './TraitFields.tsx';
import { UsersFields } from './UsersFields.tsx';
import type { RuleNames } from './use-rule-editor.ts';

// Loaded on demand: few rules contain an area, and its fields draw a map.
const LassoFields = lazy(async () => ({ default: (await import('./LassoFields.tsx')).LassoFields }));

interface ConditionEditorProps {
  condition: ConditionDraft;
  names: RuleNames;
  /** null removes the condition. */
  onChange: (condition: ConditionDraft | null) => void;
}

/** One condition on a line. */
export function ConditionEditor({ condition, names, onChange }: ConditionEditorProps) {
  const { t } = useTranslation();
  const subject = t(`rules.subjects.${condition.subject}`);
  return (
    <fieldset className={classes.condition} aria-label={subject}>
      <div className={classes.fields}>
        <Tooltip label={t('rules.notLabel')}>
          <Checkbox
            size="xs"
            label={t('rules.not')}
            checked={condition.negated}
            onChange={(event) => onChange({ ...condition, negated: event.currentTarget.checked })}
          />
        </Tooltip>
        <Text size="sm" fw={600}>
          {subject}
        </Text>
        <Fields condition={condition} names={names} onChange={onChange} />
      </div>
      <ActionIcon
        flex="none"
        variant="subtle"
        color="gray"
        aria-label={t('rules.remove')}
        onClick={() => onChange(null)}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </fieldset>
  );
}

function Fields({ condition, names, onChange }: ConditionEditorProps) {
  switch (condition.subject) {
    case 'attribute':
      return <AttributeFields condition={condition} names={names} onChange={onChange} />;
    case 'measure':
      return <MeasureFields condition={condition} onChange={onChange} />;
    case 'customer':
      return <CustomerFields condition={condition} onChange={onChange} />;
    case 'prediction':
      return <PredictionFields condition={condition} onChange={onChange} />;
    case 'trait':
      return <TraitFields condition={condition} onChange={onChange} />;
    case 'cluster':
      return <ClusterFields condition={condition} onChange={onChange} />;
    case 'lasso':
      return (
        <Suspense fallback={<Skeleton width={260} height={180} />}>
          <LassoFields condition={condition} onChange={onChange} />
        </Suspense>
      );
    case 'segment':
      return <SegmentFields condition={condition} onChange={onChange} />;
    case 'users':
      return <UsersFields condition={condition} onChange={onChange} />;
    default:
      return <BehaviourFields condition={condition} names={names} onChange={onChange} />;
  }
}
