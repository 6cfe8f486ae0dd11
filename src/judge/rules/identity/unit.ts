import { contradicts, namedUnits } from '../../organs/named-units.js';
import { FIELDS } from '../../organs/unit-kind-words.js';
import { isOneOf, LEVELS, unitName } from '../../organs/unit-name.js';
import { defineRule, type Finding, type RuleContext } from '../../rule.js';
import { regulation } from '../basis.js';

/** 水务局, 县教育局, 镇人民政府: the name of a place is missing. */
const NO_PLACE = new RegExp(
  `^[${LEVELS}]?(?:${FIELDS})[\\u3400-\\u9fff]{0,16}(?:局|委员会|委|厅|办公室|中心)$|^(?:[${LEVELS}]|镇|乡|街道)(?:人民政府|政府|办事处)(?:办公室)?$`,
);

/** 水利部…委员会, 交通运输部…局: an organ of a ministry is told apart by what follows. */
const OF_MINISTRY = /^[\u3400-\u9fff]{2,6}部(?![门队分])./;

const UNFILLED = /[×✕XxＸ*＊○_]{2,}|^[某〔【]/;

/** Whether a name is the unit's without its last word: 云岭县林业 for 云岭县林业局. */
function lacksEnd(name: string, unit: string): boolean {
  return unit.startsWith(name) && /^(?:局|委|委员会|厅|办公室|中心|办事处|镇|乡)$/.test(unit.slice(name.length)) && !/[省市县区州旗]$/.test(name);
}

function isOffice(name: string): boolean {
  return /办公[室厅]$/.test(name);
}

function* check(context: RuleContext): Iterable<Finding> {
  const { report } = context.reading;
  const { unit: stated, abbreviations = [] } = context.options;
  const titled = report.unit;
  if (titled !== undefined && stated !== undefined) {
    const same =
      isOneOf(titled, [stated], abbreviations) && (isOffice(unitName(titled).name) === isOffice(unitName(stated).name) || abbreviations.includes(titled));
    if (!same) yield { on: '/title', message: 'stated', data: { found: titled }, actual: titled, expected: stated };
  }
  const units = [stated, titled].filter((unit) => unit !== undefined);
  const [unit] = units;
  // A name that was never filled in is the fault of text/placeholder.
  if (unit === undefined || UNFILLED.test(unit)) return;
  if (titled !== undefined && stated === undefined && abbreviations.length === 0 && NO_PLACE.test(unitName(titled).name) && !OF_MINISTRY.test(titled)) {
    yield { on: '/title', message: 'place', data: { unit: titled }, weaker: 'info' };
  }
  const own = unitName(unit);
  const named = namedUnits(context);
  const isOwn = (name: string): boolean => isOneOf(name, units, abbreviations);
  // Organs that publish together sign together.
  const signed = named.some(({ as, name }) => as === 'signature' && isOwn(name));
  for (const mention of named) {
    if (mention.as === 'cut') {
      if (units.some((one) => lacksEnd(mention.name, one)))
        yield { on: mention.pointer, span: mention.span, message: 'report', data: { unit }, actual: mention.name, expected: unit };
      continue;
    }
    if (isOwn(mention.name) || (mention.as === 'signature' && signed) || !contradicts(mention, own)) continue;
    yield { on: mention.pointer, span: mention.span, message: mention.as, data: { unit }, actual: mention.name, expected: unit };
  }
}

export default defineRule({
  id: 'identity/unit',
  severity: 'warning',
  basis: regulation('第四十九条（各行政机关公布本机关的年度报告）'),
  docs: {
    zh: {
      title: '单位名称不一致',
      what: '标题、前言、正文和落款写的单位不是同一个，或者与要求检查的单位（--unit）不同：前言说的是别的单位的报告，正文以另一个同类单位为主语报告工作，落款是别的单位。简称（县卫健局、我镇、镇政府）不算，提到上级、所属单位不算；其他简称可在设置 abbreviations 中说明。标题的单位没有写地名只作提示。',
      why: '报告应反映本机关的工作；出现另一个单位的名称，多半是抄用了别处的报告。没有地名的名称，汇总到上级后分不清是哪里的单位。',
      fix: '改为本单位的规范名称，并核对这一段的内容和数字是不是本单位的。',
    },
    en: {
      title: 'The name of the unit differs',
      what: 'Title, preface, text and signature do not name one and the same unit, or another than the one asked for (--unit). Short names, superiors and subordinate organs do not count; further short names go into the option abbreviations. A title without the name of a place is a matter of tidiness.',
      why: 'A report is about the unit’s own work; another name mostly comes from a copied report. Without its place a name says nothing once reports of many places lie together.',
      fix: 'Write the unit’s full name, and check that facts and figures of the paragraph are its own.',
    },
  },
  message: {
    zh: {
      stated: '标题的单位是“{found}”，与要求检查的单位不同',
      place: '标题的单位“{unit}”没有写地名',
      report: '这里说的是“{quote}”的报告，而标题的单位是“{unit}”',
      contact: '联系的单位是“{quote}”，而报告的单位是“{unit}”',
      subject: '这里写的是“{quote}”的情况，而报告的单位是“{unit}”',
      signature: '落款是“{quote}”，而报告的单位是“{unit}”',
    },
    en: {
      stated: 'The title names “{found}”, another unit than the one asked for',
      place: 'The unit in the title, “{unit}”, has no name of a place',
      report: 'This speaks of the report of “{quote}”; the title names “{unit}”',
      contact: 'The contact is “{quote}”; the report is that of “{unit}”',
      subject: 'This tells of “{quote}”; the report is that of “{unit}”',
      signature: 'It is signed by “{quote}”; the report is that of “{unit}”',
    },
  },
  examples: {
    good: [
      { name: '名称一致' },
      {
        name: '简称、上级和下属单位',
        set: {
          '/unit': '云岭县卫生健康局',
          '/title': '云岭县卫生健康局2024年政府信息公开工作年度报告',
          '/preface/0': '根据条例要求，现公布县卫生健康局2024年政府信息公开工作年度报告。',
          '/sections/0/paragraphs/1': '（一）主动公开。2024年，县卫健局主动公开政府信息1462条。',
          '/sections/0/paragraphs/3': '（三）政府信息管理。县政府办公室组织督查，县疾病预防控制中心发布健康提示信息30条。',
          '/closing/0': '云岭县卫生健康局办公室',
        },
      },
      {
        name: '要求检查的单位写了全称',
        set: { '/unit': '石桥镇', '/title': '石桥镇2024年政府信息公开工作年度报告', '/closing/0': '石桥镇人民政府' },
        options: { unit: '云岭县石桥镇人民政府' },
      },
      {
        name: '设置中说明的简称',
        set: { '/unit': '云岭县政务服务和大数据局', '/closing/0': '云岭县行政审批局' },
        options: { abbreviations: ['云岭县行政审批局'] },
      },
    ],
    bad: [
      { name: '前言是别的单位的报告', set: { '/preface/0': '根据条例要求，现公布青山县人民政府2024年政府信息公开工作年度报告。' }, expect: ['/preface/0'] },
      {
        name: '正文以别的镇为主语',
        set: {
          '/unit': '云岭县石桥镇人民政府',
          '/closing/0': '石桥镇人民政府',
          '/sections/0/paragraphs/1': '（一）主动公开。2024年，柳河镇主动公开政府信息1462条。',
        },
        expect: ['/sections/0/paragraphs/1'],
      },
      { name: '落款是别的单位', set: { '/closing/0': '青山县人民政府' }, expect: ['/closing/0'] },
      { name: '与要求检查的单位不同', options: { unit: '青山县人民政府' }, expect: ['/title'] },
      { name: '没有写地名', set: { '/unit': '水务局', '/title': '水务局2024年政府信息公开工作年度报告', '/closing/0': '云岭县水务局' }, expect: ['/title'] },
    ],
  },
  check: (_report, context) => check(context),
});
