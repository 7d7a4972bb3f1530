import type { backends as english } from '../en/backends.ts';
import type { Translation } from '../translation.ts';

export const backends: Translation<typeof english> = {
  threads_other: '{{count}} 个线程',
  title: '计算后端',
  help: '从下一个任务起生效，适用于这台电脑上的所有工作区。中断的训练可在任一后端上继续。',
  auto: '自动',
  autoHelp: '结果正确的后端中最快的一个',
  rate: '{{rate}} 事件/秒',
  rateHelp: '小模型的训练速度；WebAssembly 为单线程。',
  software: '软件模拟的 GPU：结果正确，但很慢。',
  unmeasured: '尚未测量',
  running: '正在测量…',
  measure: '测量',
  measureAgain: '重新测量',
  measuring: '正在逐个测试并计时，期间可以运行任务。',
  measured: '测量于 {{time}}',
  inUse: '使用中',
};
