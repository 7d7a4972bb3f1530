import type { ErrorTexts } from '../../error-text.ts';

const RESTORE = '请用命令 "portrait restore" 恢复备份；"portrait doctor" 会说明损坏之处并修复可修复的部分。';

/** Errors of opening a workspace and of writing files. */
export const workspaceErrors: ErrorTexts = {
  NO_WORKSPACE: { message: '没有打开的工作区。', hint: '请打开或新建一个工作区。' },
  UNKNOWN_CURRENCY: {
    message: '没有货币“{{currency}}”。',
    hint: '请使用 ISO 4217 代码，如 CNY、EUR 或 USD。',
  },
  WORKSPACE_EXISTS: { message: '{{path}} 处已有工作区。', hint: '请打开它，或换一个名称。' },
  WORKSPACE_NOT_FOUND: {
    message: '在 {{path}} 找不到工作区。',
    hint: '它可能已被移走或改名，请检查路径，或新建工作区。',
  },
  WORKSPACE_BUSY: {
    message: '工作区中有任务正在运行（{{job}}），无法恢复备份。',
    hint: '请等任务结束，或取消它。',
  },
  BACKUP_NOT_FOUND: { message: '没有名为 {{backup}} 的备份。', hint: '请从备份列表中选择。' },
  WORKSPACE_IN_USE: { message: '工作区 {{path}} 正在其他窗口或终端中使用。', hint: '请先在那里关闭它。' },
  WORKSPACE_NEWER: {
    message: '此工作区由更新版本的 Portrait 保存（数据版本 {{version}}，当前版本支持 {{known}}）。',
    hint: '请更新 Portrait 后再打开，其中内容未被改动。',
  },
  WORKSPACE_DAMAGED: {
    message: '工作区 {{path}} 的数据库已损坏，或并非 Portrait 的数据库。',
    hint: RESTORE,
    variants: {
      schema: { message: '工作区已损坏：{{path}} 的结构与其版本不符。' },
      value: { message: '工作区已损坏：数据库中有一项内容无法读取。' },
      missing: { message: '工作区 {{path}} 已损坏：缺少 workspace.db。' },
      empty: { message: '工作区 {{path}} 已损坏：workspace.db 是空的。' },
      folder: { message: '工作区 {{path}} 已损坏：{{name}} 不是文件夹。' },
    },
  },
  WORKSPACE_HAS_LINKS: {
    message: '无法打开工作区 {{path}}：其中的 {{name}} 是链接或特殊文件。',
    hint: '链接可能指向工作区之外。请换成真正的文件或文件夹，或将其删除。',
  },
  WORKSPACE_IS_LINK: {
    message: '{{path}} 是指向其他位置工作区的链接。',
    hint: '请重命名或删除它所指向的文件夹。',
  },
  WORKSPACE_MOVED: {
    message: '工作区已不在打开时的位置 {{path}}。',
    hint: '请将其文件夹移回原处，或在新位置打开。数据没有丢失。',
  },
  WORKSPACE_NAME_REFUSED: {
    message: '无法在 {{path}} 新建工作区。',
    hint: '请使用较短的名称，并选择一个文件夹作为位置。',
  },
  NOT_A_WORKSPACE: {
    message: '{{file}} 是其他程序的数据库。',
    hint: '请选择 Portrait 的工作区文件夹（名称以 .portrait 结尾），或新建一个。',
  },
  WORKSPACE_READ_ONLY: {
    message: '工作区 {{path}} 无法写入。',
    hint: '请检查文件夹的权限及磁盘是否只读，或将其复制到可写的位置。',
  },
  DISK_ERROR: {
    message: '无法读写工作区所在的磁盘。',
    hint: '请检查磁盘或其连接，然后重试。',
  },
  DISK_FULL: {
    message: '磁盘已满。',
    hint: '请释放磁盘空间后重试。工作区未改变。',
    variants: {
      import: {},
      file: {
        message: '磁盘已满，{{file}} 未写入。',
        hint: '请释放磁盘空间或换一个位置，然后重试。没有留下不完整的文件。',
      },
    },
  },
  CANNOT_WRITE: { message: '{{file}} 无法写入（{{errorCode}}）。', hint: '请确认文件夹存在且可写，或换一个位置。' },
  FOLDER_IN_USE: { message: '文件夹 {{folder}} 中已有内容。', hint: '请换一个文件夹，或先清空它。' },
  PATH_REFUSED: {
    message: '窗口不能使用路径 {{path}}。',
    hint: '请在窗口中选择文件，或将文件拖入窗口。',
    variants: {
      file: {},
      folder: { hint: '请只写文件名，不要带文件夹；文件将保存在 {{folder}}。' },
      workspace: { message: '{{path}} 位于工作区之内。', hint: '请选择工作区以外的位置，或文件夹 {{folder}}。' },
    },
  },
  FILE_EXISTS: {
    message: '{{file}} 已存在，且不是同一内容先前的导出。',
    hint: '请换一个名称，或用 --force 替换该文件。',
  },
  NAME_RESERVED: { message: 'Windows 保留了名称“{{name}}”。', hint: '请换一个名称。' },
  ARCHIVE_TOO_LARGE: {
    message: '{{file}} 将超过压缩包 4 GiB 的上限。',
    hint: '请在桌面版中导出检查点：桌面版导出为文件夹，没有此上限。',
  },
  UPLOAD_FAILED: {
    message: '文件“{{file|file}}”未能完整传输。',
    hint: '请确认引擎仍在运行且磁盘有足够空间，然后重试。',
  },
  UPLOAD_LIMIT: { message: '已有 {{limit}} 个文件正在传输。', hint: '请等待这些文件传输完毕后重试。' },
  DOWNLOAD_FAILED: { message: '文件“{{file}}”无法下载。', hint: '请确认引擎仍在运行，然后重试。' },
};
