import type { PageNumber } from '../../../form/model/layout.js';
import { defineRule } from '../../rule.js';
import { fontWords, sizeWords } from '../laid.js';
import { official } from '../laid-examples.js';

const PAGES: { readonly [pages in PageNumber['pages']]: { readonly zh: string; readonly en: string } } = {
  all: { zh: '页脚', en: 'the foot of the pages' },
  odd: { zh: '奇数页的页脚', en: 'the foot of odd pages' },
  even: { zh: '偶数页的页脚', en: 'the foot of even pages' },
};

export default defineRule({
  id: 'layout/page-number',
  severity: 'warning',
  basis: { document: '《党政机关公文格式》（GB/T 9704—2012）', clause: '7.5' },
  docs: {
    zh: {
      title: '页码缺失或不合版式',
      what: '.docx 的页脚没有页码，或者页码的字体、字号、一字线与配置方案（layout.pageNumber）规定的不同。首页不同的，首页可以没有。没有方案规定的不检查。',
      why: '公文的页码用四号半角宋体阿拉伯数字，左右各放一条一字线。没有页码的材料容易缺页、错页。',
      fix: '插入页码，设置字体和字号，选用“- 1 -”样式。',
    },
    en: {
      title: 'The page number is missing or not as asked',
      what: 'The foot of the pages of a .docx has no page number, or one whose font, size or dashes differ from what a profile (layout.pageNumber) asks. A first page of its own may have none. Without a profile that asks nothing is checked.',
      why: 'Official documents have 14 pt Song digits between two dashes. Pages without numbers are lost or swapped.',
      fix: 'Insert page numbers, set their font and size, and choose the style “- 1 -”.',
    },
  },
  message: {
    zh: {
      missing: '{pages}没有页码，“{profile}”要求有',
      font: '{pages}的页码字体是{found}，“{profile}”要求{due}',
      size: '{pages}的页码字号是{found}，“{profile}”要求{due}',
      dashes: '{pages}的页码两侧没有一字线，“{profile}”要求有',
    },
    en: {
      missing: '{pages} has no page number, “{profile}” asks for one',
      font: 'the font of the page number at {pages} is {found}, “{profile}” asks for {due}',
      size: 'the size of the page number at {pages} is {found}, “{profile}” asks for {due}',
      dashes: 'the page number at {pages} stands between no dashes, “{profile}” asks for them',
    },
  },
  examples: {
    good: [
      { name: '四号宋体，两侧有一字线', layout: { page: {} }, options: official },
      { name: '没有方案规定版式', layout: { page: { numbers: [{ pages: 'all', looks: undefined, dashes: false }] } } },
    ],
    bad: [
      { name: '没有页码', layout: { page: { numbers: [{ pages: 'all', looks: undefined, dashes: false }] } }, options: official, expect: [''] },
      {
        name: '小五号，没有一字线',
        layout: {
          page: { numbers: [{ pages: 'all', looks: [{ font: '宋体', latin: '宋体', size: 9, colour: undefined, behind: undefined }], dashes: false }] },
        },
        options: official,
        expect: ['', ''],
      },
    ],
  },
  isAsked: ({ duties, reading }) => duties.layout?.pageNumber !== undefined && reading.layout !== undefined,
  *check(_report, { reading, duties }) {
    const asked = duties.layout?.pageNumber;
    if (!asked) return;
    const { font, orFonts = [], size, dashes } = asked.duty;
    const fonts = [...(font === undefined ? [] : [font]), ...orFonts];
    const told = new Set<string>();
    for (const { place, numbers } of reading.layout?.().pages ?? []) {
      for (const number of numbers) {
        const looks = number.looks;
        const wrongFont = looks?.find(({ latin }) => fonts.length > 0 && !fonts.some((name) => name.toLowerCase() === latin?.toLowerCase()));
        const wrongSize = looks?.find((look) => size !== undefined && look.size !== size);
        const faults = [
          ...(looks ? [] : [{ message: 'missing', facts: {} }]),
          ...(wrongFont ? [{ message: 'font', facts: { found: fontWords(wrongFont.latin), due: font ?? orFonts.join('、') } }] : []),
          ...(wrongSize && size !== undefined ? [{ message: 'size', facts: { found: sizeWords(wrongSize.size), due: sizeWords(size) } }] : []),
          ...(looks && dashes && !number.dashes ? [{ message: 'dashes', facts: {} }] : []),
        ];
        for (const { message, facts } of faults) {
          const key = `${number.pages} ${message} ${JSON.stringify(facts)}`;
          if (told.has(key)) continue;
          told.add(key);
          yield {
            on: '',
            place,
            message,
            data: { ...facts, pages: PAGES[number.pages], profile: asked.profile },
            ...(asked.basis === undefined ? {} : { basis: asked.basis }),
          };
        }
      }
    }
  },
});
