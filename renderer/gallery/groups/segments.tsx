import { Box } from '@mantine/core';
import { LiftSummary } from '../../segments/LiftSummary.tsx';
import { LiftTable } from '../../segments/LiftTable.tsx';
import { SaveSegment } from '../../segments/SaveSegment.tsx';
import { Row, State } from '../State.tsx';
import { lift, noLift } from '../samples/lift.ts';

export const segments = {
  LiftTable: () => <LiftTable lift={lift} />,
  LiftSummary: () => (
    <Row>
      <Box w={380}>
        <State name="filled">
          <LiftSummary lift={lift} />
        </State>
      </Box>
      <Box w={380}>
        <State name="empty">
          <LiftSummary lift={noLift} />
        </State>
      </Box>
    </Row>
  ),
  SaveSegment: () => (
    <>
      <State name="filled">
        <SaveSegment definition={{ rule: 'purchase' }} name="Loyal" onName={() => {}} />
      </State>
      <State name="disabled">
        <SaveSegment definition={null} name="" onName={() => {}} />
      </State>
    </>
  ),
};
