import type { ErrorTexts } from '../../error-text.ts';

const PLACE = '（字段映射的第 {{character}} 个字符）';

/** Errors of mapping columns, and of the privacy settings of columns. */
export const mappingErrors: ErrorTexts = {
  MAPPING_INCOMPLETE: {
    message: '字段映射不完整。',
    hint: '文件的列：{{columns}}。',
    variants: {
      fields: {
        message: '字段映射中缺少{{missing|field}}。',
        hint: "请为所缺的字段映射一列。事件必须有用户和时间；若没有时间而各行已按先后排列，请映射 time='order'。文件的列：{{columns}}。",
      },
      sessions: {
        message: '字段映射中缺少{{missing|field}}，但有会话。',
        hint: '可将每个会话视为一个用户，或为用户映射一列。文件的列：{{columns}}。',
      },
      users: {
        message: '字段映射中既没有时间，也没有用户属性。',
        hint: '请映射时间列或用户属性列。文件的列：{{columns}}。',
      },
    },
  },
  MAPPING_UNKNOWN_COLUMN: {
    message: '文件中没有映射给{{field|field}}的列“{{column}}”。',
    hint: '{{#nearest}}您是否要找{{nearest|quoted}}？{{/nearest}}文件的列：{{columns}}。',
  },
  MAPPING_KEY: {
    message: '{{key|field}}不能用作更新键。',
    hint: '请选择能确定一条事件的已映射字段，例如订单与商品，或用户、时间、行为类型与商品。',
    variants: {
      'no-time': { message: '{{key|field}}不能用作更新键：数据行没有时间。' },
      'not-stored': { message: '{{key|field}}不能用作更新键：事件不保存{{fields|field}}。' },
      'not-mapped': { message: '{{key|field}}不能用作更新键：字段映射中缺少{{fields|field}}。' },
    },
  },
  MAPPING_SYNTAX: {
    message: `字段映射的写法有误${PLACE}。`,
    hint: "请采用 user=user_id,time=event_time,action='purchase',item=product_id 的写法。可用的字段：{{fields}} 和 attributes。",
    variants: {
      'no-equals': { message: `“{{word}}”缺少“=”${PLACE}。` },
      duplicate: { message: `“{{word}}”出现了两次${PLACE}。` },
      comma: { message: `多余的逗号${PLACE}。` },
      'no-comma': { message: `缺少逗号${PLACE}。` },
      'no-column': { message: `缺少列名${PLACE}。` },
      character: { message: `“{{word}}”含有引号或“=”${PLACE}。` },
      'open-quote': { message: `引号没有闭合${PLACE}。` },
      literal: { message: `用户属性必须是列，不能是固定值${PLACE}。` },
      'unknown-field': {
        message: `没有字段“{{word}}”${PLACE}。{{#nearest}}您是否要找{{nearest|quoted}}？{{/nearest}}`,
      },
    },
  },
  PRIVACY_COLUMN_NEEDED: {
    message: '这样处理后，导入必需的{{field|field}}列将无法使用。',
    hint: '请改用其他处理方式。',
    variants: {
      drop: {
        message: '不能删除{{field|field}}列，因为导入需要它。',
        hint: '请选择“哈希”：用户仍可区分，但无法识别身份。',
      },
      hash: {
        message: '不能对{{field|field}}列做哈希，因为其中的值必须可读。',
        hint: '请选择“删除”或“保留明文”。',
      },
    },
  },
  PRIVACY_UNKNOWN_COLUMN: {
    message: '隐私设置中的列“{{column}}”不在任何文件中。',
    hint: '{{#nearest}}您是否要找{{nearest|quoted}}？{{/nearest}}文件的列：{{columns}}。',
  },
};
