/** Words that are wrong wherever they stand. A closed list: a pair is added only when no right sentence can hold the wrong form. */

/** A wrong word with what it should be. */
export interface WrongWord {
  readonly wrong: string;
  readonly right: string;
  /** Letters before it with which the same letters are right: 自 in 自己经办. */
  readonly notAfter?: string;
  /** Letters behind it with which the same letters are right: 罪 in 防犯罪. */
  readonly notBefore?: string;
}

/** To sign in is 登录; 登陆 is what troops and typhoons do. */
const SIGNED_IN_TO = [
  '网站',
  '平台',
  '系统',
  '门户',
  '官网',
  '网页',
  '网址',
  '账号',
  '公众号',
  '政府网',
  '政府门户',
  '政务网',
  '县政府',
  '市政府',
  '区政府',
  '小程序',
  '客户端',
  '邮箱',
  '后台',
];

/** Pairs as 错=对, one blank between two. */
const PAIRS = [
  // Words of this work.
  '建立建全=建立健全 完扇=完善 贯切落实=贯彻落实 贯彻落时=贯彻落实 布署=部署 部暑=部署 陪训=培训 培讯=培训 追纠责任=追究责任 责任追纠=责任追究',
  '推近=推进 措失=措施 措旋=措施 竟争=竞争 峻工=竣工 协凋=协调 联系电活=联系电话 电子邮相=电子邮箱 邮政编马=邮政编码 号马=号码 讯速=迅速 简迅=简讯',
  '投拆=投诉 举抱=举报 行政复仪=行政复议 行正复议=行政复议 行证复议=行政复议 行政诉颂=行政诉讼 政策解渎=政策解读 解渎=解读 规犯性文件=规范性文件',
  '规范性文健=规范性文件 公示拦=公示栏 公开拦=公开栏 宣传拦=宣传栏 公开指男=公开指南 公重号=公众号 公从号=公众号 安徘=安排 查洵=查询 咨洵=咨询 资询=咨询',
  '咨讯电话=咨询电话 落到实外=落到实处 捡查=检查 政府信息公开条列=政府信息公开条例 政府信息公开条倒=政府信息公开条例 申情公开=申请公开 依申情=依申请',
  // Set phrases.
  '按步就班=按部就班 如火如茶=如火如荼 如火如涂=如火如荼 入火如荼=如火如荼 一幕了然=一目了然 相辅相承=相辅相成 相得益章=相得益彰 行之有校=行之有效',
  '循序渐近=循序渐进 全力以付=全力以赴 以身做则=以身作则 再接再励=再接再厉 一如继往=一如既往 迫不急待=迫不及待 既往不究=既往不咎 穿流不息=川流不息',
  '一愁莫展=一筹莫展 不径而走=不胫而走 呕心历血=呕心沥血 沤心沥血=呕心沥血 兴高彩烈=兴高采烈 默守成规=墨守成规 谈笑风声=谈笑风生 莫不关心=漠不关心',
  '因地治宜=因地制宜 因地制谊=因地制宜 出奇不意=出其不意 走头无路=走投无路 变本加历=变本加厉 不屈不饶=不屈不挠 言简意骇=言简意赅 一股作气=一鼓作气',
  '灸手可热=炙手可热 挺而走险=铤而走险 一诺千斤=一诺千金 待价而估=待价而沽 世外桃园般=世外桃源般 竭泽而鱼=竭泽而渔 卓有成校=卓有成效 卓有成郊=卓有成效',
  '防范于未然=防患于未然 未雨绸谬=未雨绸缪 既往不疚=既往不咎 滴水不露=滴水不漏 名列前矛=名列前茅 甘败下风=甘拜下风 事必恭亲=事必躬亲 集思广义=集思广益',
  '有的放失=有的放矢 一丝不荀=一丝不苟 持之以横=持之以恒 责无旁代=责无旁贷 提纲携领=提纲挈领 举一返三=举一反三 查缺补露=查缺补漏 应接不遐=应接不暇 鞠躬尽粹=鞠躬尽瘁',
  // Single words.
  '既使=即使 即然=既然 松驰=松弛 坐阵=坐镇 震憾=震撼 痉孪=痉挛 脉博=脉搏 粗旷=粗犷 通霄=通宵 亲睐=青睐 针贬=针砭 发韧=发轫 气慨=气概 精萃=精粹 幅射=辐射',
  '欢渡=欢度 渡假=度假 修茸=修葺 家俱=家具 装祯=装帧 编篡=编纂 急燥=急躁 烦燥=烦躁 枯躁=枯燥 重迭=重叠 寒喧=寒暄 凑效=奏效 阶断=阶段 通迅员=通讯员 通迅录=通讯录',
];

const plain = PAIRS.flatMap((line) => line.split(' ')).map((entry): WrongWord => {
  const [wrong, right] = entry.split('=') as [string, string];
  return { wrong, right };
});

/** The list. Left out on purpose: variants that dictionaries allow (帐号, 其它, 座落, 作好) and slips that may be right (截止, 反应, 既将). */
export const wrongWords: readonly WrongWord[] = [
  ...SIGNED_IN_TO.map((place) => ({ wrong: `登陆${place}`, right: `登录${place}` })),
  ...plain,
  { wrong: '己经', right: '已经', notAfter: '自知克律利', notBefore: '' },
  { wrong: '防犯', right: '防范', notAfter: '预', notBefore: '罪错规法上' },
  { wrong: '关健', right: '关键', notAfter: '机', notBefore: '康' },
  { wrong: '按排', right: '安排', notAfter: '', notBefore: '名序列队行位班' },
  { wrong: '网战', right: '网站', notAfter: '', notBefore: '略役时术' },
];
