import type { ErrorTexts } from '../../error-text.ts';

/** Errors of importing, of undoing imports, of saved formats and of watched folders. */
export const importErrors: ErrorTexts = {
  NO_ROW_USABLE: {
    message:
      '“{{table}}”中没有可导入的行。{{#line}}第 {{line}} 行：{{#rejection}}{{rejection|rejection}}{{/rejection}}。{{/line}}',
    hint: '请对照文件的前几行检查字段映射和格式。',
  },
  USERS_REPEATED: {
    message: '“{{file}}”中有 {{repeated}} 位用户（共 {{users}} 位）出现在取值不同的多行中，且没有一列是事件的时间。',
    hint: "若每行是一条事件，请把 time 映射到时间列；若各行已按先后排列，请映射 time='order'。若每位用户只取最后一行，请映射 user={{user}} 和 attributes=*。",
  },
  CHOICE_NEEDED: {
    message: '仅凭“{{name}}”的内容无法确定如何读取：{{choices}}。',
    hint: '请用 {{options}} 作答。数据检查会列出每一项的两种读法。',
  },
  MEMORY_FULL: {
    message: '导入所需内存超出限制。',
    hint: '请少映射几列（尤其是用户属性），或将文件分批导入。工作区未改变。',
  },
  UNKNOWN_ZONE: {
    message: '没有时区“{{zone}}”。',
    hint: '请使用 Asia/Shanghai、Europe/Berlin 或 UTC 这样的名称。',
  },
  LOOKUP_MISSING: {
    message: '“{{file|file}}”需要与文件“{{lookup}}”一同导入。',
    hint: '请同时选择两个文件。文件“{{lookup}}”含有{{columns|quoted}}列。',
  },
  NOTHING_REJECTED: { message: '导入 {{import}} 没有被拒绝的行。', hint: '所有行都已导入、被清洗剔除或是重复行。' },
  IMPORT_NOT_FOUND: {
    message: '此工作区中没有导入 {{import}}。',
    hint: '请从导入记录中选择。',
    variants: { none: { message: '尚未导入任何数据。', hint: '请先导入文件："portrait import WORKSPACE FILE"。' } },
  },
  IMPORT_NOT_LAST: {
    message: '之后的 {{count}} 次导入依赖于导入 {{import}}：{{files}}。',
    hint: '请先撤销之后的导入，或一并撤销。',
  },
  IMPORT_TOO_OLD: {
    message: '导入 {{import}}（{{file}}）由旧版 Portrait 完成，未保存撤销所需的内容。',
    hint: '请新建工作区，再导入要保留的文件。',
  },
  UNKNOWN_PRESET: {
    message: '没有格式“{{preset}}”。',
    hint: '{{#nearest}}您是否要找{{nearest|quoted}}？{{/nearest}}现有格式：{{presets}}。',
  },
  PRESET_DAMAGED: {
    message: '“{{file|file}}”不是有效的格式。',
    hint: '请修正或删除该文件，其他格式不受影响。',
    variants: {
      json: { message: '“{{file|file}}”不是有效的格式：无法解析其 JSON。' },
      fields: { message: '“{{file|file}}”不是有效的格式，以下字段有误：{{names}}。' },
      name: { message: '“{{file|file}}”不是有效的格式：其中的名称是{{names|quoted}}，与文件名不同。' },
      'built-in': { message: '“{{file|file}}”不是有效的格式：Portrait 自带的格式已使用名称{{names|quoted}}。' },
    },
  },
  PRESET_EXISTS: {
    message: '已有名为“{{name}}”的格式。',
    hint: '请换一个名称，或选择替换。',
    variants: { saved: {}, 'built-in': { hint: '它是 Portrait 自带的格式，请换一个名称。' } },
  },
  PRESET_NOT_FOUND: {
    message: '没有已保存的格式“{{name}}”。',
    hint: '请从列表中选择；Portrait 自带的格式不能移除。',
  },
  FOLDER_NOT_FOUND: { message: '找不到文件夹 {{folder}}。', hint: '请选择存放导出文件的文件夹。' },
  FOLDER_OF_WORKSPACE: {
    message: '{{folder}} 属于工作区本身。',
    hint: '请监视工作区以外的文件夹，否则工作区自身的文件会被导入。',
  },
  FOLDER_NOT_WATCHED: { message: '文件夹 {{folder}} 未被监视。', hint: '请查看监视的文件夹列表。' },
};
