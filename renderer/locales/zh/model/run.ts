import type { run as english } from '../../en/model/run.ts';
import type { Translation } from '../../translation.ts';

export const run: Translation<typeof english> = {
  profilesDone: '已计算 {{users}} 位用户的画像。',
  profilesText: '画像是模型以数值表示的用户，地图和用户间的相似度都由此而来。',
  profilesTitle: '用户画像',
  toMap: '前往地图',
  title: '效果如何？',
  evaluate: '评估',
  evaluateAgain: '重新评估',
  notYetTitle: '尚未评估',
  notYetText:
    '隐去每位用户最后一件新商品，由模型对全部商品排序；热门榜、矩阵分解等五种简单规则也同样排序。胜过它们，才算学到了东西。',
  headline: {
    clearly: '模型优于所有简单规则',
    maybe: '模型或许优于简单规则',
    no: '简单规则与模型一样好',
    worse: '简单规则优于模型',
  },
  asked: {
    users: ' {{users}} 位用户',
    testCases: ' {{users}} 位用户的 {{testCases}} 次提问',
  },
  found: {
    new: '在 {{candidates}} 件商品中，模型为{{asked}}中的 {{model}} 把下一件排进前十；最好的简单规则（{{rule}}）为 {{baseline}}。',
    all: '在 {{candidates}} 件商品中（含买过的），模型为{{asked}}中的 {{model}} 把下一件排进前十；最好的简单规则（{{rule}}）为 {{baseline}}。',
  },
  sure: {
    clearly: '差异是确定的：NDCG@10（名次越靠前分量越重）相差 {{difference}}（95% 区间 {{low}} 至 {{high}}）。',
    maybe: '差异并不确定：NDCG@10 相差 {{difference}}，区间 {{low}} 至 {{high}} 之内可能出于偶然。',
    no: '模型并未领先：NDCG@10（名次越靠前分量越重）相差 {{difference}}（95% 区间 {{low}} 至 {{high}}），其地图和画像意义不大。',
    worse:
      '规则确定领先：模型的 NDCG@10（名次越靠前分量越重）相差 {{difference}}（95% 区间 {{low}} 至 {{high}}），其地图和画像意义不大。',
  },
  fit: {
    underfit: '看来欠拟合：停止时仍在进步。请延长训练。',
    overfit: '看来过拟合：从第 {{epoch}} 轮起开始死记用户。可增大随机失活、缩小模型或增加用户。',
    good: '训练时间已足够。',
  },
  model: '本模型',
  baselines: {
    popularity: '热门榜',
    recent: '近期热门',
    followers: '前后相随',
    neighbours: '相似商品',
    factors: '矩阵分解',
  },
  shortBaselines: {
    popularity: '热门榜',
    recent: '近期热门',
    followers: '前后相随',
    neighbours: '相似商品',
    factors: '矩阵分解',
  },
  help: {
    model: '本次训练的模型。',
    popularity: '大多数用户选择的商品。',
    recent: '大多数用户近期选择的商品。',
    followers: '其他人在用户最近的商品之后选择了什么。',
    neighbours: '与用户已有商品被同一批用户选择的商品。',
    factors: '以向量表示用户和商品，由乘积得知谁会选择什么（隐式 ALS）。',
  },
  ranker: '排序方式',
  table: '模型与简单规则的比较',
  allMeasures: '全部指标',
  all: '显示全部数字',
  fewer: '收起',
  interval: '95% 区间，{{low}} 至 {{high}}',
  tableHelp:
    '虚线为最好的简单规则。覆盖率是出现在任何人前十名中的商品比例；热度表示所推荐商品有多热门（0 最冷门，1 最热门），用户实际选择的为 {{taken}}。',
  coverage: '覆盖率',
  popularity: '热度',
  novelty: '新颖度（比特）',
  skipped: {
    'too-large': '{{rule}}未计算：内存放不下。',
    'too-slow': '{{rule}}未计算：耗时过长。',
    'no-times': '{{rule}}未计算：数据中没有时间。',
  },
  keptEpoch: '保留的轮次',
  keptEpochHelp: '模型的权重取自该轮。',
  bestEpoch: '损失最低的轮次',
  bestEpochHelp: '以验证集为准。',
  keptHelp: '保留的轮次的损失，单位为奈特。',
  bestLoss: '最低验证损失',
  popularityLoss: '热门榜的损失',
  popularityLossHelp: '只知道商品热度时的损失：高于它的模型什么也没学到。',
  ranksFile: '每位用户在各排序方式下的名次见工作区中的 {{file}}。',
};
