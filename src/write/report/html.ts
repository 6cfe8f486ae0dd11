/** A report as one self-contained page: headings, tables with their true headers, set on A4 when printed. */
import type { Lang } from '../../base/lang.js';
import { escapeXml } from '../../base/text/clean.js';
import type { Reading } from '../../form/model/reading.js';
import type { LayoutCell } from './layout.js';
import { partsOf, type TablePart, type TextPart } from './parts.js';

const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; padding: 2rem 1.5rem; max-width: 46rem; color: #000; background: #fff; font: 1.05rem/1.8 "Times New Roman", "FangSong_GB2312", "FangSong", "STFangsong", "Noto Serif CJK SC", serif; }
h1, h2, h3, p { margin: 0; overflow-wrap: anywhere; }
h1 { margin: 0 0 1.5rem; text-align: center; font: 1.6rem/1.5 "Times New Roman", "FZXiaoBiaoSong-B05S", "STZhongsong", "SimSun", "Noto Serif CJK SC", serif; }
h2 { margin: 1.2rem 0 .4rem; text-indent: 2em; font: 1.1rem/1.8 "SimHei", "Heiti SC", "Noto Sans CJK SC", sans-serif; }
h3 { text-indent: 2em; font: 1.05rem/1.8 "Times New Roman", "KaiTi_GB2312", "KaiTi", "STKaiti", "Noto Serif CJK SC", serif; }
p { text-indent: 2em; text-align: justify; }
p.closing { text-align: right; text-indent: 0; padding-right: 2em; }
.table { margin: .5rem 0 1rem; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font: .85rem/1.35 "Times New Roman", "SimSun", "Songti SC", "Noto Serif CJK SC", serif; }
th, td { border: 1px solid #000; padding: .2rem .3rem; text-align: center; font-weight: normal; }
td.row { text-align: left; }
td { min-width: 1.5em; font-variant-numeric: tabular-nums; }
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@media print {
  body { padding: 0; max-width: none; font-size: 16pt; line-height: 28pt; }
  h1 { font-size: 22pt; }
  h2, h3 { font-size: 16pt; line-height: 28pt; break-after: avoid; }
  .table { overflow: visible; break-inside: avoid; }
  table { font-size: 9pt; line-height: 1.2; }
  tr { break-inside: avoid; }
  th, td { padding: 1pt 2pt; }
}
`;

const WORDS = { zh: '政府信息公开工作年度报告', en: 'Government information disclosure report' } as const;
const ELEMENTS = { title: 'h1', preface: 'p', heading: 'h2', subheading: 'h3', paragraph: 'p', closing: 'p' } as const;

/** The report as a page; no script, nothing loaded from elsewhere, and no text of the report is ever markup. */
export function reportHtml(reading: Reading, lang: Lang = 'zh'): string {
  const body = partsOf(reading).map((part) => (part.kind === 'table' ? tableHtml(part) : textHtml(part)));
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeXml(reading.report.title ?? WORDS[lang])}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...body,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function textHtml({ kind, text }: TextPart): string {
  const name = ELEMENTS[kind];
  const blanks = /[ \t]{2}|\t/.test(text) ? ' style="white-space: pre-wrap"' : '';
  return `<${name}${kind === 'closing' ? ' class="closing"' : ''}${blanks}>${lines(text)}</${name}>`;
}

function lines(text: string): string {
  return escapeXml(text).replace(/\n/g, '<br>');
}

function tableHtml({ rows, headerRows, name }: TablePart): string {
  // LibreOffice draws no lines that only a style sheet asks for.
  const lines = [`<div class="table"><table border="1" aria-label="${escapeXml(name)}">`];
  let open = '';
  rows.forEach((row, index) => {
    // Headers amid the rows are bodies of their own.
    const group = index < headerRows ? 'thead' : row.some(({ kind }) => kind === 'value') ? 'tbody' : 'tbody class="head"';
    if (group !== open) lines.push(...closing(open), `<${group}>`);
    open = group;
    lines.push(`<tr>${row.map(cellHtml).join('')}</tr>`);
  });
  return [...lines, ...closing(open), '</table></div>'].join('\n');
}

function closing(group: string): readonly string[] {
  return group === '' ? [] : [`</${group.slice(0, 5)}>`];
}

// Labels of rows are no `th`: pandoc cuts the span of one that is wider than others, and shifts the figures beside it.
const OPENINGS = {
  heading: '<th scope="colgroup"',
  corner: '<td',
  banner: '<th scope="colgroup"',
  'column-group': '<th scope="colgroup"',
  column: '<th scope="col"',
  'row-group': '<td',
  row: '<td class="row"',
  value: '<td',
} as const satisfies { readonly [kind in LayoutCell['kind']]: string };

function cellHtml({ kind, text, rowSpan, columnSpan }: LayoutCell): string {
  const opening = OPENINGS[kind];
  const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`;
  return `${opening}${spans}>${lines(text)}</${opening.slice(1, 3)}>`;
}
