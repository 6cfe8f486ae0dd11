import type { LaidPage } from '../../../form/model/layout.js';
import type { LayoutDuty } from '../../profiles/layout.js';
import { defineRule } from '../../rule.js';
import { isOutside, rangeWords } from '../laid.js';
import { official } from '../laid-examples.js';

type PageDuty = NonNullable<LayoutDuty['page']>;

const NAMES: { readonly [measure in keyof PageDuty]-?: { readonly zh: string; readonly en: string } } = {
  width: { zh: '纸宽', en: 'the width of the paper' },
  height: { zh: '纸高', en: 'the height of the paper' },
  top: { zh: '上边距', en: 'the top margin' },
  bottom: { zh: '下边距', en: 'the bottom margin' },
  left: { zh: '左边距', en: 'the left margin' },
  right: { zh: '右边距', en: 'the right margin' },
};
const MEASURES = Object.keys(NAMES) as readonly (keyof PageDuty)[];
const MILLIMETRES = { zh: '毫米', en: 'mm' };

/** The measures of a page as they would be upright: a page turned for a wide table keeps its paper, its margins turn with it. */
function upright(page: LaidPage): readonly (keyof PageDuty)[] {
  return page.width > page.height ? [] : MEASURES;
}

export default defineRule({
  id: 'layout/page',
  severity: 'warning',
  basis: { document: '《党政机关公文格式》（GB/T 9704—2012）', clause: '5.1、5.2.1' },
  docs: {
    zh: {
      title: '纸张或页边距不合版式',
      what: '.docx 的纸张大小或者页边距不在配置方案（layout.page）规定的范围内；横向的页面不检查。方案有规定而文件不是 .docx 的，提示版式没有检查。没有方案规定的不检查。',
      why: '公文用 A4 纸，天头 37 毫米、订口 28 毫米，版心 156 毫米×225 毫米；页边距不对，装订和分页就不对。',
      fix: '在“页面设置”中改纸张和页边距。',
    },
    en: {
      title: 'Paper or margins are not as asked',
      what: 'The paper or a margin of a .docx is outside of what a profile (layout.page) asks; pages turned sideways are not checked. Where the profile asks and the file is no .docx, a hint says that the layout was not checked. Without a profile that asks nothing is checked.',
      why: 'Official documents are printed on A4 with 37 mm above, 28 mm at the left and a text area of 156 by 225 mm; other margins break binding and pages.',
      fix: 'Change paper and margins in the page setup.',
    },
  },
  message: {
    zh: {
      measure: '{measure}是 {found} 毫米，“{profile}”要求{due}',
      unknown: '“{profile}”对版式有要求，而这种文件说不出版式：版式没有检查',
    },
    en: {
      measure: '{measure} is {found} mm, “{profile}” asks for {due}',
      unknown: '“{profile}” asks for a layout, which this kind of file does not tell: it was not checked',
    },
  },
  examples: {
    good: [
      { name: 'A4，天头 37 毫米', layout: { page: {} }, options: official },
      { name: '没有方案规定版式', layout: { page: { top: 25.4 } } },
    ],
    bad: [
      { name: '上边距 25.4 毫米', layout: { page: { top: 25.4 } }, options: official, expect: [''] },
      { name: '不是 Word 文件', options: official, expect: [''] },
      { name: '信纸', layout: { page: { width: 215.9, height: 279.4 } }, options: official, expect: ['', ''] },
    ],
  },
  isAsked: ({ duties }) => duties.layout?.page !== undefined,
  *check(_report, { reading, duties }) {
    const asked = duties.layout?.page;
    if (!asked) return;
    if (!reading.layout) yield { on: '', message: 'unknown', data: { profile: asked.profile }, weaker: 'info' };
    const told = new Set<string>();
    for (const page of reading.layout?.().pages ?? []) {
      for (const measure of upright(page)) {
        const range = asked.duty[measure];
        const value = page[measure];
        if (!range || !isOutside(value, range) || told.has(`${measure} ${value}`)) continue;
        told.add(`${measure} ${value}`);
        yield {
          on: '',
          place: page.place,
          data: { measure: NAMES[measure], found: value, due: rangeWords(range, MILLIMETRES), profile: asked.profile },
          actual: value,
          expected: range.is ?? null,
          ...(asked.basis === undefined ? {} : { basis: asked.basis }),
        };
      }
    }
  },
});
