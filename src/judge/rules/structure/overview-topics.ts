import type { Sentence } from '../../../base/errors.js';
import { type OverviewTopic, overviewTopics } from '../../../form/editions/shared.js';
import { isPeoplesGovernment } from '../../organs/government.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { enumerate } from '../wording.js';

interface Topic {
  readonly name: Sentence;
  readonly words: RegExp;
}

/** Words by which reports speak of each topic; wide on purpose, for a false alarm costs more than a miss. */
const WORDS: { readonly [topic in OverviewTopic]: RegExp } = {
  disclosure: /主动公开|公开.{0,12}信息|信息.{0,6}公开|发布.{0,16}(?:信息|文件|稿)/,
  requests: /依(?:法)?申请|申请.{0,10}公开|公开.{0,6}申请|申请人|(?:收到|受理|接到|办理).{0,8}申请/,
  management:
    /信息.{0,8}(?:管理|清理|更新|维护|制作|归档)|管理.{0,10}信息|文件.{0,10}(?:清理|管理)|动态(?:调整|更新)|公开属性|保密|三审|审[查核批签定校阅]|复核|把关|脱敏|台账|归档/,
  platforms: /平台|网站|网页|门户|栏目|专栏|专区|公众号|微博|微信|新媒体|客户端|公开栏|公示栏|宣传栏|查阅[点处室]/,
  supervision: /监督|(?<!社会|医疗|生活)保障(?![性住]?房|性租赁|性住房)|考核|考评|培训|学习|领导小组|组织领导|专人|责任|评议|检查|督[查办导]|问责/,
};

const TOPICS: readonly Topic[] = overviewTopics.map(({ key, title, en }) => ({ name: { zh: title, en }, words: WORDS[key] }));

const OWED_BY_GOVERNMENTS: readonly Topic[] = [
  { name: { zh: '工作考核', en: 'work assessment' }, words: /考核|考评|绩效|测评|评估/ },
  { name: { zh: '社会评议', en: 'public evaluation' }, words: /评议|评价|满意度|测评|监督员|意见建议|评估/ },
  { name: { zh: '责任追究结果', en: 'accountability' }, words: /责任追究|追究.{0,6}责任|追责|问责/ },
];

export default defineRule({
  id: 'structure/overview-topics',
  severity: 'warning',
  basis: form('一、总体情况；《中华人民共和国政府信息公开条例》第五十条第一款第四项'),
  docs: {
    zh: {
      title: '总体情况没有写全',
      what: '总体情况应写到主动公开、依申请公开、政府信息管理、公开平台建设、监督保障五个方面；各级人民政府的年度报告还应写工作考核、社会评议和责任追究结果。只查有没有写到，不限用词和写在哪一部分；写在别处的只作提示。',
      why: '五个方面是统一格式对总体情况的要求；工作考核、社会评议和责任追究结果是《条例》第五十条对各级人民政府的规定。',
      fix: '补写没有写到的方面；没有发生的，写明没有。',
    },
    en: {
      title: 'The overview leaves out a topic',
      what: 'The overview covers proactive disclosure, requests, management of information, platforms, supervision; a people’s government also reports on assessment, public evaluation and accountability. Any wording counts; a topic found in another section is a matter of tidiness.',
      why: 'The form asks for the five topics, article 50 of the regulation for the three others.',
      fix: 'Write about what is missing; where nothing happened, say so.',
    },
  },
  message: {
    zh: { topics: '总体情况没有写到{topics}', government: '报告没有写到{topics}，各级人民政府的年度报告应当包括' },
    en: { topics: 'The overview says nothing about {topics}', government: 'The report says nothing about {topics}, which a people’s government must include' },
  },
  examples: {
    good: [
      { name: '各方面都写到' },
      {
        name: '设置中说明是部门',
        set: { '/sections/0/paragraphs/5': '（五）监督保障。明确专人负责，全年组织业务培训两次。' },
        options: { unitClass: 'department' },
      },
      {
        name: '部门不必写工作考核、社会评议和责任追究',
        set: { '/unit': '云岭县水务局', '/sections/0/paragraphs/5': '（五）监督保障。明确专人负责，全年组织业务培训两次。' },
      },
    ],
    bad: [
      {
        name: '设置中说明是乡镇人民政府',
        set: { '/unit': '青石坡', '/sections/0/paragraphs/5': '（五）监督保障。明确专人负责，全年组织业务培训两次。' },
        options: { unitClass: 'township' },
        expect: ['/sections/0'],
      },
      { name: '没有写监督保障', set: { '/unit': '云岭县水务局' }, remove: ['/sections/0/paragraphs/5'], expect: ['/sections/0'] },
      {
        name: '人民政府没有写社会评议和责任追究',
        set: { '/sections/0/paragraphs/5': '（五）监督保障。把政府信息公开工作纳入年度考核，明确专人负责。' },
        expect: ['/sections/0'],
      },
    ],
  },
  yieldsTo: ['structure/empty-section'],
  *check(report, context) {
    const index = report.sections.findIndex(({ key }) => key === 'overview');
    const section = report.sections[index];
    if (!section) return;
    const overview = section.paragraphs.join('\n');
    const whole = [...report.preface, ...report.sections.flatMap(({ paragraphs }) => paragraphs)].join('\n');
    const on = `/sections/${index}`;
    const missing = TOPICS.filter(({ words }) => !words.test(overview));
    if (missing.length > 0) {
      const nowhere = missing.some(({ words }) => !words.test(whole));
      yield { on, message: 'topics', data: { topics: enumerate(missing.map(({ name }) => name)) }, ...(nowhere ? {} : { weaker: 'info' }) };
    }
    const government = isPeoplesGovernment(context.options.unit ?? report.unit, context.options.unitClass);
    const owed = government === 'no' ? [] : OWED_BY_GOVERNMENTS.filter(({ words }) => !words.test(whole));
    if (owed.length > 0)
      yield { on, message: 'government', data: { topics: enumerate(owed.map(({ name }) => name)) }, ...(government === 'likely' ? { weaker: 'info' } : {}) };
  },
});
