/** Reports of the units of one invented county: a template that all share, words of each unit's own, and some that copy from one another. */
import type { Report } from '../../src/form/model/report.js';
import { reportOf } from './judge-text.js';

const FIELDS = '教育 水务 财政 民政 司法 林业 商务 审计 统计 交通 文旅 卫健 应急 医保 信访 住建 农业 体育 气象 档案'.split(' ');
const TOWNS = '青石 双河 柳林 石桥 云溪 高坪 大湾 白沙 红岩 松岭 龙潭 金竹 新店 马鞍 太平 清泉 桃园 黄泥 长冲 枫树'.split(' ');
const THINGS =
  '供水管网 校园食堂 低保审核 公路养护 林权登记 文物修缮 疫苗接种 渔政执法 古井保护 茶园改造 桥梁检测 矿山复绿 夜校课程 养老驿站 灌区改造 路灯更换 农机补贴 档案整理 集市搬迁 河道清淤'.split(
    ' ',
  );
const WAYS = '逐村走访 现场答疑 直播讲解 张贴海报 入户发放 板凳会 大喇叭 微视频 流动展板 公开课 案例手册 问答长图'.split(' ');
const LACKS = '台账不细 更新偏慢 人手不足 图解偏少 栏目难找 回应不快 目录过粗 检索不便 培训偏少 衔接不顺 口径不一 存档不全'.split(' ');

/** What is handed out to everybody. */
const TEMPLATE = [
  (name: string) => `2024年，${name}坚持以习近平新时代中国特色社会主义思想为指导，认真贯彻落实党的二十大精神和《中华人民共和国政府信息公开条例》。`,
  (name: string) => `${name}严格落实“谁公开、谁审查、谁负责”的原则，健全信息发布审核机制，确保公开内容准确规范。`,
  () => '我们将以更高标准、更实举措推进政务公开工作，不断提升人民群众的获得感和满意度。',
];

/** Whole sentences that the copying units have from one another: name and figures differ, now and then a word. */
const COPIED_OVERVIEW = (name: string, n: number) =>
  `${name}把审批流程拆成${n}个小环节做成闯关游戏在服务大厅循环播放，${n % 2 === 0 ? '前来' : '来'}办事的老人跟着屏幕提示就能自己填完表格。同时在每个窗口摆放一本翻页手册，把退件的${n + 3}种原因逐一画成漫画并附上补正样表。`;
const COPIED_PROBLEM = (n: number) =>
  `对历年退件原因缺少归类分析，同一类材料反复补正的情形去年出现${n}次，窗口人员对跨部门材料的取得途径说不清楚。已梳理${n + 9}条常见退件情形编成口袋书，并与档案、公安窗口约定每周交换一次清单。`;

const pick = (list: readonly string[], index: number): string => list[index % list.length]!;

function own(index: number, name: string): readonly string[] {
  const [a, b, c] = [pick(THINGS, index * 7 + 1), pick(THINGS, index * 3 + 5), pick(WAYS, index * 5 + 2)];
  return [
    `围绕${a}公开进度${index + 11}期，${c}覆盖${index * 3 + 40}户，${name}信箱收到的${b}来信当周答复`,
    `${b}的验收资料由第${index + 2}小组${pick(WAYS, index + 7)}讲给相关住户，${a}合同附件同步上网`,
  ];
}

/** The reports; the first `copying` of them copy from one another in part. */
export function county({ units, copying }: { readonly units: number; readonly copying: number }): readonly (Report & { readonly unit: string })[] {
  return Array.from({ length: units }, (_, index) => {
    const round = Math.floor(index / 2);
    const suffix = round >= 20 ? String.fromCharCode(0x4e00 + round * 7) : '';
    const unit = index % 2 === 0 ? `云岭县${pick(FIELDS, round)}${suffix}局` : `云岭县${pick(TOWNS, round)}${suffix}镇人民政府`;
    const name = index % 2 === 0 ? '我局' : `${pick(TOWNS, round)}${suffix}镇`;
    const [first, second] = own(index, name);
    const copies = index < copying;
    const overview = [TEMPLATE[0]!(name), `${first}。${copies ? COPIED_OVERVIEW(name, index + 4) : `${second}。`}`, TEMPLATE[1]!(name)];
    const lack = `${pick(LACKS, index)}、${pick(LACKS, index * 5 + 3)}，${pick(THINGS, index * 11)}一项尤其明显，经${pick(WAYS, index * 2)}补上${index + 5}处`;
    const problems = copies ? [COPIED_PROBLEM(index + 6), TEMPLATE[2]!('')] : [`${lack}。`, TEMPLATE[2]!('')];
    return {
      ...reportOf({ unit, year: 2024 }),
      unit,
      sections: [
        { key: 'overview', heading: '一、总体情况', paragraphs: overview },
        { key: 'problems', heading: '五、存在的主要问题及改进情况', paragraphs: problems },
        { key: 'other', heading: '六、其他需要报告的事项', paragraphs: ['本年度未收取信息处理费，没有其他需要报告的事项。'] },
      ],
    };
  });
}
