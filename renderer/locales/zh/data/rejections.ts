import type {
  jsonFaults as englishJsonFaults,
  rejections as englishRejections,
} from '../../../../shared/texts/rejections.ts';
import type { Translation } from '../../translation.ts';

/** Chinese texts of the reasons for rejecting a row, by code. */
export const rejections: Translation<typeof englishRejections> = {
  'column-count_other': '有 {{count}} 列，应为 {{expected}} 列',
  missing: '缺少{{field}}',
  'not-a-time': '{{field}}：“{{value}}”不是时间',
  'not-a-number': '{{field}}：“{{value}}”不是数值',
  'open-quote': '引号没有闭合',
  'text-after-quote': '闭合的引号后面还有文字',
  'row-too-long': '该行超过 1 MB',
  'no-items': '用户没有商品',
  'carriage-return': '行中含有回车符',
  'control-character': '行中含有控制字符',
  'not-utf8': '该行不是 UTF-8 编码',
  'not-json': '第 {{position}} 个字符处 JSON 无效：{{fault}}',
  'not-an-object': '不是 JSON 对象',
  'document-too-long': '文档超过 {{megabytes}} MB',
  'rows-too-long': '展开后的各行将超过 {{megabytes}} MB',
  'cut-off': '文档不完整',
  'array-cut-off': '文件在数组结束之前中断',
  title: '表格上方的标题',
  text: '{{text}}',
};

/** Chinese texts of the syntax errors of a JSON document, by code. */
export const jsonFaults: Translation<typeof englishJsonFaults> = {
  'extra-text': '结尾之后还有内容',
  'name-expected': '此处应为带引号的键名',
  'colon-expected': '此处应为冒号',
  'object-open': '此处应为逗号或 }',
  'array-open': '此处应为逗号或 ]',
  'too-deep': '嵌套过深',
  'control-character': '字符串中有控制字符',
  'open-string': '字符串没有闭合',
  'bad-escape': '字符串中有无效的转义或控制字符',
  'value-expected': '此处应为一个值',
  'unexpected-end': '过早结束',
};
