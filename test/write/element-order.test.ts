/**
 * The order of elements that ISO/IEC 29500-1 asks for (its schemas are sequences, and Word and Excel refuse or repair what is out of order),
 * in every part that this program writes or changes.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { tags } from '../../src/base/xml/tags.js';
import { aggregate, annotate, convert, fix, format, lint, parse, summarize, sumReading, template } from '../../src/index.js';
import { baseReport, put } from '../support/reading.js';
import { FAULTS, spoiled } from '../support/spoil.js';
import { packageParts } from '../support/workbook.js';

const words = (names: string): readonly string[] => names.split(' ');
const RUN = words(
  'ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange',
);
const ORDER: Readonly<Record<string, readonly string[]>> = {
  'w:settings': words(
    'writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing characterSpacingControl footnotePr endnotePr compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping decimalSymbol listSeparator',
  ),
  'w:pPr': words(
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  ),
  'w:rPr': RUN,
  'w:tblPr': words(
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange',
  ),
  'w:tcPr': words(
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark cellIns cellDel cellMerge tcPrChange',
  ),
  'w:sectPr': words(
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange',
  ),
  'w:style': words(
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  ),
  'w:styles': words('docDefaults latentStyles style'),
  'w:tbl': words('tblPr tblGrid tr'),
  'w:tc': words('tcPr p'),
  'w:tr': words('tblPrEx trPr tc'),
  worksheet: words(
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing tableParts extLst',
  ),
  workbook: words('fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr'),
  styleSheet: words('numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'),
  font: words('b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'),
  xf: words('alignment protection'),
  headerFooter: words('oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter'),
};
/** Elements that may stand anywhere between others. */
const ANYWHERE = /^(?:commentRangeStart|commentRangeEnd|bookmarkStart|bookmarkEnd|proofErr|sdt)$/;

/** What of a part stands out of order: the element with the child that comes too late. */
function disorder(xml: string): readonly string[] {
  const found: string[] = [];
  const open: { readonly order: readonly string[] | undefined; readonly name: string; at: number }[] = [];
  for (const { kind, name: local, start } of tags(xml)) {
    if (kind === 'close') {
      open.pop();
      continue;
    }
    const name = xml.startsWith('w:', start + 1) ? `w:${local}` : local;
    const parent = open.at(-1);
    if (parent?.order && !ANYWHERE.test(local)) {
      const at = parent.order.indexOf(local);
      if (at < parent.at) found.push(`${parent.name} > ${name}`);
      parent.at = Math.max(at, parent.at);
    }
    if (kind === 'open') open.push({ order: ORDER[name], name, at: 0 });
  }
  return found;
}

function assertInOrder(what: string, bytes: Uint8Array): void {
  for (const [name, xml] of Object.entries(packageParts(bytes))) if (name.endsWith('.xml')) assert.deepEqual(disorder(xml), [], `${what}: ${name}`);
}

test('the check sees what is out of order or unknown', () => {
  assert.deepEqual(disorder('<w:settings><w:evenAndOddHeaders/><w:defaultTabStop/></w:settings>'), ['w:settings > w:defaultTabStop']);
  assert.deepEqual(disorder('<w:pPr><w:jc/><w:rPr><w:sz/><w:b/></w:rPr></w:pPr>'), ['w:rPr > w:b']);
  assert.deepEqual(disorder('<w:tcPr><w:colour/></w:tcPr>'), ['w:tcPr > w:colour']);
});

test('documents, forms, workbooks, lists and sums', async () => {
  for (const edition of ['2019', '2021'] as const) {
    const reading = await parse(baseReport(edition));
    for (const to of ['docx', 'xlsx'] as const) assertInOrder(`${edition} ${to}`, await convert(reading, { to }));
    assertInOrder('template', await template({ edition, year: edition === '2019' ? 2019 : 2024, unit: '甲&乙' }));
    const sum = aggregate([{ file: 'a', reading }]).editions[0]!;
    for (const to of ['docx', 'xlsx'] as const) assertInOrder('sum', await convert(sumReading(sum, reading.report.year ?? null), { to }));
  }
  assertInOrder('list', await format(summarize([await lint(put(baseReport(), '/tables/requests/newlyReceived/total', 9))]), 'xlsx'));
});

test('comments and repairs', async () => {
  const faulty = spoiled(new Uint8Array(readFileSync(new URL('../../fixtures/documents/docx/libreoffice-2021.docx', import.meta.url))), FAULTS);
  const annotated = await annotate(faulty);
  assert.ok(annotated.comments > 0);
  assertInOrder('annotate', annotated.bytes);
  const fixed = await fix(faulty, { unsafe: true, fillZero: true });
  assert.ok(fixed.repairs.length > 0);
  assertInOrder('fix', fixed.bytes);
});

test('the header of a sheet is never longer than Excel allows', async () => {
  for (const unit of ['甲'.repeat(300), '&'.repeat(300), `${'甲'.repeat(220)}${'&'.repeat(40)}`, '😀'.repeat(200)]) {
    const parts = packageParts(await convert(put(baseReport(), '/unit', unit), { to: 'xlsx' }));
    const headers = Object.values(parts).flatMap((xml) =>
      [...xml.matchAll(/<oddHeader>(.*?)<\/oddHeader>/g)].map(([, text]) => text!.replaceAll('&amp;', '&')),
    );
    assert.ok(headers.length > 0);
    for (const header of headers) {
      assert.ok(header.length <= 255 && header.startsWith('&C') && header.endsWith('…'), header);
      assert.equal((header.slice(2).match(/&/g) ?? []).length % 2, 0);
      assert.ok(!/[\ud800-\udbff](?![\udc00-\udfff])/.test(header));
    }
  }
});
