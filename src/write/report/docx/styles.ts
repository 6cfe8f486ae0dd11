/** Styles and fonts of an official document: GB/T 9704—2012, 5.2 and 7. Sizes are half points, distances twentieths of a point. */

/** 3号, the size of the body: 16 points. */
const BODY = 32;
/** Two characters of the body. */
const TWO_CHARACTERS = 2 * 10 * BODY;

/** The body font and its kin, each with what stands in for it where it is not installed. */
const fonts = {
  title: { name: '方正小标宋简体', instead: '华文中宋', family: 'roman' },
  body: { name: '仿宋_GB2312', instead: '仿宋', family: 'modern' },
  heading: { name: '黑体', instead: 'SimHei', family: 'modern' },
  subheading: { name: '楷体_GB2312', instead: '楷体', family: 'modern' },
  table: { name: '宋体', instead: 'SimSun', family: 'roman' },
} as const;

const east = (font: keyof typeof fonts): string => `<w:rFonts w:eastAsia="${fonts[font].name}"/>`;
/** Figures and Latin words too. */
const all = (font: keyof typeof fonts): string => `<w:rFonts${['ascii', 'hAnsi', 'eastAsia'].map((script) => ` w:${script}="${fonts[font].name}"`).join('')}/>`;
const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const exactly = (points: number, before = 0): string =>
  `<w:spacing${before === 0 ? '' : ` w:before="${before * 20}"`} w:line="${points * 20}" w:lineRule="exact"/>`;
const FIRST_LINE = `<w:ind w:firstLineChars="200" w:firstLine="${TWO_CHARACTERS}"/>`;

interface StyleSpec {
  /** Names of built-in styles are those that Word knows them by, so that its navigation works. */
  readonly name: string;
  readonly type?: 'paragraph' | 'character' | 'table';
  readonly basedOn?: string;
  readonly next?: string;
  readonly paragraph?: string;
  readonly run?: string;
  readonly table?: string;
  readonly isDefault?: true;
}

const styles = {
  Normal: { name: 'Normal', isDefault: true, paragraph: `<w:widowControl w:val="0"/>${exactly(28)}<w:jc w:val="both"/>` },
  Title: { name: 'Title', basedOn: 'Normal', next: 'BodyText', paragraph: `${exactly(36)}<w:jc w:val="center"/>`, run: all('title') + size(44) },
  BodyText: { name: 'Body Text', basedOn: 'Normal', paragraph: FIRST_LINE },
  Heading1: {
    name: 'heading 1',
    basedOn: 'Normal',
    next: 'BodyText',
    paragraph: `<w:keepNext/>${FIRST_LINE}<w:outlineLvl w:val="0"/>`,
    run: east('heading'),
  },
  Heading2: {
    name: 'heading 2',
    basedOn: 'Normal',
    next: 'BodyText',
    paragraph: `<w:keepNext/>${FIRST_LINE}<w:outlineLvl w:val="1"/>`,
    run: east('subheading'),
  },
  Signature: { name: 'Signature', basedOn: 'Normal', paragraph: `<w:ind w:rightChars="200" w:right="${TWO_CHARACTERS}"/><w:jc w:val="right"/>` },
  TableText: { name: '表格文字', basedOn: 'Normal', paragraph: `${exactly(18)}<w:jc w:val="center"/>`, run: east('table') + size(24) },
  TableSmall: { name: '表格小字', basedOn: 'TableText', paragraph: exactly(13), run: size(21) },
  Gap: { name: '表后空行', basedOn: 'Normal', paragraph: exactly(10), run: size(10) },
  Footer: {
    name: 'footer',
    basedOn: 'Normal',
    paragraph: `<w:spacing w:line="240" w:lineRule="auto"/>`,
    run: all('table') + size(28),
  },
  DefaultParagraphFont: { name: 'Default Paragraph Font', type: 'character', isDefault: true },
  RunInHeading: { name: '段首标题', type: 'character', basedOn: 'DefaultParagraphFont', run: east('subheading') },
  PlaceholderText: {
    name: 'Placeholder Text',
    type: 'character',
    basedOn: 'DefaultParagraphFont',
    run: '<w:i/><w:iCs/><w:color w:val="7F7F7F"/>',
  },
  TableNormal: {
    name: 'Normal Table',
    type: 'table',
    isDefault: true,
    table: `<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>`,
  },
  TableGrid: {
    name: 'Table Grid',
    type: 'table',
    basedOn: 'TableNormal',
    table: `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
      .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
      .join('')}</w:tblBorders>`,
  },
} as const satisfies { readonly [id: string]: StyleSpec };

/** The id of a style. */
export type StyleId = keyof typeof styles;

function styleXml([id, style]: [string, StyleSpec]): string {
  const { name, type = 'paragraph', basedOn, next, paragraph, run, table, isDefault } = style;
  return [
    `<w:style w:type="${type}"${isDefault ? ' w:default="1"' : ''}${/[^ -~]/.test(name) ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>`,
    basedOn === undefined ? '' : `<w:basedOn w:val="${basedOn}"/>`,
    next === undefined ? '' : `<w:next w:val="${next}"/>`,
    type === 'paragraph' ? '<w:qFormat/>' : '',
    paragraph === undefined ? '' : `<w:pPr>${paragraph}</w:pPr>`,
    run === undefined ? '' : `<w:rPr>${run}</w:rPr>`,
    table === undefined ? '' : `<w:tblPr>${table}</w:tblPr>`,
    '</w:style>',
  ].join('');
}

/**
 * The styles part, without declaration. Chinese is the language of Chinese text only: figures set as Chinese may be broken
 * between two digits at the end of a line.
 */
export function stylesXml(namespace: string): string {
  return [
    `<w:styles ${namespace}><w:docDefaults><w:rPrDefault><w:rPr>`,
    `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${fonts.body.name}" w:cs="Times New Roman"/>`,
    `${size(BODY)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    ...Object.entries(styles).map(styleXml),
    '</w:styles>',
  ].join('');
}

/** The font table: which fonts stand in for those that a machine does not have. */
export function fontTableXml(namespace: string): string {
  const items = Object.values(fonts).map(
    ({ name, instead, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  const roman = '<w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>';
  return `<w:fonts ${namespace}>${roman}${items.join('')}</w:fonts>`;
}
