import { registerReference } from './register.ts';

registerReference('AddBias', ({ x, bias }) => x!.add(bias!));
registerReference('ColumnSums', ({ x }) => x!.sum(0));
