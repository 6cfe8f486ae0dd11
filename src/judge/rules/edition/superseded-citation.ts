import { sentences } from '../../../base/text/sentences.js';
import { type Edition, type EditionSpec, editionSpec, editions } from '../../../form/editions/index.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { citedNumbers, noticeOf, TELLS_OF_CHANGE } from '../notices.js';

/** The notice of a form by its title alone; a local notice names no 国务院办公厅. */
const titleOf = ({ notice }: EditionSpec): RegExp => new RegExp(`《国务院办公厅政府信息与政务公开办公室${notice.subject.source}`, 'g');

/** Sentences that speak of reports to come. */
const PLAN = /将|下一步|今后|明年|下一?年度|年度?(?:起|开始|以后)/;

/** What a report must rest on. */
interface Due {
  readonly edition: Edition;
  /** The report year, when it is known. */
  readonly year: number | undefined;
}

/** What is wrong with resting on the notice of a form. */
function judgeNotice(meant: Edition, sentence: string, { edition, year }: Due): 'superseded' | 'early' | undefined {
  if (meant === edition) return undefined;
  const { firstYear } = editionSpec(meant);
  if (firstYear < editionSpec(edition).firstYear) return 'superseded';
  return year !== undefined && year < firstYear && !PLAN.test(sentence) ? 'early' : undefined;
}

export default defineRule({
  id: 'edition/superseded-citation',
  severity: 'warning',
  basis: form('年度报告的编制依据'),
  docs: {
    zh: {
      title: '引用的格式通知不适用于本年度',
      what: '2021年度以后的报告仍以国办公开办函〔2019〕60号为编制依据，2020年度以前的报告却以国办公开办函〔2021〕30号为编制依据。文号、名称写错的由 edition/misquoted-notice 报告。',
      why: '2019年度、2020年度的报告按国办公开办函〔2019〕60号、自2021年度起按国办公开办函〔2021〕30号规定的格式编制；依据与年度不符，多半是年份或者依据写错。',
      fix: '核对报告年度。2021年度以后的，依据改为《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号），同时核对所用表格是否新版；2019年度、2020年度的，依据改为国办公开办函〔2019〕60号。',
    },
    en: {
      title: 'The notice cited is not that of the year',
      what: 'A report of 2021 or later rests on the 2019 notice 〔2019〕60号, one of 2020 or earlier on the 2021 notice 〔2021〕30号. A miswritten number or title belongs to edition/misquoted-notice.',
      why: 'Reports of 2019 and 2020 follow the form of 〔2019〕60号, those from 2021 on that of 〔2021〕30号; where notice and year do not fit, one of them is mostly wrong.',
      fix: 'Check the report year. From 2021 on cite 国办公开办函〔2021〕30号 and check that the tables are those of that form; for 2019 and 2020 cite 国办公开办函〔2019〕60号.',
    },
  },
  message: {
    zh: {
      superseded: '以“{quote}”为编制依据，而{year}年度应依据{due}',
      early: '以“{quote}”为编制依据，那是{first}年度以后的格式，{year}年度应依据{due}',
    },
    en: {
      superseded: 'The report rests on “{quote}”; that of {year} must follow {due}',
      early: 'The report rests on “{quote}”, which is for reports of {first} and later; that of {year} must follow {due}',
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
    ],
  },
  *check(report, { edition, paragraphs, options }) {
    const spec = editionSpec(edition);
    const year = options.year ?? report.year;
    const facts = { year: year ?? spec.firstYear };
    for (const { pointer, text } of paragraphs) {
      for (const { text: sentence, start } of sentences(text)) {
        if (TELLS_OF_CHANGE.test(sentence)) continue;
        const at = (from: number, to: number): readonly [number, number] => [start + from, start + to];
        const cited = citedNumbers(sentence).map((number) => ({ span: number.span, notice: noticeOf(number) }));
        for (const { span, notice } of cited) {
          const message = notice && judgeNotice(notice.spec.edition, sentence, { edition, year });
          if (message) yield { on: pointer, span: at(...span), message, data: { ...facts, due: spec.notice.number, first: notice.spec.firstYear } };
        }
        if (cited.length > 0) continue;
        for (const named of editions) {
          for (const match of sentence.matchAll(titleOf(named))) {
            const message = judgeNotice(named.edition, sentence, { edition, year });
            if (message)
              yield {
                on: pointer,
                span: at(match.index, match.index + match[0].length),
                message,
                data: { ...facts, due: spec.notice.number, first: named.firstYear },
              };
          }
        }
      }
    }
  },
});
