import type { backends as english } from '../../en/app/backends.ts';
import type { Translation } from '../../translation.ts';

export const backends: Translation<typeof english> = {
  threads_other: '{{count}} 个线程',
  title: '模型的计算方式',
  help: '从下一个任务起生效，适用于本机的所有工作区。中断的训练换用任何一种都可以继续。',
  auto: '最快的一种',
  autoHelp: '仅限计算结果正确的',
  rate: '每秒 {{rate}} 个行为',
  rateHelp: '小模型每秒学习的行为数；WebAssembly 为单个线程。',
  software: '没有真正的显卡，由处理器模拟：结果正确，但很慢。',
  unmeasured: '尚未测试',
  asked: '正在测试……',
  measure: '测量',
  measureAgain: '重新测量',
  measuring: '正在逐个测试并计时，期间可以运行任务。',
  measured: '测量于 {{time}}',
  inUse: '使用中',
  choose: '当前由 {{name}} 计算，点击可更换',
};
