/** What the examples of rules on the setting share: a profile after GB/T 9704. */
import { type Duties, dutiesOf } from '../profiles/duties.js';

/** What the examples are held against; the shipped profile `gbt-9704` lets more pass. */
export const official: { readonly duties: Duties } = {
  duties: dutiesOf([
    {
      name: '公文格式',
      basis: '《党政机关公文格式》（GB/T 9704—2012）',
      layout: {
        page: {
          width: { is: 210, least: 209, most: 211 },
          height: { is: 297, least: 296, most: 298 },
          top: { is: 37, least: 36, most: 38 },
          left: { is: 28, least: 27, most: 29 },
        },
        title: { font: '方正小标宋简体', size: 22, centred: true },
        body: { font: '仿宋_GB2312', size: 16, line: { least: 28, most: 30 }, indent: { is: 2, least: 1.8, most: 2.2 } },
        headings: [
          { font: '黑体', size: 16 },
          { font: '楷体_GB2312', size: 16 },
        ],
        pageNumber: { font: '宋体', size: 14, dashes: true },
        colour: { blackUpTo: 40 },
        table: { widest: 157, repeatHeadFrom: 20 },
      },
    },
  ]),
};
