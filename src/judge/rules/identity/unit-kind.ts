import { sentences } from '../../../base/text/sentences.js';
import { INNER_WORDS, type OrganKind, SELF_WORDS } from '../../organs/unit-kind-words.js';
import { LEVELS, type UnitName, unitName } from '../../organs/unit-name.js';
import { defineRule, type Finding, type RuleContext } from '../../rule.js';
import { regulation } from '../basis.js';

interface Hit {
  readonly span: readonly [number, number];
  readonly message: string;
}

const TOWNS: { readonly [is in OrganKind]?: readonly string[] } = { town: ['镇'], township: ['乡', '苏木'], subdistrict: ['街道', '办'] };
const SELF = new RegExp(`[我本](?:${SELF_WORDS.map(({ word, not }) => (not === undefined ? word : `${word}(?!${not})`)).join('|')})`, 'g');

/** The words by which the unit may speak of itself. */
function ownWords({ name, is }: UnitName, abbreviations: readonly string[], text: string): readonly string[] {
  const town = is && TOWNS[is];
  if (town) return town;
  // The office of a government writes its report; boards are 委 and hold a 区.
  const writes = is === 'government' ? ['办'] : [];
  // Two organs under one roof: the other's letter is its own too.
  const roof = [...text.matchAll(/(?:加挂|与)[^，。；]{0,40}?(?:牌子|合署|挂牌)/g)].map(([words]) => words);
  const school = /大学|学院|学校|中学|小学|幼儿园/.test(name) ? ['校'] : [];
  return [
    ...writes,
    ...school,
    ...SELF_WORDS.map(({ word }) => word).filter((word) => [name, ...abbreviations, ...roof].some((known) => known.includes(word))),
  ];
}

/** A clause's head, after which a bare 街道 or 镇 is the reporting unit itself and no part of a name or a list. */
const BARE = '(?<=^|[，。；：,;:\\s（(“到由在对将把向为按了使让经是])';

/** 街道各部门, 镇党委, 全镇, by the word of the class. */
const INNER = Object.entries(INNER_WORDS).map(([word, parts]) => ({ word, pattern: new RegExp(`${BARE}${word}(?:${parts})|全${word}(?![镇村土街])`, 'g') }));

function* innerWords(text: string, unit: UnitName, own: readonly string[]): Iterable<Hit> {
  if (!unit.is || !TOWNS[unit.is]) return;
  for (const { word, pattern } of INNER) {
    if (own.includes(word)) continue;
    for (const match of text.matchAll(pattern)) yield { span: [match.index, match.index + match[0].length], message: 'self' };
  }
}

const LEAD =
  '(?:^|(?<=[。；;：:\\n]))[\\s\\u3000]*(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．]?[^，。；\\d]{0,14}[。：:\\s])?(?:(?:20\\d{2}年度?|今年|本年度?|全年|一年来|截[至止]到?[^，。]{2,16})[，,]?(?:以来[，,]?)?)?';
const REPORTS =
  '(?:共|累计|全年|总共|共计|新|均)*(?:主动公开|公开|发布|收到|新收|受理|接收|接到|办理|制发|制定)[^。；]{0,30}?(?:信息|申请|文件)[^。；]{0,12}?\\d|(?:均)?(?:未|没有)(?:收到|接到|受理|发生)[^。；]{0,12}(?:申请|行政复议|公开)|(?:政府信息|政务)公开工作(?=虽|取得|还|仍|存在|得到|稳步|有序|总体|整体|离|距|与|中)';
const BODY = '(?:各级|政府系统|行政机关|各部门|各单位|政府部门|各级行政机关|各级政府)*';
const SCOPE = new RegExp(`${LEAD}([全我本][${LEVELS}])${BODY}(?:${REPORTS})`, 'g');
/** What a unit says of its own work, behind its name for itself. */
const WORKS = '(?:认真|严格|高度重视|积极|深入|进一步|不断|扎实|切实|持续|着力|始终|全面|大力|坚持|紧紧围绕|牢固树立)';
const SELF_REGION = new RegExp(`${LEAD}([我本][${LEVELS}])${WORKS}`, 'g');
const SUPERIOR = new RegExp(`${LEAD}((?:省|市|州|县|区|旗)(?:人民)?政府(?:及[^，。；]{0,10}办公[室厅])?)(?:${REPORTS})`, 'g');
const APPLIED = /向(?:本)?([省市州县区旗])(?:人民)?政府(?:及[^，。；]{0,12}办公[室厅]|办公[室厅])?(?:提出|递交|提交|提起|申请)(?:的)?(?:政府)?信息公开/g;

/** Larger and smaller regions that the report takes for its own. */
function* regionWords(text: string, unit: UnitName): Iterable<Hit> {
  const town = unit.is !== undefined && TOWNS[unit.is] !== undefined;
  if ((!town && unit.level === undefined) || !/[全我本][省市州盟县旗区]|政府/.test(text)) return;
  const forGovernment = unit.is === 'government' || /政府/.test(unit.organ) || /政府/.test(unit.name);
  const isOwn = (level: string): boolean => !town && (level === unit.level || (level === '区' && unit.regions.some((region) => region.endsWith('自治区'))));
  const last = (match: RegExpMatchArray, words: string): Hit['span'] => {
    const start = match.index! + match[0].lastIndexOf(words);
    return [start, start + words.length];
  };
  // The patterns are large; a look for what each cannot do without spares most sentences all of them.
  for (const match of /[全我本][省市州盟县旗区]/.test(text) ? text.matchAll(SCOPE) : []) {
    const words = match[1]!;
    if (!isOwn(words[1]!)) yield { span: last(match, words), message: 'scope' };
  }
  // A town that speaks of itself as a county; of the county above it would write 全县, or what the county asks.
  for (const match of town && /[我本][省市州盟县旗区]/.test(text) ? text.matchAll(SELF_REGION) : []) yield { span: last(match, match[1]!), message: 'self' };
  for (const match of /向本?[省市州县区旗]/.test(text) ? text.matchAll(APPLIED) : []) {
    if (forGovernment && !town && match[1] === unit.level) continue;
    yield { span: [match.index, match.index + match[0].replace(/(?:的)?(?:政府)?信息公开$/, '').length], message: 'applied' };
  }
  if (forGovernment && !town) return;
  if (!/[省市州县区旗](?:人民)?政府(?:及[^，。；]{0,10}办公[室厅])?(?:[共累全总新均主公发收受接办制未没]|政府信息|政务)/.test(text)) return;
  for (const match of text.matchAll(SUPERIOR)) yield { span: last(match, match[1]!), message: 'superior' };
}

function hits(text: string, unit: UnitName, own: readonly string[]): readonly Hit[] {
  const self = [...text.matchAll(SELF)]
    .filter(([words]) => !own.includes(words.slice(1)))
    .map(({ index, 0: words }): Hit => ({ span: [index, index + words.length], message: 'self' }));
  return [...self, ...innerWords(text, unit, own), ...regionWords(text, unit)];
}

function* check({ reading: { report }, paragraphs, options }: RuleContext): Iterable<Finding> {
  const written = options.unit ?? report.unit;
  if (written === undefined) return;
  const known = unitName(written);
  // What the user says of the unit counts where its name says nothing; a township may be a 镇 or a 乡.
  const stated = options.unitClass === 'township' ? undefined : options.unitClass;
  const is = known.is ?? stated;
  if (!is) return;
  const unit: UnitName = { ...known, is };
  const own = ownWords(unit, options.abbreviations ?? [], paragraphs.map(({ text }) => text).join('\n'));
  for (const { pointer, text } of paragraphs) {
    for (const { text: sentence, start } of sentences(text)) {
      for (const { span, message } of hits(sentence, unit, own)) {
        yield { on: pointer, span: [start + span[0], start + span[1]], message, data: { unit: unit.name } };
      }
    }
  }
}

export default defineRule({
  id: 'identity/unit-kind',
  severity: 'warning',
  basis: regulation('第四十九条（各行政机关公布本机关的年度报告）'),
  docs: {
    zh: {
      title: '出现了另一类单位的自称或者范围',
      what: '镇的报告写“我街道”“街道各部门”，街道的报告写“我镇”，局的报告写“我委”；乡镇、街道或者部门把全省、全市、县政府当作自己来报告数字；街道统计“向市政府提出的申请”。每处单独列出。按上级要求、在上级指导下等提到上级的不算。',
      why: '多半是抄用了别的单位或者上级的报告没有改全，属于通报中点名的照搬照抄。',
      fix: '改成本单位的自称和范围；同时核对这一段的内容和数字是不是本单位的。',
    },
    en: {
      title: 'Speaks of itself as another kind of organ',
      what: 'A 镇 that writes 我街道 or 街道各部门, a 街道 that writes 我镇, a bureau that writes 我委; a township or department that reports figures of the whole province, city or county government as its own, or requests made to the 市政府. A superior that is merely mentioned does not count.',
      why: 'The text was mostly copied from another unit’s report and not changed everywhere.',
      fix: 'Write the unit’s own name and scope, and check that facts and figures of the paragraph are its own.',
    },
  },
  message: {
    zh: {
      self: '“{quote}”不是{unit}的自称，疑似抄自别的单位',
      scope: '“{quote}”不是{unit}的范围，疑似抄自上级或者别处的报告',
      applied: '{unit}的报告统计“{quote}”的申请，疑似抄自上级政府的报告',
      superior: '{unit}的报告以“{quote}”为主语报告情况，疑似抄自上级政府的报告',
    },
    en: {
      self: '“{quote}” is not how {unit} would speak of itself; perhaps copied from another unit',
      scope: '“{quote}” is not the scope of {unit}; perhaps copied from a superior’s report',
      applied: 'The report of {unit} counts requests “{quote}”; perhaps copied from a superior government’s report',
      superior: 'The report of {unit} speaks for “{quote}”; perhaps copied from a superior government’s report',
    },
  },
  examples: {
    good: [
      { name: '自称相符' },
      {
        name: '镇提到县、市、街道本身和上级部门',
        set: {
          '/unit': '云岭县石桥镇人民政府',
          '/sections/0/paragraphs/0': '2024年，我镇在县政府和市政府大数据中心指导下，按照全省统一部署开展工作，走在全市前列，我县门户网站设有专栏。',
          '/sections/0/paragraphs/3': '（三）政府信息管理。在主要街道、乡镇街道办事处和村委会设公开栏，本办法执行到位，与城东街道党工委交流经验。',
        },
      },
      { name: '县的报告写我县、全县、我办', set: { '/sections/4/paragraphs/1': '改进情况：我县将加强培训，我办做好指导。全县共收到建议12条。' } },
    ],
    bad: [
      {
        name: '镇的报告写我街道和街道各部门',
        set: {
          '/unit': '云岭县石桥镇人民政府',
          '/sections/4/paragraphs/0': '2024年，我街道公开不够及时。',
          '/sections/4/paragraphs/1': '把任务分解到街道各部门，全镇落实。',
        },
        expect: ['/sections/4/paragraphs/0', '/sections/4/paragraphs/1'],
      },
      {
        name: '街道统计向市政府提出的申请',
        set: { '/unit': '云岭区城东街道办事处', '/sections/0/paragraphs/2': '（二）依申请公开。受理公民向市政府提出的政府信息公开申请110件，上年结转7件。' },
        expect: ['/sections/0/paragraphs/2'],
      },
      {
        name: '镇把全省当作自己的范围',
        set: { '/unit': '石桥镇', '/sections/0/paragraphs/1': '（一）主动公开。2024年，全省行政机关共主动公开政府信息1462条。' },
        expect: ['/sections/0/paragraphs/1'],
      },
      {
        name: '乡的报告自称我县',
        set: { '/unit': '云岭县双河乡人民政府', '/sections/0/paragraphs/5': '（五）监督保障。2024年，我县认真落实主体责任，开展考核、评议。' },
        expect: ['/sections/0/paragraphs/5'],
      },
      {
        name: '局的报告写我委',
        set: { '/unit': '云岭县卫生健康局', '/sections/0/paragraphs/5': '（五）监督保障。我委明确专人负责，开展考核、评议。' },
        expect: ['/sections/0/paragraphs/5'],
      },
    ],
  },
  check: (_report, context) => check(context),
});
