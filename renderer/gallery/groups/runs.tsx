import { EvaluationBadge } from '../../runs/EvaluationBadge.tsx';
import { RunList } from '../../runs/RunList.tsx';
import { StaleBadge } from '../../runs/StaleBadge.tsx';
import { Answers, answer } from '../Answers.tsx';
import { Row, State } from '../State.tsx';
import { laterImport } from '../samples/imports.ts';
import { behaviourRun, evaluationWith, newRun, textRun } from '../samples/run.ts';

export const runs = {
  EvaluationBadge: () => (
    <Row>
      <EvaluationBadge evaluation={null} />
      <EvaluationBadge evaluation={evaluationWith(0.041, 'clearly')} />
      <EvaluationBadge evaluation={evaluationWith(0.004, 'maybe')} />
      <EvaluationBadge evaluation={evaluationWith(-0.002, 'no')} />
      <EvaluationBadge evaluation={evaluationWith(-0.041, 'no')} />
    </Row>
  ),
  StaleBadge: () => (
    <Answers answers={[answer('ingest.imports', {}, { imports: [laterImport] })]}>
      <StaleBadge run={behaviourRun} />
    </Answers>
  ),
  RunList: () => (
    <>
      <State name="empty">
        <RunList runs={[]} selected={null} />
      </State>
      <State name="filled">
        <RunList runs={[textRun, newRun, behaviourRun]} selected="run-2" />
      </State>
    </>
  ),
};
