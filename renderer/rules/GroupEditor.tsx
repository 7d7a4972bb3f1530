import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AddToGroup } from './AddToGroup.tsx';
import { ConditionEditor } from './ConditionEditor.tsx';
import type { GroupDraft } from './draft.ts';
import { addTo, replaceIn } from './edit-draft.ts';
import { GroupHeader } from './GroupHeader.tsx';
import classes from './rules.module.css';
import type { RuleNames } from './use-rule-editor.ts';

interface GroupEditorProps {
  group: GroupDraft;
  names: RuleNames;
  /** null removes the group. */
  onChange: (group: GroupDraft | null) => void;
  /** Nesting depth; 0 for the outermost group. */
  depth?: number;
}

/** Deepest level that the editor offers; deeper groups can be written as text. */
const MAX_DEPTH = 4;

/** Conditions and nested groups joined by “all” or “any”. */
export function GroupEditor({ group, names, onChange, depth = 0 }: GroupEditorProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.group} aria-label={t(`rules.join.${group.join}`)}>
      <GroupHeader group={group} removable={depth > 0} onChange={onChange} />
      <Stack gap="xs" mt="sm">
        {group.children.map((child) =>
          child.kind === 'group' ? (
            <GroupEditor
              key={child.id}
              group={child}
              names={names}
              depth={depth + 1}
              onChange={(part) => onChange(replaceIn(group, child.id, part))}
            />
          ) : (
            <ConditionEditor
              key={child.id}
              condition={child}
              names={names}
              onChange={(part) => onChange(replaceIn(group, child.id, part))}
            />
          ),
        )}
      </Stack>
      <AddToGroup names={names} nestable={depth < MAX_DEPTH} onAdd={(part) => onChange(addTo(group, group.id, part))} />
    </fieldset>
  );
}
