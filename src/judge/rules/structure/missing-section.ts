import { editionSpec } from '../../../form/editions/index.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { isTablesOnly } from '../notes.js';
import { enumerate, sectionWords } from '../wording.js';

/** More missing sections than this are one finding: the headings as a whole are the matter. */
const FEW = 3;

const WHOLE = { zh: '要检查文字的，请检查年度报告原稿（.docx）。', en: 'To have the text checked, check the report itself (.docx).' } as const;

export default defineRule({
  id: 'structure/missing-section',
  severity: 'error',
  basis: form('一至六部分'),
  docs: {
    zh: {
      title: '缺少规定的部分',
      what: '年度报告固定为六个部分，这里缺少其中一个，或者有表格而没有标题。',
      why: '六个部分由全国统一格式规定，与《条例》第五十条列举的内容对应；没有事项的部分也要保留。',
      fix: '按统一格式补上这一部分的标题和内容；没有需要报告的，写明没有。',
    },
    en: {
      title: 'A required section is missing',
      what: 'A report has six fixed sections; one of them, or its heading, is not there.',
      why: 'The six sections are laid down in the national form and stay even where there is nothing to report.',
      fix: 'Add the section with its heading; where there is nothing to report, say so.',
    },
  },
  message: {
    zh: {
      section: '缺少“{section}”部分',
      heading: '没有找到“{section}”的标题，只有这一部分的表格',
      several: '没有找到{count}个部分的标题：{sections}',
      workbook: '这是 Excel 工作簿，其中只有表格；六个部分的文字不在其中，没有检查',
    },
    en: {
      section: 'The report lacks {section}',
      heading: 'The heading of {section} was not found, only its table',
      several: 'The headings of {count} sections were not found: {sections}',
      workbook: 'This is a workbook and holds only the tables; the text of the six sections is not in it and was not checked',
    },
  },
  examples: {
    good: [{ name: '六个部分齐全' }],
    bad: [
      { name: '没有第六部分', remove: ['/sections/5'], expect: ['/sections'] },
      { name: '第四部分有表无标题', remove: ['/sections/3'], expect: ['/tables/disputes'] },
      { name: '各部分都没有标题', set: { '/sections': [] }, expect: ['/sections'] },
    ],
  },
  *check(report, context) {
    const { sections } = editionSpec(context.edition);
    const missing = sections.filter(({ key }) => !report.sections.some((section) => section.key === key));
    if (report.sections.length === 0 && isTablesOnly(context.reading.notes)) {
      yield { on: '/sections', message: 'workbook', weaker: 'warning', help: WHOLE };
      return;
    }
    if (missing.length > FEW) {
      yield {
        on: '/sections',
        message: 'several',
        data: {
          count: missing.length,
          sections: enumerate(
            missing.map(({ key }) => sectionWords(key)),
            missing.length,
          ),
        },
      };
      return;
    }
    for (const { key, table } of missing) {
      const data = { section: sectionWords(key) };
      if (table && context.reading.tables[table]) {
        yield { on: `/tables/${table}`, message: 'heading', data };
        continue;
      }
      // Nothing of it is in the document: point at the section it belongs behind.
      const order = sections.findIndex((spec) => spec.key === key);
      const before = report.sections.findLastIndex((section) => sections.findIndex((spec) => spec.key === section.key) < order);
      const place = context.locate(`/sections/${before}/heading`)?.place;
      yield { on: '/sections', message: 'section', data, ...(place ? { place } : {}) };
    }
  },
});
