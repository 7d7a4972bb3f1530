import type { model as english } from '../../en/model/index.ts';
import type { Translation } from '../../translation.ts';
import { compare } from './compare.ts';
import { movement } from './movement.ts';
import { quality } from './quality.ts';
import { run } from './run.ts';
import { search } from './search.ts';
import { start } from './start.ts';

export const model: Translation<typeof english> = {
  compare,
  movement,
  quality,
  run,
  search,
  start,
  intervalOf: '{{value}}；95% 置信区间 {{low}} 至 {{high}}',
  setting: '设置',
  trained: '{{run}} 已训练完成',
  toResult: '查看结果',
};
