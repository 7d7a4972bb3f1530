import { Grid } from '@mantine/core';
import { DeleteRun } from '../../runs/DeleteRun.tsx';
import { RecordPanel } from '../../runs/RecordPanel.tsx';
import { RenameRun } from '../../runs/RenameRun.tsx';
import { RunActions } from '../../runs/RunActions.tsx';
import { RunCurve } from '../../runs/RunCurve.tsx';
import { RunFigures } from '../../runs/RunFigures.tsx';
import { RunPage } from '../../runs/RunPage.tsx';
import { RunSettings } from '../../runs/RunSettings.tsx';
import { RunTabs } from '../../runs/RunTabs.tsx';
import { SavePanel } from '../../runs/SavePanel.tsx';
import { Answers, answer, failure } from '../Answers.tsx';
import { Dialog, State } from '../State.tsx';
import { fault } from '../samples/errors.ts';
import { laterImport } from '../samples/imports.ts';
import { behaviourRun, detailOf, recordOf, textRun } from '../samples/run.ts';
import { profiledWorkspace } from '../samples/workspace.ts';

const { id } = behaviourRun;
const detail = [
  answer('train.run', { run: id }, detailOf(behaviourRun)),
  answer('train.record', { run: id }, recordOf(behaviourRun)),
  answer('ingest.imports', {}, { imports: [laterImport] }),
  answer('workspace.info', {}, { workspace: profiledWorkspace }),
];
const failures = [failure('train.run', { run: id }, fault), failure('train.record', { run: id }, fault)];
const named = { ...behaviourRun, title: 'Spring', note: '30 epochs, seed 1' };

export const run = {
  RunPage: () => (
    <Answers answers={detail}>
      <RunPage run={named} tab={undefined}>
        <RunCurve run={id} />
      </RunPage>
    </Answers>
  ),
  RunTabs: () => (
    <Answers answers={detail}>
      {(['curves', 'settings', 'record'] as const).map((tab) => (
        <RunTabs key={tab} run={behaviourRun} tab={tab}>
          {null}
        </RunTabs>
      ))}
    </Answers>
  ),
  RunActions: () => <RunActions run={named} />,
  RunFigures: () => <RunFigures run={textRun} />,
  RunCurve: () => (
    <Grid>
      <Grid.Col span={6}>
        <State name="busy">
          <RunCurve run={id} />
        </State>
      </Grid.Col>
      <Grid.Col span={6}>
        <State name="error">
          <Answers answers={failures}>
            <RunCurve run={id} />
          </Answers>
        </State>
      </Grid.Col>
    </Grid>
  ),
  RunSettings: () => (
    <State name="error">
      <Answers answers={failures}>
        <RunSettings run={behaviourRun} />
      </Answers>
    </State>
  ),
  RecordPanel: () => (
    <>
      <State name="busy">
        <RecordPanel run={behaviourRun} />
      </State>
      <State name="error">
        <Answers answers={failures}>
          <RecordPanel run={behaviourRun} />
        </Answers>
      </State>
    </>
  ),
  SavePanel: () => (
    <State name="disabled">
      <Answers answers={[answer('train.run', { run: textRun.id }, detailOf(textRun))]}>
        <SavePanel run={textRun} />
      </Answers>
    </State>
  ),
  RenameRun: () => (
    <Dialog name="dialog">{(opened, onClose) => <RenameRun run={named} opened={opened} onClose={onClose} />}</Dialog>
  ),
  DeleteRun: () => (
    <Dialog name="dialog">
      {(opened, onClose) => <DeleteRun run={named} opened={opened} onClose={onClose} backTo="models" />}
    </Dialog>
  ),
};
