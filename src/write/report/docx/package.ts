/** The parts of a Word package around its text. */
import { relationsPart, type XmlPart, zipParts } from '../../../base/package/package.js';
import { escapeXml } from '../../../base/text/clean.js';
import { type NextId, paragraph } from './paragraph.js';
import { fontTableXml, stylesXml } from './styles.js';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const NAMESPACE = `xmlns:w="${WORD}"`;
/** Namespaces of the parts that hold paragraphs: their ids are an extension that older programs pass over. */
const STORY =
  `${NAMESPACE} xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"';

/** GB/T 9704, 5.2.1: A4, 37 mm above, 28 mm to the left, a text area of 156 mm × 225 mm. */
const SECTION =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>' +
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1304" w:gutter="0"/>' +
  '<w:pgNumType w:start="1"/><w:cols w:space="425"/></w:sectPr>';

/** GB/T 9704, 7.5: 4号 Song, a dash on either side, one character in from the outer edge. */
function footer(id: NextId, side: 'left' | 'right'): string {
  const field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>';
  const dash = (text: string): string => `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const properties = `<w:ind w:${side}Chars="100" w:${side}="280"/><w:jc w:val="${side}"/>`;
  return `<w:ftr ${STORY}>${paragraph(id, 'Footer', `${dash('— ')}${field}${dash(' —')}`, { properties })}</w:ftr>`;
}

const SETTINGS =
  `<w:settings ${NAMESPACE}><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>` +
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>';

function core(title: string | undefined): string {
  return (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `${title === undefined ? '' : `<dc:title>${escapeXml(title)}</dc:title>`}<dc:language>zh-CN</dc:language></cp:coreProperties>`
  );
}

/** The package of a document whose paragraphs and tables are given. */
export function wordPackage(body: string, title: string | undefined, id: NextId): Uint8Array {
  const parts: readonly XmlPart[] = [
    { name: 'word/document.xml', type: `${TYPE}.document.main+xml`, xml: `<w:document ${STORY}><w:body>${body}${SECTION}</w:body></w:document>` },
    { name: 'word/styles.xml', type: `${TYPE}.styles+xml`, xml: stylesXml(NAMESPACE) },
    { name: 'word/settings.xml', type: `${TYPE}.settings+xml`, xml: SETTINGS },
    { name: 'word/fontTable.xml', type: `${TYPE}.fontTable+xml`, xml: fontTableXml(NAMESPACE) },
    { name: 'word/footer1.xml', type: `${TYPE}.footer+xml`, xml: footer(id, 'right') },
    { name: 'word/footer2.xml', type: `${TYPE}.footer+xml`, xml: footer(id, 'left') },
    { name: 'docProps/core.xml', type: 'application/vnd.openxmlformats-package.core-properties+xml', xml: core(title) },
  ];
  return zipParts([
    relationsPart('', [
      { type: `${OFFICE}/officeDocument`, target: 'word/document.xml' },
      { type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', target: 'docProps/core.xml' },
    ]),
    relationsPart('word/document.xml', [
      { type: `${OFFICE}/styles`, target: 'styles.xml' },
      { type: `${OFFICE}/settings`, target: 'settings.xml' },
      { type: `${OFFICE}/fontTable`, target: 'fontTable.xml' },
      { type: `${OFFICE}/footer`, target: 'footer1.xml' },
      { type: `${OFFICE}/footer`, target: 'footer2.xml' },
    ]),
    ...parts,
  ]);
}
