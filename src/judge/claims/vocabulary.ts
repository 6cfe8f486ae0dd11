/** The words that claims are made of, as closed lists. The rows and columns they name come from the editions. */
import { foldCore } from '../../base/text/normalise.js';
import { type CellPointer, cellPointer, editions, tableSpec } from '../../form/editions/index.js';

/** The three groups of table 四. */
export type DisputeGroup = 'reconsideration' | 'litigation/direct' | 'litigation/afterReconsideration';

/** The four results of table 四. */
export type DisputeResult = 'upheld' | 'corrected' | 'other' | 'pending';

/** A word that names figures of a table. */
export type QuantityWord =
  /** A kind of event in the life of a request: see `requests.ts` for the rows that each may mean. */
  | { readonly kind: 'receive' | 'receive-new' | 'handle' | 'done' | 'answer' | 'carried-in' | 'carried-out' | 'carried' }
  /** Outcome rows of table 三, one list of total cells for each way the editions divide them. */
  | { readonly kind: 'outcome'; readonly cells: readonly (readonly CellPointer[])[] }
  /** 公开 alone: an outcome only beside other outcomes. */
  | { readonly kind: 'open-outcome'; readonly cells: readonly (readonly CellPointer[])[] }
  /** Columns of table 三. */
  | { readonly kind: 'applicant'; readonly columns: readonly string[] }
  | { readonly kind: 'dispute'; readonly groups: readonly DisputeGroup[] }
  | { readonly kind: 'result'; readonly result: DisputeResult }
  | { readonly kind: 'unknown-result' }
  /** Documents of table 二; `row` is absent for 文件, which takes the kind named before. */
  | { readonly kind: 'document'; readonly row?: 'regulations' | 'normativeDocuments' }
  | { readonly kind: 'document-verb'; readonly columns: readonly ('issued' | 'created' | 'repealed' | 'inForce')[] }
  | { readonly kind: 'decision'; readonly row: 'licensing' | 'penalties' | 'coercion' }
  | { readonly kind: 'fees' };

/** A word that tells what a number near it counts, or keeps it from being compared. */
export type ContextWord = {
  readonly kind:
    | 'request'
    | 'application'
    | 'disclosure-matter'
    | 'proactive'
    | 'foreign'
    | 'other-cause'
    | 'area'
    | 'level'
    | 'town-area'
    | 'part-of-units'
    | 'own'
    | 'own-region'
    | 'agency'
    | 'authority'
    | 'assist'
    | 'cumulative'
    | 'cutoff'
    | 'period'
    | 'year-end'
    | 'last-year'
    | 'next-year'
    | 'carry'
    | 'comparison'
    | 'change'
    | 'channel'
    | 'about'
    | 'restriction'
    | 'publication'
    | 'decided'
    | 'decided-part'
    | 'unfinished'
    | 'compound'
    | 'not'
    | 'none'
    | 'occur'
    | 'all'
    | 'every'
    | 'remaining'
    | 'among'
    | 'including'
    | 'open-list'
    | 'total'
    | 'and'
    | 'each'
    | 'share'
    | 'rate'
    | 'year-on-year'
    | 'except'
    | 'filler';
};

/** A word of the vocabulary. */
export type Word = QuantityWord | ContextWord;

const contexts: { readonly [kind in ContextWord['kind']]: string } = {
  request:
    '政府信息公开申请 政府信息公开的申请 信息公开申请 政务公开申请 政府信息申请 公开申请 申请公开政府信息 申请政府信息公开 申请信息公开 申请公开 ' +
    '依申请公开政府信息申请 依申请公开政府信息 依申请公开信息 依申请信息公开 依申请公开申请件 依申请公开申请 依申请公开件 依申请公开办件 依申请公开事项 依申请公开 ' +
    '依法申请公开 依申请办件 依申请件 依申请事项 依申请政府信息公开 依申请',
  application: '申请 申请件 申请事项 申请办件',
  'disclosure-matter': '政府信息公开 信息公开 政务公开 政府信息',
  proactive: '主动公开政府信息 主动公开信息 主动公开',
  foreign:
    '人大代表 代表建议 政协委员 政协提案 12345 热线 信访 留言 信箱 来信 来电 来访 咨询 建议 提案 议案 投诉 举报 工单 诉求 舆情 访谈 征集 行政许可申请 许可申请 道路挖掘申请 挖掘申请 补贴申请 救助申请 备案申请 登记申请 ' +
    '更正申请 意见 办件评价 好差评 不动产 案卷 证明 审批事项 查询服务 督办 督查 政务服务事项',
  'other-cause': '具体行政行为 行政行为 征收 拆迁 工伤 行政协议 行政执法行为 土地 交通违法 行政不作为',
  area:
    '全市 全县 全区 全省 全州 全盟 全旗 全国 全域 全系统 各部门 各单位 各地 各级 各镇 各乡镇 各街道 各乡 乡镇 镇街 镇办 区直 县直 市直 省直 所属单位 下属 所属 辖区 基层 ' +
    '政府部门 区县 县区 市县',
  level:
    '省本级 市本级 州本级 县本级 区本级 旗本级 局本级 局机关 政府本级 政府机关 省政府本级 市政府本级 州政府本级 县政府本级 区政府本级 旗政府本级 管委会本级',
  'town-area': '全镇 全乡 全街道 全街',
  'part-of-units': '部分单位 部分部门 个别单位 个别部门 有的单位 有的部门 少数单位',
  own: '我局 本局 该局 我委 本委 我厅 本厅 我镇 本镇 我乡 本乡 我街道 本街道 我街 我办 我单位 本单位 我中心 本中心 我院 本院 我校 我分局 我处 我站 我所 我队 我部 本部门 本机关 全局 全委 我会 我公司 我大队 我支队',
  'own-region': '我县 我市 我区 我省 我州 我旗 我盟 本县 本市 本区 本省',
  agency:
    '代表区政府 代表县政府 代表市政府 代表省政府 代表州政府 代表旗政府 代表政府 代表本级政府 代表同级政府 代区政府 代县政府 代市政府 代为办理 代理 备案 报备 作为行政复议机构 作为行政复议机关 作为复议机关 作为复议机构 应诉机关 出庭应诉 出庭 委托办理 承办区政府 承办县政府 承办市政府 协办',
  authority: '审理 审结 受理行政复议 受理复议',
  assist: '指导 协助 督促 协调 审核 转办 会办',
  cumulative: '累计 累积',
  cutoff: '截至 截止至 截止到 截止',
  period: '上半年 下半年 一季度 二季度 三季度 四季度 前三季度 目前 日前 近年来 近三年 三年来 五年来 自实施以来 施行以来 以来累计',
  'year-end': '年底 年末 年终',
  'last-year': '上一年度 上一年 上年度 上年 去年度 去年 往年 前一年度 前一年 上年底 上年末 去年底',
  'next-year': '下一年度 下一年 下年度 下年 次年度 次年 明年 来年 翌年',
  carry: '承接 遗留 结转 转结 顺延 转入 转到 转至 转 延至 延续 延期 留待 移至 接转 结余',
  comparison: '相比 比较 对比 较 比 同期 环比',
  change: '增加 增长 下降 减少 上升 降低 提升 提高 多了 少了 净增 翻番',
  channel: '信函 来函 邮寄 邮件 电子邮件 电子邮箱 传真 互联网 网上 网络 在线 线上 线下 当面 现场 窗口 平台 网站 口头 书面 渠道 途径 方式 形式 律师',
  about: '直接 涉及 关于 有关 针对 领域 方面 类别 重点',
  restriction: '公民个人 以市政府名义 以县政府名义 以区政府名义 部门规范性文件 一审 二审 再审 上诉 抗诉 申诉',
  publication: '公示 公布 发布 上传 刊登 归集 双公示 类信息 信息 推送 录入 解读 审查 修改 修订 清单',
  decided: '处理决定 处罚决定 许可决定 强制决定 处理事项 作出 做出 实施 下达 办理决定 决定',
  'decided-part': '已审结 审结的 已结案 已办结的',
  unfinished:
    '未办结 尚未办结 延期答复 延期办理 重新答复 超期答复 逾期答复 当场答复 口头答复 电话答复 公开答复 未答复 尚未答复 未到期 正在办理 正在处理 尚在办理 正在办理中 办理中 在办 待办',
  compound:
    '不予受理 不受理 未予受理 未受理的 不予答复 逾期未 受理点 受理平台 受理窗口 受理渠道 答复书 答复时限 答复意见 答复质量 答复内容 答复口径 ' +
    '答复不服 答复工作 答复文书 答复规范 答复不当 答复行为 答复告知书 告知书 办理时限 办理流程 办理程序 办理质量 办理工作 办理机制 办理过程 处理机制 处理决定书 信息处理费 处理费 办理情况 办理结果 处理结果 处理情况 收到情况 受理情况 ' +
    '未予公开 应公开而不公开 应公开不公开 该公开不公开 应公开而不予公开 不予公开情形 公开年报 公开指南 公开目录 公开专栏 公开平台 公开栏 公开工作 公开内容 公开渠道 公开信箱 公开电话 规章制度 转变 转发 转载 转交 转送 转型 转化 转换 转达 好转 流转 ' +
    '信息公开条例 公开条例 以申请 申请人 被申请人 申请表 申请书 申请渠道 申请流程 申请条件 申请受理 信息不存在 行政复议法 行政诉讼法 复议决定书 行政复议决定 行政复议机构 行政复议机关 复议机关 复议机构 复议应诉工作 无需 无法 无关 无正当理由 无偿 无障碍 无线 无误 无疑 无愧',
  not: '未 没有 没 未曾 尚未 暂未 均未 从未',
  none: '无 零 暂无 均无 无一例 无一件 无一起 无一宗 未发生一起 未发生一例 未发生一件 没有一起 没有一例 没有一件 未收到一件',
  occur: '发生 产生 引发 出现 存在 涉及到 被 引起 因',
  all: '均 全部 都 全都 已全部',
  every: '所有 全部的',
  remaining: '其余 余下 剩余',
  among: '其中',
  including: '包括 包含 含 涵盖 分别包括 具体为 分别为 分别是 具体包括',
  'open-list': '等 主要包括 主要为 主要是 主要涉及 主要有',
  total: '共计 合计 总计 总共 共 总数 总量 一共',
  and: '及 和 与 或 或者 以及 并 、',
  each: '各 每',
  share: '占比 占',
  rate: '办结率 答复率 按期办结率 按时办结率 按时答复率 按期答复率 及时答复率 公开率 回复率 满意率 满意度 及时率 覆盖率 规范率 回应率',
  'year-on-year': '同比',
  except: '除 不含 不包括 扣除 除去',
  filler:
    '公民、法人和其他组织 公民、法人或其他组织 公民、法人或者其他组织 公民、法人及其他组织 公民、法人、其他组织 公民法人和其他组织 公民、法人以及其他组织 自然人、法人和其他组织 自然人、法人或者其他组织 自然人、法人或其他组织 ' +
    '个人、法人和其他组织 个人、法人或者其他组织 个人、法人或其他组织 公民、法人 公民 市民 群众 社会公众 公众 申请数量 申请数 数量 件数 宗数 案件数 案件 案 事项 情况 全年 本年度 本年 当年 年度 年内 期间 报告期 ' +
    '办件 件 数 的 为 是 有 达 达到 已 已经 了 提起 提出 收悉 向 各类 有效 新的 新 任何形式的 任何 相关 内 原行政行为 原决定 原具体行政行为 引起的 引发的 产生的 类 原因 开展 继续办理 金额 收费金额 提交 递交 登记 由 涉 ' +
    '在法定时限内 在法定期限内 在规定期限内 在规定时限内 在规定时间内 按规定 按要求 按时 按期 依法 依规 及时 要求 上述 实际 作 予以 本 人 得 行政 工作 其他 我 该 情形 来自 分别来自',
};

/** Spoken names of the outcomes, by the label of the form without its number. */
const spokenOutcomes: { readonly [label: string]: string } = {
  予以公开: '同意公开 准予公开 决定公开 给予公开 全部公开',
  部分公开: '予以部分公开 部分予以公开 同意部分公开 部分不予公开',
  不予公开: '不同意公开 决定不予公开 不公开',
  无法提供: '信息无法提供 无法提供政府信息',
  不予处理: '决定不予处理',
  其他处理: '其他方式处理 其他情形 作其他处理 其它处理',
};

/** Spoken names of single outcome rows. */
const spokenRows: readonly (readonly [CellPointer, string])[] = [
  ['/tables/requests/outcomes/denied/stateSecret/total', '国家秘密'],
  ['/tables/requests/outcomes/denied/prohibitedByLaw/total', '其他法律、行政法规禁止公开 法律、行政法规禁止公开 法律行政法规禁止公开 法律法规禁止公开'],
  ['/tables/requests/outcomes/denied/securityAndStability/total', '三安全一稳定 危及“三安全一稳定”'],
  ['/tables/requests/outcomes/denied/thirdPartyRights/total', '第三方合法权益 第三方权益'],
  ['/tables/requests/outcomes/denied/internalAffairs/total', '内部事务信息 三类内部事务信息'],
  ['/tables/requests/outcomes/denied/deliberativeProcess/total', '过程性信息 四类过程性信息'],
  ['/tables/requests/outcomes/denied/enforcementFiles/total', '行政执法案卷 执法案卷'],
  ['/tables/requests/outcomes/denied/administrativeInquiry/total', '行政查询事项 属于行政查询'],
  [
    '/tables/requests/outcomes/unavailable/notHeld/total',
    '本机关不掌握 本单位不掌握 不掌握 非本机关掌握 非本单位掌握 不属于本机关掌握 不属本机关掌握 本机关未掌握 本单位未掌握',
  ],
  ['/tables/requests/outcomes/unavailable/notReadilyAvailable/total', '没有现成信息 无现成信息 需要另行制作 需另行制作 另行制作'],
  ['/tables/requests/outcomes/unavailable/unclearAfterCorrection/total', '补正后仍不明确 补正后内容仍不明确 经补正后仍不明确 经补正后内容仍不明确'],
  [
    '/tables/requests/outcomes/notProcessed/petitions/total',
    '信访类申请 信访类 投诉举报类申请 信访举报投诉类 信访、举报、投诉类申请 信访、举报、投诉类 信访投诉举报类申请 信访投诉举报类',
  ],
  ['/tables/requests/outcomes/notProcessed/publications/total', '公开出版物'],
  ['/tables/requests/outcomes/notProcessed/excessive/total', '大量反复申请'],
  ['/tables/requests/outcomes/notProcessed/reconfirmation/total', '确认或重新出具 重新出具已获取信息'],
  ['/tables/requests/outcomes/other/noCorrection/total', '逾期未补正 无正当理由逾期不补正'],
  ['/tables/requests/outcomes/other/feeUnpaid/total', '逾期未缴纳费用 逾期未按收费通知要求缴纳费用'],
];

const quantities: readonly (readonly [QuantityWord, string])[] = [
  [{ kind: 'receive' }, '收到 受理 接收 接收到 接到 接受 收件'],
  [{ kind: 'receive-new' }, '新收到 新收 新受理 新接收 新接到 新增受理 新增'],
  [{ kind: 'handle' }, '收办 办理 处理 应办 应办理 共应办理'],
  [{ kind: 'done' }, '办结 在办结 已办结 办理完成 办理完毕 办理结束 处理完毕 处理完成 办毕 办复 结案'],
  [{ kind: 'answer' }, '答复 回复 予以答复 作出答复 予以回复'],
  [{ kind: 'dispute', groups: ['reconsideration'] }, '行政复议 复议'],
  [{ kind: 'dispute', groups: ['litigation/direct', 'litigation/afterReconsideration'] }, '行政诉讼 诉讼 应诉 被起诉 起诉 被诉 被诉讼'],
  [
    { kind: 'dispute', groups: ['litigation/direct'] },
    '未经复议直接起诉 直接起诉 未经复议直接提起诉讼 未经复议直接提起行政诉讼 直接提起诉讼 直接提起行政诉讼 未经行政复议直接起诉 未经复议直接诉讼',
  ],
  [
    { kind: 'dispute', groups: ['litigation/afterReconsideration'] },
    '复议后起诉 复议后提起诉讼 复议后提起行政诉讼 行政复议后起诉 经复议后起诉 经复议后提起诉讼 复议后再起诉 复议后诉讼',
  ],
  [{ kind: 'dispute', groups: ['reconsideration', 'litigation/direct', 'litigation/afterReconsideration'] }, '复议诉讼 复议应诉'],
  [{ kind: 'result', result: 'upheld' }, '结果维持 维持 获维持 获得维持 予以维持 胜诉'],
  [{ kind: 'result', result: 'corrected' }, '结果纠正 纠正 纠错 被纠错 被纠正 予以纠正 败诉'],
  [{ kind: 'result', result: 'other' }, '其他结果 其它结果'],
  [{ kind: 'result', result: 'pending' }, '尚未审结 未审结 尚未结案 未结案 正在审理 正在审理中 在审 审理中'],
  [{ kind: 'unknown-result' }, '驳回 撤诉 撤销 终止 确认违法 撤回 责令 调解'],
  [{ kind: 'document', row: 'regulations' }, '规章 政府规章'],
  [{ kind: 'document', row: 'normativeDocuments' }, '行政规范性文件 规范性文件'],
  [{ kind: 'document' }, '文件'],
  [{ kind: 'document-verb', columns: ['issued', 'created'] }, '制发 制定 新制定 制定发布 制定印发 印发 出台 新制发 制定出台 新出台'],
  [{ kind: 'document-verb', columns: ['repealed'] }, '废止 清理废止 宣布失效 废止失效 宣布废止 废止和宣布失效'],
  [{ kind: 'document-verb', columns: ['inForce'] }, '现行有效 继续有效 目前有效 目前现行有效 保留有效'],
  [{ kind: 'decision', row: 'licensing' }, '行政许可'],
  [{ kind: 'decision', row: 'penalties' }, '行政处罚'],
  [{ kind: 'decision', row: 'coercion' }, '行政强制 行政强制措施'],
  [{ kind: 'fees' }, '行政事业性收费'],
];

let outcomes: ReadonlyMap<string, readonly (readonly CellPointer[])[]> | undefined;

/** The cells of each outcome of the form (不予公开), by its label without number, as each edition divides it. */
export function outcomeCells(): ReadonlyMap<string, readonly (readonly CellPointer[])[]> {
  if (outcomes) return outcomes;
  const cells = new Map<string, Map<string, CellPointer[]>>();
  const add = (label: string, edition: string, cell: CellPointer): void => {
    const ways = cells.get(label) ?? cells.set(label, new Map()).get(label)!;
    ways.set(edition, [...(ways.get(edition) ?? []), cell]);
  };
  for (const { edition } of editions) {
    for (const { rows } of tableSpec(edition, 'requests').blocks) {
      for (const row of rows) {
        const [section, group] = row.groups ?? [];
        if (section === undefined || row.key === 'outcomes/total') continue;
        const cell = cellPointer('requests', row.key, 'total');
        if (group !== undefined) add(foldCore(group), edition, cell);
        for (const label of [row.label, ...(row.aliases ?? [])]) {
          const core = foldCore(label.replace(/（[^（）]*）$/u, ''));
          if (core.length > 2 && !(group !== undefined && cells.has(core))) add(core, edition, cell);
        }
      }
    }
  }
  outcomes = new Map(
    [...cells].map(([label, ways]) => {
      const distinct = new Map([...ways.values()].map((way) => [[...new Set(way)].join(), [...new Set(way)]]));
      return [label, [...distinct.values()]];
    }),
  );
  return outcomes;
}

/** The applicant columns by their printed labels, and 法人或其他组织 for all but natural persons. */
function applicantColumns(): ReadonlyMap<string, readonly string[]> {
  const columns = new Map<string, readonly string[]>();
  for (const { blocks } of editions.map(({ edition }) => tableSpec(edition, 'requests'))) {
    for (const column of blocks.flatMap((block) => block.columns)) {
      for (const group of column.groups ?? []) columns.set(group, [...new Set([...(columns.get(group) ?? []), column.key])]);
      if (column.key !== 'total' && column.key !== 'otherOrganization') columns.set(column.label, [column.key]);
    }
  }
  return columns;
}

/** Visits every phrase with the word it stands for, each once. */
export function eachPhrase(visit: (phrase: string, word: Word) => void): void {
  const put = (phrases: string, word: Word): void => {
    for (const phrase of phrases.split(' ')) if (phrase !== '') visit(phrase, word);
  };
  for (const [kind, phrases] of Object.entries(contexts) as [ContextWord['kind'], string][]) put(phrases, { kind });
  for (const [word, phrases] of quantities) put(phrases, word);
  for (const [label, cells] of outcomeCells()) put(label, { kind: 'outcome', cells });
  for (const [label, spoken] of Object.entries(spokenOutcomes)) put(spoken, { kind: 'outcome', cells: outcomeCells().get(label)! });
  for (const [cell, spoken] of spokenRows) put(spoken, { kind: 'outcome', cells: [[cell]] });
  put('公开', { kind: 'open-outcome', cells: outcomeCells().get('予以公开')! });
  for (const [label, columns] of applicantColumns()) {
    const legal = columns.length > 1;
    put(legal ? `${label} 法人和其他组织 法人及其他组织 法人或者其他组织 法人、其他组织 法人与其他组织 法人` : label, { kind: 'applicant', columns });
  }
}
