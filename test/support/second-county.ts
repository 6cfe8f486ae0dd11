/** Whole reports of another invented county, by somebody who had not read how copies are looked for: a template with blanks, own sentences, copies. */
import type { Report } from '../../src/form/model/report.js';
import { consistentReport, seeded } from './consistent.js';
import { put } from './reading.js';

const words = (text: string): readonly string[] => text.split(' ');
const OFFICES = words(
  '发展改革 工业信息 公安 人力资源 自然资源 生态环境 城市管理 市场监管 退役军人 乡村振兴 数据 粮食储备 体育旅游 民族宗教 科技 供销 园林 国防动员 招商 地震',
);
const PLACES = words('上坝 下营 东河 西沟 南坪 北塬 官渡 牌坊 老街 石门 水口 竹园 梅岭 铜鼓 沙湾 古渡 长坡 平桥 罗汉 烟墩');
const MATTERS = words(
  '征地补偿 招生划片 饮水检测 公交改线 房屋安全 药品抽检 奖补资金 工程招标 招聘考试 租赁住房 秸秆禁烧 消费维权 噪声整治 驾考预约 就业培训 林地流转 电梯维保 停车收费 燃气改造 殡葬服务',
);
const MEANS = words('图表 短视频 答记者问 政策宣讲 广播节目 移动展台 入户走访 专题专栏 电子屏 宣传折页 网上座谈 线下咨询');
const FLAWS = words(
  '栏目划分不细 附件格式不一 标题不规范 图表解读不多 检索入口不明显 答复说理不充分 信息员轮岗频繁 村级公示不及时 目录调整不及时 数据开放偏少',
);
const CURES = words('重排栏目 统一附件格式 定期抽查标题 增加图表 首页置顶入口 请律师把关答复 实行双岗 按周巡查公示栏 按季调整目录 公布开放清单');

/** Drawn without order, the same for the same unit. */
const draw = (random: () => number, list: readonly string[], count: number): readonly string[] =>
  list
    .map((word) => [random(), word] as const)
    .sort(([a], [b]) => a - b)
    .slice(0, count)
    .map(([, word]) => word);

/** What the six have from one another, half of it changed round, names and figures their own. */
function copied(self: string, index: number): { readonly overview: string; readonly problems: string } {
  const first = `${self}在大厅入口摆放“问不倒”转盘，群众转到哪一项就由值班人员当场讲清依据、材料和时限，全年转出${300 + 17 * index}人次。`;
  const second = `讲不清的当天记入蓝色本子，由业务科室次日补课，累计记下${20 + index}条，其中${9 + index}条改写成问答挂到网上。`;
  const flaw = `蓝色本子里重复出现的疑问没有回头看，同一问题隔月再问的有${4 + index}条，说明问答写得还不够直白。`;
  return { overview: index % 2 === 0 ? first + second : second + first, problems: `${flaw}已请退休教师逐条改成大白话，并在转盘背面贴出更新日期。` };
}

/** The reports; `copying` of them, spread over the county, copy from one another in part. */
export function secondCounty(units: number, copying: number, seed = 20_241): readonly (Report & { readonly unit: string })[] {
  const random = seeded(seed);
  return Array.from({ length: units }, (_, index) => {
    const at = index % 3;
    const round = Math.floor(index / 3);
    const more = round >= 20 ? String.fromCharCode(0x5341 + round * 11) : '';
    const place = PLACES[round % 20]! + more;
    const unit = at === 0 ? `临溪县${OFFICES[round % 20]!}${more}局` : at === 1 ? `临溪县${place}镇人民政府` : `临溪县${place}街道办事处`;
    const self = at === 0 ? '我局' : at === 1 ? '我镇' : '我街道';
    const copies = index % 9 === 4 && Math.floor(index / 9) < copying ? copied(self, index) : undefined;
    const figures = [
      ['regulations', { issued: 0, repealed: 0, inForce: 0 }],
      ['normativeDocuments', { issued: 2, repealed: 1, inForce: 12 + (index % 9) }],
      ['fees', { amount: 0 }],
    ].reduce((report, [row, value]) => put(report, `/tables/disclosure/${row}`, value), consistentReport('2021', random, 12));
    const requests = figures.tables.requests as { readonly newlyReceived: { readonly total: number } };
    const [a, b, c] = draw(random, MATTERS, 3);
    const [m, n] = draw(random, MEANS, 2);
    const flaw = Math.floor(random() * FLAWS.length);
    const count = 40 + Math.floor(random() * 400);
    return {
      ...figures,
      title: `${unit}2024年政府信息公开工作年度报告`,
      unit,
      year: 2024,
      preface: [
        `根据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号文件要求，${self}编制2024年政府信息公开工作年度报告。`,
        '本报告所列数据的统计期限为2024年1月1日至2024年12月31日。',
      ],
      sections: [
        {
          key: 'overview',
          heading: '一、总体情况',
          paragraphs: [
            `2024年，${self}深入贯彻党的二十届三中全会精神，坚持以公开为常态、不公开为例外，聚焦${a}等群众关心的事项，扎实做好政府信息公开工作。`,
            `（一）主动公开。围绕${a}、${b}发布信息，配以${m}和${n}${copies ? `。${copies.overview}` : `，${c}的办理进度每旬更新。`}`,
            `（二）依申请公开。2024年新收政府信息公开申请${requests.newlyReceived.total}件，均在收到当日登记，按规定程序审核办理。`,
            `（三）政府信息管理。严格执行“三审三校”制度，落实${self}信息发布审查责任，动态清理失效文件。`,
            `（四）公开平台建设。管好用好县政府网站${self}专栏，${n}点位调整到办理${b}的窗口旁。`,
            `（五）监督保障。${self}将政府信息公开纳入年度考核，主动接受社会评议，全年未发生责任追究情形。`,
          ],
        },
        { key: 'disclosure', heading: '二、主动公开政府信息情况', paragraphs: [] },
        { key: 'requests', heading: '三、收到和处理政府信息公开申请情况', paragraphs: [] },
        { key: 'disputes', heading: '四、政府信息公开行政复议、行政诉讼情况', paragraphs: [] },
        {
          key: 'problems',
          heading: '五、存在的主要问题及改进情况',
          paragraphs: copies
            ? [copies.problems]
            : [
                `存在的主要问题：办理${b}时${FLAWS[flaw]!}，${c}类信息有${count % 9}处晚于规定时间。`,
                `改进措施：${CURES[flaw]!}，并用${m}说明${c}的办理条件。`,
              ],
        },
        {
          key: 'other',
          heading: '六、其他需要报告的事项',
          paragraphs: [`${self}2024年未收取信息处理费，没有其他需要报告的事项。`],
        },
      ],
      closing: [],
    };
  });
}
