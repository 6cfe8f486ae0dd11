/** The sheet of indicators: a row a unit, shares in per cent; where there are too few cases the sheet says so. */
import type { Lang } from '../../base/lang.js';
import type { Cell, Sheet } from '../../base/package/workbook.js';
import type { EditionSums } from '../../judge/aggregate/add-up.js';
import { type Indicator, type IndicatorName, indicatorNames, indicatorsOf, LEAST_CASES } from '../../judge/aggregate/indicators.js';

interface Words {
  readonly name: string;
  readonly unit: string;
  readonly header: { readonly [name in IndicatorName]: string };
  readonly few: (cases: number) => string;
  readonly unknown: string;
  readonly all: string;
  readonly title: (units: number, year: number | null) => string;
  readonly note: string;
}

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: {
    name: '指标',
    unit: '单位',
    header: {
      disclosed: '公开率（予以公开和部分公开÷办理结果总计）',
      denied: '不予公开（÷办理结果总计）',
      unavailable: '无法提供（÷办理结果总计）',
      carriedForward: '结转率（结转下年度÷本年新收与上年结转之和）',
      corrected: '纠正率（复议、诉讼结果纠正÷总计）',
    },
    few: (cases) => `不计算（${cases}件，不足${LEAST_CASES}件）`,
    unknown: '不计算（有空白或无法识别的数）',
    all: '合计',
    title: (units, year) => `${units}个单位${year === null ? '' : `${year}年`}政府信息公开工作指标（%）`,
    note: `说明：件数不足${LEAST_CASES}件的不计算，有数空白或者无法识别的也不计算；不计算不是0。`,
  },
  en: {
    name: 'Indicators',
    unit: 'unit',
    header: {
      disclosed: 'disclosed (granted wholly or in part, of all outcomes)',
      denied: 'denied (of all outcomes)',
      unavailable: 'unavailable (of all outcomes)',
      carriedForward: 'carried forward (of new and carried-over requests)',
      corrected: 'corrected (of all reconsiderations and lawsuits)',
    },
    few: (cases) => `none (n = ${cases}, below ${LEAST_CASES})`,
    unknown: 'none (a figure is blank or unreadable)',
    all: 'all',
    title: (units, year) => `Indicators of ${units} units${year === null ? '' : `, ${year}`} (per cent)`,
    note: `Below ${LEAST_CASES} cases, or where a figure is blank or unreadable, there is no indicator, which is not 0.`,
  },
};

function cellOf(indicator: Indicator, words: Words): Cell {
  if ('share' in indicator) return { value: Number((indicator.share * 100).toFixed(1)), format: 'figure' };
  return { value: indicator.none === 'few' ? words.few(indicator.cases) : words.unknown, format: 'text' };
}

/** The sheet for the units of one edition, with all of them together in its last row. */
export function indicatorSheet({ units, cells }: EditionSums, year: number | null, lang: Lang): Sheet {
  const words = WORDS[lang];
  const row = (name: string, figures: EditionSums['units'][number]['cells']): readonly Cell[] => {
    const own = indicatorsOf(figures);
    return [{ value: name, format: 'text' }, ...indicatorNames.map((key) => cellOf(own[key], words))];
  };
  const header: readonly Cell[] = [words.unit, ...indicatorNames.map((key) => words.header[key])].map((value) => ({ value, format: 'header' }));
  // A sum that leaves a unit's blank out is no base for a share.
  const all = new Map(cells.map(({ pointer, sum, blank }) => [pointer, blank > 0 ? null : sum]));
  return {
    name: words.name,
    widths: [34, ...indicatorNames.map(() => 24)],
    headerRows: 2,
    header: words.title(units.length, year),
    rows: [
      { cells: [{ value: words.title(units.length, year), format: 'plain' }] },
      { cells: header, height: 51 },
      ...units.map(({ unit, cells: figures }) => ({ cells: row(unit, figures) })),
      ...(units.length > 1 ? [{ cells: row(words.all, all) }] : []),
      { cells: [{ value: words.note, format: 'plain' as const }] },
    ],
  };
}
