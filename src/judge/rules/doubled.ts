/** Words written twice by mistake, told from words that stand side by side rightly. Precision before completeness. */

/** A word that is doubled: its two occurrences in the text (UTF-16 offsets, end exclusive) and the word. */
export interface Doubled {
  readonly span: readonly [number, number];
  readonly word: string;
}

/** What may follow when the second of two equal words opens a longer one: 公开公开栏 is 公开 + 公开栏. Empty: whatever follows (人民政府政府信息). */
const OPENS: { readonly [word: string]: string } = {
  公开: '栏|指南|目录|年报|专栏|专区|平台|日|率|信箱|属性',
  政府: '',
  行政: '',
  信息: '化|技术|中心|系统|量|员|处理费|网|港',
  工作: '人员|组|小组|领导|专班|机制|方案|要点|会|动态|总结|台账|群|站|室|日|部署|规程|细则|报告|年度|制度|计划|思路|任务',
  申请: '人|表|书|量|件|方|者|材料',
  公示: '栏|牌|期|公告|系统|网|平台',
  公告: '栏',
  宣传: '栏|册|单|片|员|活动|教育|部|手册|周|月|日|车|品|资料',
  培训: '班|会|中心|机构|课|材料|教材',
  考核: '办法|组|结果|评价|指标|机制|办',
  评估: '报告|机构|结果|组',
  规范: '性文件|化',
  标准: '化',
  活动: '中心|室|周|月|日|现场',
  建议: '提案|书',
  新闻: '发布|媒体|中心|宣传|稿',
  媒体: '中心|融合|平台',
  统计: '局|数据|年鉴|表|调查|公报',
  网络: '安全|信息|舆情|平台',
  人大: '代表|常委会|建议',
  法治: '政府|建设|办',
  办公室: '主任|副主任|负责|工作',
  委员会: '委员|主任',
  办公: '室|厅|会|区|楼|平台|系统|自动化',
  管理: '局|委|员|办|处|所|中心|站|部门|机构|系统|平台|制度|人员|办法',
  服务: '中心|大厅|站|平台|业|员|事项|局|窗口|热线|对象|器|水平|体系|能力',
  监督: '员|管理|检查|局|所|机制|电话|执法|保障|部门|机构',
  部门: '预算|预决算|决算|规章|职责|间|之间',
  会议: '纪要|记录|精神|材料|议题|室|通知|决定',
  社区: '工作者|居民|居委|党|服务|矫正|书记',
  项目: '库|部|经理|清单|建设',
  文件: '库|数|夹|精神|柜|袋|汇编',
  企业: '家|主|所得税|登记|开办|名称',
  人民: '政府|法院|检察院|群众|调解|日报|银行|大会|代表|团体|医院|币',
  社会: '保障|保险|救助|组织|公益|化|稳定|治理|信用|事务|主义|公众|关切',
  环境: '保护|监测|影响|卫生|局',
  安全: '生产|监管|事故|隐患|局|法',
  卫生: '健康|院|室|局|计生|监督|城市',
  生态: '环境|文明|保护|修复|红线',
  教育: '局|部|厅|体育|系统|培训|科技|集团|扶贫|资源',
  财政: '局|部|厅|资金|收入|支出|预算|所|预决算|专项|补贴',
  建设: '局|厅|部|工程|用地|项目|单位|管理|规划',
  发展: '改革|和改革|规划|趋势|研究|中心|改革委',
  交通: '运输|局|厅|事故|安全|警察|设施|秩序',
  民政: '局|部|厅|所|办|系统|服务',
  农业: '农村|局|部|厅|技术|机械',
  街道: '党|办|各|机关|工委|纪工委|人大|层面|社区|两',
  乡镇: '政府|人民|街道|党|卫生|长|级|综合|干部',
  干部: '职工|队伍|群众|作风',
  数据: '局|库|中心|管理|资源|共享|安全|平台',
  政务: '公开|服务|新媒体|信息|中心|网|微信|微博|大厅|平台',
  主任: '科员|医师|助理|会议',
  中心: '主任|工作|任务|组|城区|小学|卫生院|学校|村',
  机关: '事务|党|干部|工作|工委|作风|单位|内部|科室',
  单位: '名称|职工|负责人|内部|预算|预决算',
  组织: '部|领导|开展|实施|机构|生活|人事|申报|编制|学习|召开',
  领导: '小组|干部|班子|分工|信息|机构|信箱',
  责任: '人|追究|制|单位|状|落实|心|领导',
  审查: '员|机制|制度|表|小组|程序|工作',
  网站: '群|管理员|首页|专栏|建设',
  平台: '上|账号|内|建设|管理',
};
/** Words whose doubling is common and right: 一批一批, 谁审查谁审查谁负责. */
const REPEATED = /^(?:一.|谁.{1,4}|很多|许多|每.|逐.|[\d〇零一二三四五六七八九十百千两]+.?)$/;
/** Names of places that double themselves, by what closes them. */
const PLACE = /^.{0,2}(?:镇|乡|村|县|旗|苏木|嘎查|草原|牧场|河|湖|山|岛)/;
/** Words that make sentences, not names. */
const GRAMMAR = /[可在的了是被把已未均]/;

/** Single words that have no business twice in a row, with what makes two of them right: before, after. */
const SINGLE: { readonly [word: string]: readonly [before: string, after: string] } = {
  的: ['', '确士'],
  了: ['不为除', '解然结望如断'],
  是: ['求凡还于只但可总真若倒要就便国老都也自你', '非否'],
  在: ['存现实内潜旨所好正自外健', '建校岗职线册编外园押逃读场库任家位京办审'],
  和: ['共温总平随缓饱柔调宽', '美气睦平谐解善好田静龙顺县乐林'],
  与: ['参给赋授付赐寄', '会其时否此'],
  及: ['普涉顾波危论提触以惠遍企累旁', '时早格其'],
  对: ['应针面相绝核比校配结反派查', '照比接应象口标策外方立待话面错于'],
  将: ['即必行势麻干强名战', '军来领官士乐会'],
  为: ['作行成认以视称改列化转变设定更极尤人分因较名划何所无有', '民主止何准期首了例政农'],
  从: ['服顺听随遵自跟依', '严优重快事业容而前此简宽中源化江不未速'],
  向: ['面方动意走趋流导去转投取定指志一', '好上下前导来往阳'],
  或: ['', '许多'],
  被: ['', '子动告'],
  已: ['不而自', ''],
  均: ['平人年户月日校', '衡等匀价田线'],
  并: ['合兼归吞一撤', '举重轨联购非行入存网未无'],
  由: ['自理事缘来经', '于此'],
  以: ['可予得加给难足所用借何致', '来上下内外前后便往为免至期案人色'],
  其: ['尤与极土', ''],
};

/** Organs that close a name: 镇镇政府 is 镇 + 镇政府, 镇镇共收到 is a slip. */
const ORGAN_TWICE =
  /(镇|乡|县|市|区|局|委|厅|办)\1(?=共|累计|主动|按照|认真|坚持|严格|全年|通过|未|已|高度|积极|进一步|持续|始终|根据|结合|收到|受理|组织|开展|[，。；,;]|$)/g;
/** 10件件 and 2023年年. */
const COUNTED =
  /(?<=\d)(件|条|份|次|起|篇|宗|项|个|场|期)\1|(?<=\d{4})年年(?![度底末初报中内均审检终轻产会])|(?<=\d)月月(?![报底末初均度])|(?<=\d)日日(?![报常均])/g;
/** Two ways of saying the same, both left standing. */
const REWRITTEN =
  /可通过可以通过|可以通过可通过|通过可通过|可可以|可以可(?=[通在登])|进行了进行|予以予(?!以)|收到了收到|截至截止|截止截至|自从自|从自(?=\d)|根据按照|按照根据/g;

const PAIRS = /([\u4e00-\u9fff]{2,8})\1/g;
const SINGLES = new RegExp(`(${Object.keys(SINGLE).join('|')})\\1`, 'g');

function isRight(word: string, after: string): boolean {
  // 人人人人: no word of two letters; 哈尔哈尔乡: a name.
  if (REPEATED.test(word) || new Set(word).size === 1 || (PLACE.test(after) && !GRAMMAR.test(word))) return true;
  const compounds = OPENS[word] ?? OPENS[word.slice(-2)];
  return compounds !== undefined && new RegExp(`^(?:${compounds})`).test(after);
}

/** The words doubled by mistake in a text, in order. */
export function doubledWords(text: string): readonly Doubled[] {
  const found: Doubled[] = [];
  const told = new Uint8Array(text.length);
  const add = (start: number, end: number, word: string): void => {
    if (told.subarray(start, end).includes(1)) return;
    told.fill(1, start, end);
    found.push({ span: [start, end], word });
  };
  for (const match of text.matchAll(PAIRS)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (!isRight(match[1]!, text.slice(end, end + 8))) add(start, end, match[1]!);
  }
  for (const match of text.matchAll(SINGLES)) {
    const word = match[1]!;
    const [start, end] = [match.index, match.index + match[0].length];
    const [before, after] = SINGLE[word]!;
    const stands = (letters: string, letter: string): boolean => letter !== '' && letters.includes(letter);
    if (!stands(before, text.charAt(start - 1)) && !stands(after, text.charAt(end))) add(start, end, word);
  }
  for (const match of text.matchAll(ORGAN_TWICE)) add(match.index, match.index + 2, match[1]!);
  for (const match of text.matchAll(COUNTED)) add(match.index, match.index + match[0].length, match[0].slice(match[0].length / 2));
  for (const match of text.matchAll(REWRITTEN)) add(match.index, match.index + match[0].length, match[0]);
  return found.sort((a, b) => a.span[0] - b.span[0]);
}
