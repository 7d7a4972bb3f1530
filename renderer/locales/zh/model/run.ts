import type { run as english } from '../../en/model/run.ts';
import type { Translation } from '../../translation.ts';

export const run: Translation<typeof english> = {
  profilesDone: '已计算 {{users}} 位用户的画像。',
  profilesText: '画像是表示用户的向量，地图和用户相似度都以画像为基础。',
  profilesTitle: '用户画像',
  toMap: '前往地图',
  title: '评估',
  evaluate: '评估',
  evaluateAgain: '重新评估',
  evaluating: '正在评估',
  notYetTitle: '尚未评估',
  notYetText:
    '留出每位用户最后一件新商品，由模型和五种基线（从热门到矩阵分解）分别对全部商品排序并预测。只有优于基线的模型才有价值。',
  headline: {
    clearly: '模型优于所有基线',
    maybe: '模型可能优于最佳基线',
    no: '模型不优于最佳基线',
    worse: '最佳基线优于模型',
  },
  evaluatedOn: {
    users: ' {{users}} 位用户',
    testCases: ' {{users}} 位用户的 {{testCases}} 件留出商品',
  },
  result: {
    new: '在 {{candidates}} 件商品中，模型为{{evaluatedOn}}中的 {{model}} 把留出商品排进前十；最佳基线（{{rule}}）为 {{baseline}}。',
    all: '在 {{candidates}} 件商品中（含用户已有的），模型为{{evaluatedOn}}中的 {{model}} 把留出商品排进前十；最佳基线（{{rule}}）为 {{baseline}}。',
  },
  significance: {
    clearly: '差异显著：NDCG@10（名次越靠前权重越大）相差 {{difference}}（95% 置信区间 {{low}} 至 {{high}}）。',
    maybe: '差异不显著：NDCG@10（名次越靠前权重越大）相差 {{difference}}（95% 置信区间 {{low}} 至 {{high}}）。',
    no: '模型并未领先：NDCG@10（名次越靠前权重越大）相差 {{difference}}（95% 置信区间 {{low}} 至 {{high}}）。其地图和画像参考价值不大。',
    worse:
      '基线显著更好：模型的 NDCG@10（名次越靠前权重越大）相差 {{difference}}（95% 置信区间 {{low}} 至 {{high}}）。其地图和画像参考价值不大。',
  },
  fit: {
    underfit: '看来欠拟合：训练结束时仍在提升。请延长训练。',
    overfit: '看来从第 {{epoch}} 轮起过拟合。可增大 Dropout、缩小模型或增加用户。',
    good: '训练时间已足够。',
  },
  model: '本模型',
  blend: '融合排序',
  blendResult: {
    better:
      '模型与各基线的融合显著优于单独使用{{best}}：NDCG@10 相差 {{difference}}（95% 置信区间 {{low}} 至 {{high}}）。',
    same: '模型与各基线的融合与单独使用{{best}}无显著差异：NDCG@10 相差 {{difference}}（95% 置信区间 {{low}} 至 {{high}}）。',
    worse:
      '模型与各基线的融合显著差于单独使用{{best}}：NDCG@10 相差 {{difference}}（95% 置信区间 {{low}} 至 {{high}}）。',
  },
  bestRanker: { model: '本模型', baseline: '最佳基线（{{rule}}）' },
  baselines: {
    popularity: '热门',
    recent: '近期热门',
    followers: '序列规则',
    neighbours: 'Item-kNN（商品近邻）',
    factors: '矩阵分解',
  },
  shortBaselines: {
    popularity: '热门',
    recent: '近期热门',
    followers: '序列规则',
    neighbours: '商品近邻',
    factors: '矩阵分解',
  },
  help: {
    model: '本次训练的模型。',
    blend: '模型与各基线得分的加权和；权重在验证集上拟合，按用户活跃度分别取值。',
    popularity: '最热门的商品。',
    recent: '近期最热门的商品。',
    followers: '在其他用户的历史中，紧随该用户最近商品之后的商品。',
    neighbours: '与该用户已有商品被同一批用户选择的商品（Item-kNN）。',
    factors: '用户向量与商品向量的乘积即为得分（隐式 ALS）。',
  },
  ranker: '排序方式',
  table: '模型与基线',
  allMeasures: '全部指标',
  all: '显示全部指标',
  fewer: '收起',
  interval: '95% 置信区间，{{low}} 至 {{high}}',
  tableHelp:
    '虚线为最佳基线。覆盖率是出现在任一用户前十名中的商品比例。流行度是所推荐商品的平均流行程度（0 最低，1 最高）；用户实际选择的商品为 {{taken}}。',
  coverage: '覆盖率',
  popularity: '流行度',
  novelty: '新颖度（比特）',
  skipped: {
    'too-large': '已跳过{{rule}}：内存不足。',
    'too-slow': '已跳过{{rule}}：耗时过长。',
    'no-times': '已跳过{{rule}}：数据没有时间。',
  },
  savedEpoch: '采用的轮次',
  savedEpochHelp: '模型采用该轮的权重。',
  bestEpoch: '损失最低的轮次',
  bestEpochHelp: '在验证集上。',
  savedEpochLossHelp: '采用的轮次的损失，单位为奈特。',
  bestLoss: '最低验证损失',
  popularityLoss: '流行度损失',
  popularityLossHelp: '只知道商品流行度的模型的损失。损失高于它，说明模型什么也没学到。',
  ranksFile: '模型与各基线对每位用户的名次：工作区中的 {{file}}。',
};
