/** The .docx fixtures that are built part by part: one construct each, and one report-like document with many of them. */
import { documentXml, p, r, tbl, tc, tr, val, word, wordWithMain } from './docx-parts.js';

const sdt = (content: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const vStart = (text: string, more = ''): string => tc(text, val('vMerge', 'restart') + more);
const vGoOn = (text = '', more = ''): string => tc(text, val('vMerge') + more);
const wide = (text: string, columns: number, more = ''): string => tc(text, val('gridSpan', columns) + more);
const header = tr([vStart('项目'), wide('申请人情况', 2), vStart('总计')]);
const second = tr([vGoOn(), '自然人', '商业企业', vGoOn()]);
const deletedRow = '<w:del w:id="9" w:author="甲" w:date="2025-01-01T00:00:00Z"/>';
const field = (told: string, shown: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${told}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const textBox = (content: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="2000000" cy="900000"/><wp:docPr id="1" name="框"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:150pt;height:70pt"><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

const NUMBERING =
  `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>` +
  ['chineseCounting|%1、', 'chineseCounting|（%2）', 'decimal|%3.']
    .map((level, index) => {
      const [format, text] = level.split('|');
      return `<w:lvl w:ilvl="${index}">${val('start', 1)}${val('numFmt', format)}${val('suff', 'nothing')}${val('lvlText', text)}</w:lvl>`;
    })
    .join('') +
  `</w:abstractNum><w:num w:numId="1">${val('abstractNumId', 0)}</w:num>`;
const STYLES =
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' +
  '<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>';
const item = (text: string, level: number): string => p(text, `<w:numPr>${val('ilvl', level)}${val('numId', 1)}</w:numPr>`);

const report =
  p('云岭县人民政府2024年政府信息公开') +
  p('工作年度报告') +
  item('总体情况', 0) +
  item('主动公开', 1) +
  p(
    `${r('全年公开政府信息')}<w:ins w:id="1" w:author="甲" w:date="2025-01-01T00:00:00Z">${r('119')}</w:ins><w:del w:id="2" w:author="甲" w:date="2025-01-01T00:00:00Z"><w:r><w:delText>191</w:delText></w:r></w:del>${r('条')}${r('（内部口径）', val('rStyle', 'Gone'))}。`.replace(
      '。',
      r('。'),
    ),
  ) +
  item('依申请公开', 1) +
  p(`${r('共收到')}${field(' DOCPROPERTY n ', '7')}${r('件。')}`) +
  item('收到和处理政府信息公开申请情况', 0) +
  tbl(header, second, tr([tc(item('本年新收', 2)), '4', '3', '7']), tr([tc(item('上年结转', 2)), '0', '0', '0'])) +
  p(r('附：') + textBox(p('联系电话：0000-1234567'))) +
  p('云岭县人民政府');

/** The fixtures by file name under `fixtures/documents/docx/`. */
export const BUILT: Readonly<Record<string, () => Uint8Array>> = {
  'built-report.docx': () => word(report, { numbering: NUMBERING, styles: STYLES }),
  'built-merged.docx': () =>
    word(
      p('表') +
        tbl(
          header,
          second,
          ['一、本年新收', '4', '3', '7'],
          [vStart('三、办理结果'), wide('1', 2), '2'],
          [vGoOn(), wide('3', 2), '4'],
          [wide('四、结转', 3), '5'],
        ),
    ),
  'built-unequal-spans.docx': () => word(tbl([vStart('甲'), '1', '2', '3'], [vGoOn('', val('gridSpan', 2)), '4', '5'], ['乙', '6', '7', '8'])),
  'built-lone-continuation.docx': () => word(tbl(['甲', '1'], [vGoOn('乙'), '2'], [vGoOn(), '3'])),
  'built-hidden-in-merge.docx': () => word(tbl([vStart('甲'), '1'], [vGoOn('藏'), '2'])),
  'built-grid-before.docx': () => word(tbl(['甲', '乙', '丙', '丁'], tr(['1', '2'], val('gridBefore', 1) + val('gridAfter', 1)))),
  'built-horizontal-merge.docx': () => word(tbl([tc('甲', val('hMerge', 'restart')), tc('', val('hMerge')), '1'], ['2', '3', '4'])),
  'built-nested.docx': () => word(tbl(['甲', tc(p('前') + tbl(['1', '2'], ['3', '4']) + p('后'))], ['乙', '5'])),
  'built-frame.docx': () => word(tbl([tc(p('标题') + tbl(['甲', '1']) + p('正文'))])),
  'built-controls.docx': () =>
    word(sdt(tbl(['甲', '乙'], sdt(tr(['1', sdt(tc('2'))]) + tr([`<w:customXml w:element="x">${tc('3')}</w:customXml>`, tc(sdt(p(sdt(r('4')))))]))))),
  'built-changes.docx': () =>
    word(
      tbl(
        ['甲', '乙'],
        tr(['1', '2'], deletedRow),
        tr(
          ['3', tc(p(`<w:del w:id="3" w:author="甲"><w:r><w:delText>4</w:delText></w:r></w:del><w:ins w:id="4" w:author="甲">${r('5')}</w:ins>`))],
          '<w:ins w:id="5" w:author="甲"/>',
        ),
      ),
    ),
  'built-fields.docx': () => word(tbl(['甲', tc(p(field('REF x', '12')))], ['乙', tc(p(`<w:fldSimple w:instr="DOCPROPERTY n">${r('34')}</w:fldSimple>`))])),
  'built-hidden.docx': () => word(tbl(['甲', tc(p(r('1') + r('9', val('vanish'))))], tr(['乙', '2'], val('hidden')))),
  'built-ruby.docx': () => word(tbl([tc(p(`<w:r><w:ruby><w:rubyPr/><w:rt>${r('zhen')}</w:rt><w:rubyBase>${r('镇')}</w:rubyBase></w:ruby></w:r>`)), '1'])),
  'built-text-box.docx': () => word(tbl([tc(p(r('甲') + textBox(p('框')))), '1'])),
  'built-signs.docx': () =>
    word(tbl([tc(p('<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:br/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>')), '1'])),
  'built-strict.docx': () =>
    wordWithMain(
      documentXml(tbl(header, second, ['甲', '1', '2', '3'])).replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      ),
    ),
};
