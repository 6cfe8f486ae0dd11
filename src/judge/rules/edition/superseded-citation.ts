import { sentences } from '../../../base/text/sentences.js';
import { type Edition, type EditionSpec, editionSpec, editions } from '../../../form/editions/index.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';

/** A citation of one of the two notices, in whatever brackets, with 办 dropped or not. */
const NUMBER = /国(?:务院)?办公开(办?)函?\s*([〔﹝[［【（({〈])\s*(20\d{2})\s*年?\s*[〕﹞\]］】）)}〉]\s*(?:第\s*)?(\d{1,3})\s*号/g;
/** The notices by their titles alone; a local notice names no 国务院办公厅. */
const TITLES: { readonly [edition in Edition]: RegExp } = {
  2019: /《国务院办公厅政府信息与政务公开办公室关于政府信息公开(?:工作)?年度报告有关事项的通知》/g,
  2021: /《国务院办公厅政府信息与政务公开办公室关于印发[〈《<]?(?:中华人民共和国)?政府信息公开(?:工作)?年度报告格式[〉》>]?的通知》/g,
};
/** Sentences that tell of the change instead of resting on the old notice. */
const HISTORY = /废止|失效|取代|代替|替代|不再|原按|此前|修订后|调整为/;
/** Sentences that speak of reports to come. */
const PLAN = /将|下一步|今后|明年|下一?年度|年度?(?:起|开始|以后)/;

interface Notice {
  readonly spec: EditionSpec;
  readonly year: number;
  readonly number: number;
}

const notices = editions.map((spec): Notice => {
  const [year, number] = [...spec.notice.number.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  return { spec, year: year!, number: number! };
});

/** What a report must rest on. */
interface Due {
  readonly edition: Edition;
  /** The report year, when it is known. */
  readonly year: number | undefined;
}

/** What is wrong with resting on the notice of a form. */
function judgeNotice(meant: Edition, sentence: string, { edition, year }: Due): 'superseded' | 'early' | undefined {
  if (meant === edition) return undefined;
  if (meant === '2019') return 'superseded';
  return year !== undefined && year < editionSpec(meant).firstYear && !PLAN.test(sentence) ? 'early' : undefined;
}

/** What is wrong with one printed document number, if it is that of the form's notice. */
function judgeNumber(
  [words, office, bracket, year, number]: RegExpMatchArray,
  sentence: string,
  report: Due,
): { readonly message: string; readonly due: string } | undefined {
  const meant = notices.find((notice) => notice.year === Number(year) && notice.number === Number(number));
  const due = editionSpec(report.edition).notice.number;
  const wrong = meant && judgeNotice(meant.spec.edition, sentence, report);
  if (wrong) return { message: wrong, due };
  if (!meant) {
    // The year of one notice with the number of the other; any further number belongs to another document.
    const crossed = notices.some((notice) => notice.year === Number(year)) && notices.some((notice) => notice.number === Number(number));
    return crossed && /年度报告|格式/.test(sentence) ? { message: 'symbol', due } : undefined;
  }
  if (office === '' || !words!.includes('函')) return { message: 'symbol', due: meant.spec.notice.number };
  return bracket === '〔' ? undefined : { message: 'brackets', due: meant.spec.notice.number };
}

export default defineRule({
  id: 'edition/superseded-citation',
  severity: 'warning',
  basis: form('年度报告的编制依据'),
  docs: {
    zh: {
      title: '引用的格式通知不适用于本年度或者文号有误',
      what: '2021年度以后的报告仍以国办公开办函〔2019〕60号为编制依据，2020年度以前的报告却以国办公开办函〔2021〕30号为编制依据，或者把格式通知的文号写错（漏写“办”“函”，用了方头括号）。',
      why: '2019年度、2020年度的报告按国办公开办函〔2019〕60号、自2021年度起按国办公开办函〔2021〕30号规定的格式编制；依据与年度不符，多半是年份或者依据写错。文号错误则无从查证。文号中的年份用六角括号“〔〕”。',
      fix: '核对报告年度。2021年度以后的，依据改为《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号），同时核对所用表格是否新版；2019年度、2020年度的，依据改为国办公开办函〔2019〕60号。',
    },
    en: {
      title: 'The notice cited is not that of the year, or is miswritten',
      what: 'A report of 2021 or later rests on the 2019 notice 〔2019〕60号, one of 2020 or earlier on the 2021 notice 〔2021〕30号, or the document number of the form’s notice is miswritten.',
      why: 'Reports of 2019 and 2020 follow the form of 〔2019〕60号, those from 2021 on that of 〔2021〕30号; where notice and year do not fit, one of them is mostly wrong. A wrong number cannot be looked up. The year in a document number stands in 〔〕.',
      fix: 'Check the report year. From 2021 on cite 国办公开办函〔2021〕30号 and check that the tables are those of that form; for 2019 and 2020 cite 国办公开办函〔2019〕60号.',
    },
  },
  message: {
    zh: {
      superseded: '以“{quote}”为编制依据，而{year}年度应依据{due}',
      early: '以“{quote}”为编制依据，那是{first}年度以后的格式，{year}年度应依据{due}',
      symbol: '文号“{quote}”有误，应为“{due}”',
      brackets: '文号“{quote}”中的年份应用六角括号，写作“{due}”',
    },
    en: {
      superseded: 'The report rests on “{quote}”; that of {year} must follow {due}',
      early: 'The report rests on “{quote}”, which is for reports of {first} and later; that of {year} must follow {due}',
      symbol: 'The document number “{quote}” is miswritten: it is “{due}”',
      brackets: 'The year in the document number “{quote}” stands in hexagonal brackets: “{due}”',
    },
  },
  examples: {
    good: [
      { name: '引用现行通知' },
      { name: '2020年度引用当时的通知', edition: '2019' },
      { name: '引用同一机关的其他文件', set: { '/sections/0/paragraphs/3': '（三）政府信息管理。按照国办公开办函〔2019〕14号答复机构改革后的申请。' } },
      { name: '2020年度说到以后的格式', edition: '2019', set: { '/sections/4/paragraphs/-': '自2021年度起，将按照国办公开办函〔2021〕30号编制年度报告。' } },
      { name: '说明旧通知不再使用', set: { '/preface/0': '自2021年度起不再使用国办公开办函〔2019〕60号规定的格式。' } },
    ],
    bad: [
      { name: '仍引用2019年的通知', set: { '/preface/0': '根据国办公开办函〔2019〕60号的要求编制本报告。' }, expect: ['/preface/0'] },
      {
        name: '只写旧通知的名称',
        set: { '/preface/0': '根据《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》编制本报告。' },
        expect: ['/preface/0'],
      },
      { name: '2020年度引用后来的通知', edition: '2019', set: { '/preface/0': '根据国办公开办函〔2021〕30号的要求编制本报告。' }, expect: ['/preface/0'] },
      { name: '文号写错', edition: '2019', set: { '/preface/0': '根据（国办公开函【2019】60号）编制本报告。' }, expect: ['/preface/0'] },
      { name: '括号不对', set: { '/preface/0': '根据国办公开办函[2021]30号编制本报告。' }, expect: ['/preface/0'] },
    ],
  },
  *check(report, { edition, paragraphs, options }) {
    const spec = editionSpec(edition);
    const year = options.year ?? report.year;
    const facts = { year: year ?? spec.firstYear, first: editionSpec('2021').firstYear };
    for (const { pointer, text } of paragraphs) {
      for (const { text: sentence, start } of sentences(text)) {
        if (HISTORY.test(sentence)) continue;
        const at = (match: RegExpMatchArray): readonly [number, number] => [start + match.index!, start + match.index! + match[0].length];
        const cited = [...sentence.matchAll(NUMBER)];
        for (const match of cited) {
          const fault = judgeNumber(match, sentence, { edition, year });
          if (!fault) continue;
          const { message, due } = fault;
          yield { on: pointer, span: at(match), message, data: { ...facts, due }, ...(message === 'brackets' ? { weaker: 'info' } : {}) };
        }
        if (cited.length > 0) continue;
        for (const { edition: named } of editions) {
          for (const match of sentence.matchAll(TITLES[named])) {
            const message = judgeNotice(named, sentence, { edition, year });
            if (message) yield { on: pointer, span: at(match), message, data: { ...facts, due: spec.notice.number } };
          }
        }
      }
    }
  },
});
