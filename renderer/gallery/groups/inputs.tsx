import { Radio, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChoiceCard } from '../../components/ChoiceCard.tsx';
import { ColourSchemeControl } from '../../components/ColourSchemeControl.tsx';
import { ConfirmDelete } from '../../components/ConfirmDelete.tsx';
import { LanguageControl } from '../../components/LanguageControl.tsx';
import { NewWorkspace } from '../../components/NewWorkspace.tsx';
import { OpenFolder } from '../../components/OpenFolder.tsx';
import { RegionalControls } from '../../components/RegionalControls.tsx';
import { ShortcutList } from '../../components/ShortcutList.tsx';
import { WorkspaceList } from '../../components/WorkspaceList.tsx';
import { Answers, answer } from '../Answers.tsx';
import { Dialog, Row, State } from '../State.tsx';
import { diskFull } from '../samples/errors.ts';
import { profiledWorkspace } from '../samples/workspace.ts';
import { workspaceOverviews } from '../samples/workspaces.ts';

export const inputs = {
  ChoiceCard: () => {
    const { t } = useTranslation();
    return (
      <Radio.Group defaultValue="quick" aria-label={t('training.effort')}>
        <SimpleGrid cols={3}>
          <ChoiceCard value="quick" title={t('training.quick')} text={t('texts.efforts.words.quick')} />
          <ChoiceCard value="thorough" title={t('training.thorough')} text={t('texts.efforts.words.thorough')} />
          <ChoiceCard value="texts" title={t('training.kinds.texts')} text={t('terms.noDataText')} disabled />
        </SimpleGrid>
      </Radio.Group>
    );
  },
  ColourSchemeControl: () => (
    <Row>
      <ColourSchemeControl />
    </Row>
  ),
  RegionalControls: () => <RegionalControls workspace={profiledWorkspace} />,
  ShortcutList: () => <ShortcutList />,
  LanguageControl: () => (
    <Row>
      <LanguageControl />
    </Row>
  ),
  ConfirmDelete: () => {
    const { t } = useTranslation();
    const texts = {
      title: t('runs.deleteTitle'),
      text: t('runs.deleteText', { name: 'run-1' }),
      done: t('runs.deleted'),
    };
    const removals = [
      ['busy', () => new Promise(() => {})],
      ['error', () => Promise.reject(diskFull)],
    ] as const;
    return (
      <Row>
        {removals.map(([name, remove]) => (
          <Dialog key={name} name={name}>
            {(opened, onClose) => (
              <ConfirmDelete {...{ opened, onClose, texts, remove }} name="run-1" backTo="models" />
            )}
          </Dialog>
        ))}
      </Row>
    );
  },
  NewWorkspace: () => (
    <Answers answers={[answer('workspace.list', {}, { home: '/home/anna/Portrait', workspaces: [] })]}>
      <Dialog name="dialog">{(opened, onClose) => <NewWorkspace opened={opened} onClose={onClose} />}</Dialog>
    </Answers>
  ),
  WorkspaceList: () => (
    <>
      <Answers
        answers={[
          answer('workspace.overviews', {}, { home: '/home/anna/Portrait', workspaces: [...workspaceOverviews] }),
          answer('workspace.info', {}, { workspace: profiledWorkspace }),
        ]}
      >
        <WorkspaceList />
      </Answers>
      <State name="busy">
        <Answers answers={[]}>
          <WorkspaceList />
        </Answers>
      </State>
      <State name="empty">
        <Answers answers={[answer('workspace.overviews', {}, { home: '/home/anna/Portrait', workspaces: [] })]}>
          <WorkspaceList />
        </Answers>
      </State>
    </>
  ),
  OpenFolder: () => <OpenFolder />,
};
