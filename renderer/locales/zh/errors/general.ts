import type { ErrorTexts } from '../../error-text.ts';

/** Errors of jobs, of the engine and of the hosts. */
export const generalErrors: ErrorTexts = {
  CANCELLED: { message: '已取消。', hint: '可随时重新开始。' },
  INTERRUPTED: { message: 'Portrait 在任务运行期间被关闭。', hint: '请继续该任务，已保存的进度都在。' },
  JOB_DIED: {
    message: '任务意外终止{{#systemMessage}}（系统信息：{{systemMessage}}）{{/systemMessage}}。',
    hint: '可能是内存不足：请关闭其他程序或改用较小的设置，再继续任务。',
  },
  JOB_NOT_FOUND: { message: '没有任务“{{job}}”。', hint: '请从任务列表中选择。' },
  JOB_NOT_RESUMABLE: { message: '任务“{{job}}”无法继续：{{state|state}}。', hint: '请在相应页面重新开始。' },
  THREAD_DIED: {
    message: '一个工作线程意外终止{{#systemMessage}}（系统信息：{{systemMessage}}）{{/systemMessage}}。',
    hint: '可能是内存不足：请关闭其他程序或减少并行数，再继续任务。',
  },
  BAD_INPUT: {
    message: '输入无效：{{fields}}。',
    hint: '请更正所列的值后重试。',
    variants: {
      width: {
        message: '宽度 {{width}} 不能被注意力头数 {{heads}} 整除。',
        hint: '请选择注意力头数的整数倍作为宽度。',
      },
    },
  },
  UNKNOWN_METHOD: { message: '引擎没有“{{method}}”这一功能。', hint: '请重新加载窗口。' },
  ENGINE_GONE: { message: '引擎已停止。', hint: '它会自动重新启动，已保存的内容都在。请稍后再试。' },
  PAGE_NOT_BUILT: { message: '在 {{folder}} 中找不到界面文件。', hint: '请运行 "npm run build" 生成。' },
  FOREIGN_PAGE: { message: '这个请求不是来自 Portrait 的页面。', hint: '请打开 Portrait 给出的完整地址。' },
  NO_SESSION: {
    message: '此浏览器没有会话，或地址已被使用过。',
    hint: '请在 Portrait 的终端中按回车键，然后打开新显示的地址。',
  },
  NOT_FOUND: { message: '没有这个地址。', hint: '请返回 Portrait 的起始页。' },
  FILE_LIMIT: {
    message: '打开的文件过多。',
    hint: '请关闭 Portrait 的其他窗口和其他程序后重试；在终端中可用 "ulimit -n" 提高上限。',
  },
  PORT_IN_USE: {
    message: 'Portrait 无法使用端口 {{port|plain}}。',
    hint: '其他程序正在使用它。请用 --port 指定其他端口，或省略该选项以使用空闲端口。',
  },
};
