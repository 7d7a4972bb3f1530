import type { ErrorTexts } from '../../error-text.ts';

const AS_XLSX = '请另存为 .xlsx 或 CSV（UTF-8）后再导入。';
const AS_CSV = '请将数据导出为 CSV（UTF-8）后再导入。';
const AS_TABLE = '请将数据导出为 Parquet、NDJSON 或 CSV 后再导入。';
const SOURCE_TABLE = '请将原始表格导出为 CSV（UTF-8）后再导入。';
const UNPACK = '请先解压，再导入其中的文件。';
const REPACK = '请先解压，或改用 gzip 或 zstd 压缩。';

/** Errors of opening files. */
export const fileErrors: ErrorTexts = {
  FILE_NOT_FOUND: {
    message: '找不到文件 {{file}}。',
    hint: '请检查路径和拼写。',
    variants: {
      'empty-folder': { message: '文件夹 {{file}} 中没有表格。' },
      'no-match': { message: '没有文件与 {{file}} 匹配。' },
    },
  },
  FILE_UNREADABLE: {
    message: '{{file}} 无法读取。',
    hint: '请选择有权读取的文件。',
    variants: {
      'no-permission': { message: '{{file}} 无法读取：没有权限。' },
      folder: { message: '{{file}} 无法读取：它是文件夹。' },
      'link-loop': { message: '{{file}} 无法读取：符号链接循环。' },
      busy: { message: '{{file}} 无法读取：其他程序正在使用它。' },
      'disk-fault': { message: '{{file}} 无法读取：磁盘报告错误。' },
      network: { message: '{{file}} 无法读取：网络文件夹已有变化。' },
      'not-a-file': { message: '{{file}} 无法读取：它不是文件。' },
    },
  },
  FILE_EMPTY: {
    message: '“{{file|file}}”是空的。',
    hint: '请重新导出，或选择其他文件。',
    variants: {
      'no-table': { message: '“{{file|file}}”中没有表格。' },
      'no-row': { message: '“{{table}}”只有表头，没有数据行。', hint: '请对照文件的前几行检查字段映射和格式。' },
    },
  },
  FILE_BINARY: {
    message: '“{{file|file}}”的格式无法读取。',
    hint: AS_CSV,
    variants: {
      xls: { message: '“{{file|file}}”是旧版 Excel 工作簿（.xls）。', hint: AS_XLSX },
      'web-page': {
        message: '“{{file|file}}”是网页，其中没有可读取的表格。',
        hint: '请用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV（UTF-8）后再导入。',
      },
      xml: { message: '“{{file|file}}”是 XML 文件。', hint: AS_CSV },
      xlsb: { message: '“{{file|file}}”是二进制 Excel 工作簿（.xlsb）。', hint: AS_XLSX },
      opendocument: { message: '“{{file|file}}”是没有表格的 OpenDocument 文件。', hint: SOURCE_TABLE },
      office: { message: '“{{file|file}}”是办公文档。', hint: SOURCE_TABLE },
      workbook: {
        message: '“{{file|file}}”是过大的工作簿。',
        hint: '请将其中的工作表另存为 CSV（UTF-8）后再导入。',
      },
      pdf: { message: '“{{file|file}}”是 PDF 文件。', hint: SOURCE_TABLE },
      sqlite: { message: '“{{file|file}}”是 SQLite 数据库。', hint: '请将其中的表导出为 CSV（UTF-8）后再导入。' },
      '7z': { message: '“{{file|file}}”是 7z 压缩包。', hint: UNPACK },
      rar: { message: '“{{file|file}}”是 RAR 压缩包。', hint: UNPACK },
      tar: { message: '“{{file|file}}”是 tar 归档。', hint: '请先解压再导入文件夹，或改用 zip 压缩。' },
      bzip2: { message: '“{{file|file}}”用 bzip2 压缩。', hint: REPACK },
      xz: { message: '“{{file|file}}”用 xz 压缩。', hint: REPACK },
      avro: { message: '“{{file|file}}”是 Avro 文件。', hint: AS_TABLE },
      orc: { message: '“{{file|file}}”是 ORC 文件。', hint: AS_TABLE },
      arrow: { message: '“{{file|file}}”是 Arrow 文件。', hint: AS_TABLE },
      parquet: {
        message: '“{{file|file}}”是使用了不支持的特性的 Parquet 文件。',
        hint: '请将数据导出为普通的 Parquet、NDJSON 或 CSV 后再导入。',
      },
      picture: { message: '“{{file|file}}”是图片。' },
      binary: { message: '“{{file|file}}”不是文本文件。' },
    },
  },
  FILE_DAMAGED: {
    message: '“{{file|file}}”已损坏。',
    hint: '请重新下载或导出：它可能在传输中被截断。',
    variants: {
      'no-json': { message: '“{{file|file}}”已损坏：其中没有 JSON 对象。' },
      'no-columns': { message: '“{{file|file}}”已损坏：其中没有列。' },
      document: {
        message:
          '“{{file|file}}”已损坏：第 {{part}} 个文档无法读取{{#rejection}}（{{rejection|rejection}}）{{/rejection}}。',
      },
      structure: { message: '“{{file|file}}”已损坏：文件结构无效。' },
      inflate: { message: '“{{file|file}}”已损坏：无法完整解压。' },
      'inflate-part': { message: '“{{file|file}}”已损坏：其中的“{{part}}”无法解压。' },
      compression: { message: '“{{file|file}}”无法解压：其中的“{{part}}”使用了不支持的压缩方法（{{method}}）。' },
      checksum: { message: '“{{file|file}}”已损坏：其中的“{{part}}”校验和不符。' },
    },
  },
  FILE_ENCRYPTED: {
    message: '“{{file|file}}”{{#inner}}中的“{{inner}}”{{/inner}}有密码保护。',
    hint: '请先用原来的程序解除密码，再导入其中的文件。',
  },
  FILE_TOO_WIDE: {
    message: '“{{file|file}}”的列太多。',
    hint: '请按一行一个事件导出。',
    variants: {
      columns: { message: '“{{file|file}}”的列数超过 {{limit}}。' },
      'first-line': { message: '“{{file|file}}”的第一行超过 0.5 MB。' },
    },
  },
  FILE_ENCODING: {
    message: '无法检测“{{file|file}}”的文本编码。',
    hint: '请选择编码，或另存为 UTF-8（电子表格中选“CSV UTF-8”）后再导入。',
  },
  FILE_CHANGED: { message: '“{{file|file}}”在读取期间被改动。', hint: '请等它写完后再导入。工作区未改变。' },
  ARCHIVE_BOMB: {
    message: '压缩包“{{file|file}}”疑似为占满磁盘而制作（解压炸弹）。',
    hint: '如果它确实是导出的数据，请自行解压后导入其中的文件。',
    variants: {
      ratio: { message: '压缩包“{{file|file}}”解压后超过原大小的 {{limit}} 倍，疑似为占满磁盘而制作（解压炸弹）。' },
      parquet: {
        message: '“{{file|file}}”展开后超过原大小的 {{limit}} 倍，疑似为占满磁盘而制作（解压炸弹）。',
        hint: '如果它确实是导出的数据，请转换为 CSV 后再导入。',
      },
      entries: { message: '压缩包“{{file|file}}”含有超过 {{limit}} 个文件，疑似为占满磁盘而制作（解压炸弹）。' },
    },
  },
  ARCHIVE_NESTED: {
    message: '“{{file|file}}”中的“{{inner}}”是压缩包里的压缩包。',
    hint: '请先解压外层，再导入其中的文件。',
  },
  TABLE_NOT_FOUND: {
    message: '“{{file|file}}”中没有表“{{inner}}”。',
    hint: '{{#nearest}}您是否要找{{nearest|quoted}}？{{/nearest}}{{#tables}}现有的表：{{tables}}。{{/tables}}',
  },
  TOO_MANY_FILES: {
    message: '{{path}} 匹配 {{files}} 个文件，一次最多导入 {{limit}} 个。',
    hint: '请分文件夹导入。',
  },
  PATTERN_TOO_BROAD: {
    message: '文件名通配符 {{pattern}} 过于宽泛。',
    hint: '请改用文件夹，或较简单的通配符，如 exports/*.csv。',
    variants: {
      length: { message: '文件名通配符 {{pattern}} 超过 {{limit}} 个字符。' },
      alternatives: { message: '文件名通配符 {{pattern}} 的花括号中超过 {{limit}} 种选择。' },
      stars: { message: '文件名通配符 {{pattern}} 的一个名称中超过 {{limit}} 个星号。' },
    },
  },
};
