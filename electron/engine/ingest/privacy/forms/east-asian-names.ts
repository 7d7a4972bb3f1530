/** The most common Chinese family names, simplified and traditional, followed by those of two characters. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蔣葉蘇呂盧鍾譚陸範賈韋鄒龍賀顧龔萬錢嚴湯';
const LONG_SURNAMES = '欧阳|上官|司马|诸葛|司徒|东方|皇甫|令狐|慕容|歐陽|司馬';
/** Korean family names. */
const KOREAN =
  '김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염추도소석선설마길';

const CHINESE = new RegExp(
  `^(?:${LONG_SURNAMES}|[${SURNAMES}])(?:\\p{Script=Han}{1,2}|[*＊×xX]{1,3}\\p{Script=Han}?|\\p{Script=Han}[*＊]|先生|女士|小姐|太太)$`,
  'u',
);
const HANGUL = new RegExp(`^[${KOREAN}]\\p{Script=Hangul}{2}$`, 'u');
/** Words that start like a name: places and goods. */
const OTHER_WORDS =
  /[州市省县區区镇乡村路街店厂司部局院校装鞋帽包表机器具品类膏水液粉油茶酒米面肉菜果糖奶车]$|^(?:石家庄|马鞍山|黄石|黄山|金华|江门|江苏|江西|白银|夏天|高级|白色|黄色|金色|方便|高清|万能|万达|任意|马来|韩国|向日葵|汤臣倍健|孔雀|龙井|毛衣|毛巾|石材|白酒)/u;

/** Whether a text has the form of a person's name in Chinese, also partly masked, or in Korean. */
export function isEastAsianName(text: string): boolean {
  return (CHINESE.test(text) && !OTHER_WORDS.test(text)) || HANGUL.test(text);
}
