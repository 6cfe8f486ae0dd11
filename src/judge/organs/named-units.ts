/** The organs that a report names where it can only mean itself. */
import { sentences } from '../../base/text/sentences.js';
import type { RuleContext, TextNode } from '../rule.js';
import { type UnitName, unitName } from './unit-name.js';

/** A name in a place that belongs to the reporting unit; UTF-16 offsets in the node's text, end exclusive. */
export interface NamedUnit {
  readonly pointer: string;
  readonly span: readonly [number, number];
  readonly name: string;
  /** report: the report is named after it; cut: the same, with the end of its name missing perhaps; contact: who answers questions; subject: who did the work or compiled the report; signature. */
  readonly as: 'report' | 'cut' | 'contact' | 'subject' | 'signature';
}

// No name begins with the 度 of 2024年度.
const YEAR = '(?:20\\d{2}|二[〇零○][〇零○一二三四五六七八九]{2})年(?:度|(?!度))';
const HAN = '[\\u3400-\\u9fff]';
const ORGAN = '(?:人民政府|政府|办事处|局|委员会|委|厅|办公室|中心|街道|镇|乡|苏木|院|大学|学校|省|市|县|区|旗|州|盟)';
const REPORT = '(?:政府|政务)?信息公开(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:报告|年报)';
const OWN_REPORT = new RegExp(
  `(?:公布|发布|公开|编制|编写|撰写|形成|完成|现将|《)(?:了)?(?:${YEAR}(?<later>${HAN}{1,24}?${ORGAN})|(?<name>${HAN}{1,24}?${ORGAN})${YEAR})${REPORT}(?!.{0,16}(?:通知|要求|格式|办法|意见))`,
  'dg',
);
/** 现公布云岭县林业2024年政府信息公开工作年度报告: a name without the end of one. */
const CUT_REPORT = new RegExp(`(?:公布|发布|公开|编制|编写|现将)(?<name>${HAN}{3,24}?)${YEAR}${REPORT}(?!.{0,16}(?:通知|要求|格式|办法|意见))`, 'dg');
/** What may end the name of an organ, right before a report, a year between them at most. */
const BEFORE_REPORT =
  /[府处局会委厅室心道镇乡木院学校省市县区旗州盟](?:[\d二〇零○一三四五六七八九]{4}年度?)?(?:政府|政务)?信息公开[工作情况年度的]*(?:报告|年报)/;
/** 某局公布2024年政府信息公开工作年度报告 */
const PUBLISHES = new RegExp(
  `(?<=^|[，,。；;：:\\s])(?<name>${HAN}{2,24}?${ORGAN})(?:现|特|向社会|现向社会)?(?:公布|发布|公开|编制|编写)(?:了|并公布|完成)?(?:本机关|本单位|本局)?${YEAR}${REPORT}(?!.{0,16}(?:通知|要求|格式|办法|意见))`,
  'dg',
);
/** 由某局编制, 反映某局政府信息公开工作情况 */
const COMPILED = new RegExp(
  `(?:由(?<name>${HAN}{2,24}?(?:政府|办事处|局|委员会|委|厅|办公室|中心|街道|镇|乡|苏木))(?:负责|牵头|组织)?(?:(?:根据|按照|依照|依据)[^。；]{0,60}?)?(?:编制|编写|汇总|综合)|反映了?(?:${YEAR})?(?<later>${HAN}{2,24}?(?:政府(?!信息)|办事处|局|委员会|委|厅|办公室|街道|镇|乡|苏木))(?:（[^（）]{1,20}）)?(?:${YEAR})?(?:的)?(?:政府|政务)信息公开)`,
  'dg',
);
const CONTACT = new RegExp(
  `(?:请|可)(?:直接|径)?(?:与|向|同|和|联系)(?<name>${HAN}{2,24}?(?:局|委员会|委|厅|街道|镇|乡|苏木)(?:人民政府|政府|办事处)?)${HAN}{0,14}?(?:联系|咨询|反映|垂询|[（(])`,
  'dg',
);
const LEAD = `^[\\s\\u3000]*(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．]?${HAN}{0,14}[。：:\\s])?(?:(?:${YEAR}|今年|本年度|一年来)(?:以来)?[，,]?|截[至止]到?[^，,。]{2,16}[，,])?`;
const SUBJECT = new RegExp(
  `${LEAD}(?<name>${HAN}{1,24}?(?:局|委员会|委|厅|街道|镇|乡|苏木|县|区|旗)(?:人民政府|政府(?!信息)|办事处|党委)?)(?:（[^（）]{1,30}）)?(?![^。；]{0,40}(?:转办|转交|转送|转来|移交|移送))(?:通过[^，,。；]{2,20}?)?(?:共|累计|全年|总共|共计|新|均)*(?:(?:主动公开|公开|发布|收到|新收|受理|接收|接到|办理)[^。；]{0,24}?(?:信息|申请|文件)[^。；]{0,12}?\\d|(?:未|没有)(?:收到|接到|受理|发生)[^。；]{0,16}(?:申请|行政复议|公开)|在[^，。；]{2,36}(?:领导|指导|关心|支持|部署)下|(?:党委|党组)?(?:高度|十分)?重视(?:政府信息|政务)公开|(?:认真|深入|全面|严格|坚决|始终|切实|扎实)(?:学习)?(?:贯彻|落实|按照|执行)|(?:始终)?坚持(?:以|[“‘])|(?:政府信息|政务)公开工作(?:在|按照|坚持|认真|紧紧|严格))`,
  'd',
);
const REALITY = new RegExp(`结合(?<name>${HAN}{2,20}?(?:局|委员会|委|厅|街道|镇|乡|苏木|县|区|旗))(?:政府信息公开|政务公开)?(?:工作)?实际`, 'dg');

/** Words that make a stretch more than a name: whoever is meant is not named by it. */
const NOT_A_NAME =
  /[我本各全该此每其等的了在由与对将把为按是被及以从到有]|根据|通过|代表|所属|下属|其中|部分|相关|有关|多个|上级|同级|辖区|所辖|负责|指导|机关|[省市县区州旗]委$|^(?:乡镇|镇街|镇乡|街镇|镇办|县区|区县|市县|市州|村镇|城镇|小镇|集镇|古镇|部门|基层)(?:人民政府|政府|街道|办事处)?$|^(?:省|市|县|区|州)(?:局|厅|委)$/;

function namesIn(text: string, start: number, pattern: RegExp, as: NamedUnit['as'], pointer: string, needs?: RegExp): readonly NamedUnit[] {
  // A look for a word that the pattern cannot do without spares most sentences the pattern.
  if (needs && !needs.test(text)) return [];
  const matches = pattern.global ? [...text.matchAll(pattern)] : [pattern.exec(text)].filter((match) => match !== null);
  return matches.flatMap((match): readonly NamedUnit[] => {
    const { groups = {}, indices } = match as RegExpExecArray;
    const key = groups.name === undefined ? 'later' : 'name';
    const name = groups[key];
    const span = indices?.groups?.[key];
    return name === undefined || !span || NOT_A_NAME.test(name) ? [] : [{ pointer, span: [start + span[0], start + span[1]], name, as }];
  });
}

function inText({ pointer, text }: TextNode, opening: boolean): readonly NamedUnit[] {
  return sentences(text).flatMap(({ text: sentence, start }) => [
    ...(opening
      ? [
          ...namesIn(sentence, start, OWN_REPORT, 'report', pointer, BEFORE_REPORT),
          ...namesIn(sentence, start, CUT_REPORT, 'cut', pointer, /年度?(?:政府|政务)?信息公开/),
          ...namesIn(sentence, start, PUBLISHES, 'report', pointer, /(?:公[布开]|发布|编[制写]|了|完成|机关|单位|局)(?:20\d\d|二[〇零○])/),
          ...namesIn(sentence, start, COMPILED, 'subject', pointer, /(?:由|反映).*(?:报告|年报)|(?:报告|年报).*(?:由|反映)/),
          ...namesIn(sentence, start, CONTACT, 'contact', pointer, /[请可](?:直接|径)?[与向同和联]/),
        ]
      : []),
    ...namesIn(sentence, start, SUBJECT, 'subject', pointer),
    ...namesIn(sentence, start, REALITY, 'subject', pointer, /结合.*实际/),
  ]);
}

/** The names of preface and text, and the signatures under it. */
export function namedUnits({ reading: { report }, paragraphs }: RuleContext): readonly NamedUnit[] {
  const overview = report.sections.findIndex(({ key }) => key === 'overview');
  return paragraphs.flatMap((node) => {
    if (!node.pointer.startsWith('/closing/')) return inText(node, node.section === undefined || node.section === overview);
    const trimmed = node.text.trim();
    const start = node.text.indexOf(trimmed);
    const organ = new RegExp(`^${HAN}[\\s\\u3400-\\u9fff（）()]{1,30}${ORGAN}$`).test(trimmed) && !NOT_A_NAME.test(trimmed);
    return organ ? [{ pointer: node.pointer, span: [start, start + trimmed.length] as const, name: trimmed, as: 'signature' as const }] : [];
  });
}

const TOWNS = ['town', 'township', 'subdistrict'];
/** Parts of a region that make no unit of their own here: 高新区 in a city's report. */
const PART_OF_REGION = /(?:[新发示合保园景社校小库灾城辖地牧林矿]|开发|高新|管理|示范)区$/;
/** Who may rightly answer for others. */
const ANSWERS_FOR_OTHERS = /政府办|政务|数据|审批|公开|信息|机关事务|政府$|办公/;

/**
 * An organ of another region of the same level: 东番自治州 in the report of 西番自治州. Cities stand under cities, and some districts are
 * parts of others.
 */
function isElsewhere(name: UnitName, unit: UnitName): boolean {
  const [other, own] = [name.regions.at(-1), unit.regions.at(-1)];
  if (other === undefined || own === undefined || other.length < 3 || unit.regions.includes(other)) return false;
  return other.at(-1) === own.at(-1) && !other.endsWith('市') && !PART_OF_REGION.test(other);
}

/**
 * Whether a name that is not the unit's speaks against it: only an organ of its own class does. A superior, a department under a
 * government, a town of a county may be named rightly wherever it is.
 */
export function contradicts({ name, as }: NamedUnit, unit: UnitName): boolean {
  const other = unitName(name.replace(/党委$/, ''));
  if (as === 'report') return other.name.length > 2;
  if (as === 'subject' && isElsewhere(other, unit)) return true;
  if (!unit.is || !other.is) return false;
  // Whichever office of the county signs for its government.
  if (as === 'signature') return !(unit.is === 'government' && other.regions.at(-1) === unit.regions.at(-1));
  if (TOWNS.includes(unit.is)) return TOWNS.includes(other.is) && !/^(?:镇|乡|街道)/.test(other.name);
  if (unit.is === 'department') return other.is === 'department' && !/政府/.test(unit.name) && !(as === 'contact' && ANSWERS_FOR_OTHERS.test(name));
  // A city reports on its districts; a county has nothing of its kind below it.
  return (
    unit.is === 'government' &&
    other.is === 'government' &&
    as === 'subject' &&
    /[县旗区]$/.test(unit.name.replace(/人民政府$|政府$/, '')) &&
    /[县旗区]$/.test(other.name) &&
    other.name.length > 2 &&
    !PART_OF_REGION.test(other.name)
  );
}
