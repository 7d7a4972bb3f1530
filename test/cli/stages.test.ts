import { expect, it } from 'vitest';
import { stageName } from '../../electron/cli/stages.ts';
import { Stage, Unit } from '../../shared/domain/progress.ts';
import { units } from '../../shared/texts/progress.ts';

it('each stage and each unit has an English name', () => {
  const names = Stage.options.filter((stage) => stage !== 'other').map(stageName);
  expect(names).not.toContain(stageName('other'));
  expect(Object.keys(units).sort()).toEqual([...Unit.options].sort());
});
