import { FinetuneStatus } from '../../predictions/FinetuneStatus.tsx';
import { PredictionsTable } from '../../predictions/PredictionsTable.tsx';
import { Answers, answer } from '../Answers.tsx';
import { predictions as rows } from '../samples/predictions.ts';

export const predictions = {
  PredictionsTable: () => (
    <Answers answers={[answer('prediction.list', {}, { predictions: [...rows] })]}>
      <PredictionsTable />
    </Answers>
  ),
  FinetuneStatus,
};
