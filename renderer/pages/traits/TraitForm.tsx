import { Button, Group, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { MAX_FORMULA_LENGTH } from '../../../shared/domain/traits/formula.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { messageOf } from '../../base/message-of.ts';
import { notifyDone } from '../../base/notify.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { recordChange } from '../../engine/undo-stack.ts';
import { useAction } from '../../engine/use-action.ts';
import { ErrorPlace } from '../../rules/ErrorPlace.tsx';
import { saveTrait } from '../../traits/trait-changes.ts';
import { FormulaExamples } from './FormulaExamples.tsx';
import { TraitPreview } from './TraitPreview.tsx';
import type { TraitDraft } from './trait-draft.ts';
import classes from './traits.module.css';
import { useTraitPreview } from './use-trait-preview.ts';

interface TraitFormProps {
  workspace: WorkspaceInfo;
  draft: TraitDraft;
  /** Name of the trait that is edited; its name has no field. */
  edited?: string;
  onChange: (draft: TraitDraft) => void;
  onSaved: (name: string) => void;
}

/** Fields of a trait with a preview of its values. */
export function TraitForm({ workspace, draft, edited, onChange, onSaved }: TraitFormProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const preview = useTraitPreview(draft.formula, edited);
  const problem = preview.error === null ? null : messageOf(preview.error, t);
  const name = draft.name.trim();
  const { busy, error, start, reset } = useAction(async (replace: boolean) => {
    const change = await saveTrait({ ...draft, name, replace });
    recordChange({ ...change, label: `${t('traits.saved')}: ${name}` });
    notifyDone(t('traits.saved'), name);
    onSaved(name);
  });
  const isTaken = error instanceof PortraitError && error.code === 'TRAIT_EXISTS';
  const change = (changes: Partial<TraitDraft>) => {
    reset();
    onChange({ ...draft, ...changes });
  };

  function insert(example: string) {
    const { selectionStart: from = draft.formula.length, selectionEnd: to = from } = field.current ?? {};
    change({ formula: draft.formula.slice(0, from) + example + draft.formula.slice(to) });
    field.current?.focus();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void start(edited !== undefined);
  }

  return (
    <div className={classes.layout}>
      <Stack gap="lg">
        <Paper withBorder p="md" component="form" onSubmit={submit}>
          <Stack gap="sm">
            {edited === undefined && (
              <TextInput
                label={t('traits.name')}
                placeholder={t('traits.namePlaceholder')}
                value={draft.name}
                onChange={(event) => change({ name: event.currentTarget.value })}
                maxLength={200}
                required
              />
            )}
            <Textarea
              ref={field}
              label={t('traits.formula')}
              description={t('traits.formulaHelp')}
              value={draft.formula}
              onChange={(event) => change({ formula: event.currentTarget.value })}
              error={problem && `${problem.message} ${problem.hint}`}
              autosize
              minRows={2}
              maxRows={10}
              maxLength={MAX_FORMULA_LENGTH}
              spellCheck={false}
              required
              styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            />
            {preview.error !== null && <ErrorPlace text={preview.formula} error={preview.error} />}
            <Group grow preventGrowOverflow={false} align="flex-start">
              <TextInput
                label={t('traits.unit')}
                placeholder={t('traits.unitPlaceholder')}
                value={draft.unit}
                onChange={(event) => change({ unit: event.currentTarget.value })}
                maxLength={40}
                maw={180}
              />
              <TextInput
                label={t('traits.note')}
                value={draft.description}
                onChange={(event) => change({ description: event.currentTarget.value })}
                maxLength={2000}
              />
            </Group>
            {isTaken ? (
              <Group justify="space-between" wrap="nowrap" role="alert">
                <Text size="sm">{t('traits.exists', { name })}</Text>
                <Button size="xs" variant="default" loading={busy} onClick={() => void start(true)}>
                  {t('traits.replace')}
                </Button>
              </Group>
            ) : (
              error !== null && <ErrorNotice error={error} />
            )}
            <Group justify="flex-end">
              <Button
                type="submit"
                loading={busy}
                disabled={name === '' || draft.formula.trim() === '' || preview.error !== null}
                leftSection={<IconDeviceFloppy size={17} aria-hidden />}
              >
                {t('traits.save')}
              </Button>
            </Group>
          </Stack>
        </Paper>
        <FormulaExamples workspace={workspace} onInsert={insert} />
      </Stack>
      <TraitPreview preview={preview} unit={draft.unit.trim()} />
    </div>
  );
}
