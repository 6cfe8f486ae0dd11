/**
 * Hand-made sentences with the claims that a careful reader finds in them, by the phrase they are there for.
 * The figures are those of fixtures/base/2021.json; a claim is written `name value`, see `named`.
 */
import type { CellPointer } from '../../src/form/editions/index.js';

/** Sentences around one phrase. */
export interface PhraseCase {
  readonly phrase: string;
  /** A sentence (or a short paragraph), and the claims in it in any order. */
  readonly sentences: readonly (readonly [text: string, ...claims: readonly string[]])[];
}

const groups = ['reconsideration', 'litigation/direct', 'litigation/afterReconsideration'] as const;
const denied = [
  'stateSecret',
  'prohibitedByLaw',
  'securityAndStability',
  'thirdPartyRights',
  'internalAffairs',
  'deliberativeProcess',
  'enforcementFiles',
  'administrativeInquiry',
];
const legal = ['enterprise', 'researchInstitution', 'socialOrganization', 'legalService', 'otherOrganization'];
const row = (key: string): readonly string[] => [`/tables/requests/${key}/total`];
const rows = (group: string, keys: readonly string[]): readonly string[] => keys.map((key) => `/tables/requests/outcomes/${group}/${key}/total`);
const cases = (result: string, of: readonly string[] = groups): readonly string[] => of.map((group) => `/tables/disputes/${group}/${result}`);

/** The cells that a name of the expected claims stands for. */
export const named: { readonly [name: string]: readonly CellPointer[] } = Object.fromEntries(
  Object.entries({
    new: row('newlyReceived'),
    in: row('carriedOver'),
    'new+in': [...row('newlyReceived'), ...row('carriedOver')],
    done: row('outcomes/total'),
    out: row('carriedForward'),
    granted: row('outcomes/granted'),
    partial: row('outcomes/partiallyGranted'),
    'granted+partial': [...row('outcomes/granted'), ...row('outcomes/partiallyGranted')],
    denied: rows('denied', denied),
    internal: rows('denied', ['internalAffairs']),
    unavailable: rows('unavailable', ['notHeld', 'notReadilyAvailable', 'unclearAfterCorrection']),
    notHeld: rows('unavailable', ['notHeld']),
    notProcessed: rows('notProcessed', ['petitions', 'duplicates', 'publications', 'excessive', 'reconfirmation']),
    petitions: rows('notProcessed', ['petitions']),
    duplicates: rows('notProcessed', ['duplicates']),
    other: rows('other', ['noCorrection', 'feeUnpaid', 'others']),
    noCorrection: rows('other', ['noCorrection']),
    natural: ['/tables/requests/newlyReceived/naturalPerson'],
    legal: legal.map((column) => `/tables/requests/newlyReceived/${column}`),
    enterprise: ['/tables/requests/newlyReceived/enterprise'],
    grantedNatural: ['/tables/requests/outcomes/granted/naturalPerson'],
    review: cases('total', ['reconsideration']),
    suits: cases('total', groups.slice(1)),
    direct: cases('total', ['litigation/direct']),
    after: cases('total', ['litigation/afterReconsideration']),
    disputes: cases('total'),
    reviewUpheld: cases('upheld', ['reconsideration']),
    reviewCorrected: cases('corrected', ['reconsideration']),
    reviewOther: cases('other', ['reconsideration']),
    reviewPending: cases('pending', ['reconsideration']),
    suitsUpheld: cases('upheld', groups.slice(1)),
    suitsCorrected: cases('corrected', groups.slice(1)),
    suitsOther: cases('other', groups.slice(1)),
    suitsPending: cases('pending', groups.slice(1)),
    corrected: cases('corrected'),
    issued: ['/tables/disclosure/normativeDocuments/issued'],
    repealed: ['/tables/disclosure/normativeDocuments/repealed'],
    inForce: ['/tables/disclosure/normativeDocuments/inForce'],
    rules: ['/tables/disclosure/regulations/issued'],
    licensing: ['/tables/disclosure/licensing/decisions'],
    penalties: ['/tables/disclosure/penalties/decisions'],
    coercion: ['/tables/disclosure/coercion/decisions'],
    fees: ['/tables/disclosure/fees/amount'],
  }).map(([name, cells]) => [name, cells as readonly CellPointer[]]),
);

/** At least three sentences a phrase, which differ in order, words and punctuation. */
export const phrases: readonly PhraseCase[] = [
  {
    phrase: '新收',
    sentences: [
      ['2024年，我县新收政府信息公开申请110件。', 'new 110'],
      ['全年政府信息公开申请新收110件，上年结转7件。', 'new 110', 'in 7'],
      ['政府信息公开申请办理情况:本年新收110件;上年结转7件', 'new 110', 'in 7'],
      ['本年度新收依申请公开事项一百一十件。', 'new 110'],
    ],
  },
  {
    phrase: '新收到',
    sentences: [
      ['县政府新收到政府信息公开申请110件，均依法登记。', 'new 110'],
      ['2024年度，新收到的依申请公开件共计１１０件。', 'new 110'],
      ['新收到110件政府信息公开申请，其中自然人提出100件。', 'new 110', 'natural 100'],
    ],
  },
  {
    phrase: '收到',
    sentences: [
      ['我县收到政府信息公开申请110件。', 'new 110'],
      ['（二）依申请公开。2024年收到公民、法人和其他组织提出的政府信息公开申请117件（含上年结转7件）。', 'new+in 117', 'in 7'],
      ['依申请公开方面，收到申请110件，办结109件。', 'new 110', 'done 109'],
      ['全年收到了110宗依申请公开', 'new 110'],
    ],
  },
  {
    phrase: '共收到',
    sentences: [
      ['2024年共收到政府信息公开申请110件次。', 'new 110'],
      ['县政府通过信函、网络、当面等渠道共收到政府信息公开申请110件。', 'new 110'],
      ['政府信息公开申请，全年共收到110件；', 'new 110'],
    ],
  },
  {
    phrase: '受理',
    sentences: [
      ['全年受理政府信息公开申请117件。', 'new+in 117'],
      ['依申请公开受理110件，办结109件。', 'new 110', 'done 109'],
      ['本机关2024年度受理的政府信息公开申请数量为110件，比上年增加5件。', 'new 110'],
    ],
  },
  {
    phrase: '新受理',
    sentences: [
      ['2024年新受理政府信息公开申请110件。', 'new 110'],
      ['政府信息公开申请新受理110件，转下一年度办理8件。', 'new 110', 'out 8'],
      ['（二）依申请公开情况。全年新受理依申请公开110件,办结109件,上年转结7件。', 'new 110', 'done 109', 'in 7'],
    ],
  },
  {
    phrase: '接收',
    sentences: [
      ['全年接收政府信息公开申请110件。', 'new 110'],
      ['2024年，我县共接收依申请公开申请110条，按期答复109条。', 'new 110', 'done 109'],
      ['接收书面和网上提交的政府信息公开申请共110件。', 'new 110'],
    ],
  },
  {
    phrase: '接到',
    sentences: [
      ['2024年接到政府信息公开申请110件。', 'new 110'],
      ['县政府全年共接到依申请公开事项110件，已办结109件。', 'new 110', 'done 109'],
      ['接到群众提出的政府信息公开申请110件', 'new 110'],
    ],
  },
  {
    phrase: '上年结转',
    sentences: [
      ['新收政府信息公开申请110件，上年结转7件。', 'new 110', 'in 7'],
      ['政府信息公开申请中，上年结转的有7件。', 'in 7'],
      ['上年结转政府信息公开申请7件，本年新收110件。', 'in 7', 'new 110'],
    ],
  },
  {
    phrase: '上年度结转',
    sentences: [
      ['上年度结转政府信息公开申请7件。', 'in 7'],
      ['收到申请110件、上年度结转办理件7件，均为政府信息公开申请。', 'new 110', 'in 7'],
      ['（二）依申请公开。新收110件；上一年度结转7件；办结109件。', 'new 110', 'in 7', 'done 109'],
    ],
  },
  {
    phrase: '上年转结',
    sentences: [
      ['上年转结政府信息公开申请7件。', 'in 7'],
      ['新受理政府信息公开申请110件,上年转结7件,转下一年办理8件。', 'new 110', 'in 7', 'out 8'],
      ['政府信息公开申请由上年转结七件。', 'in 7'],
    ],
  },
  {
    phrase: '含上年度结转N件',
    sentences: [
      ['办结政府信息公开申请109件（含上年度结转7件）。', 'done 109', 'in 7'],
      ['受理政府信息公开申请117件，含上年度结转7件。', 'new+in 117', 'in 7'],
      ['政府信息公开申请共收到117件(含上年度结转的7件),结转下年度8件。', 'new+in 117', 'in 7', 'out 8'],
    ],
  },
  {
    phrase: '含2023年结转N件',
    sentences: [
      ['办结依申请公开件109件（含2023年结转的7件）。', 'done 109', 'in 7'],
      ['2024年受理政府信息公开申请117件，含2023年结转7件。', 'new+in 117', 'in 7'],
      ['2023年度结转政府信息公开申请7件，2024年新收110件。', 'in 7', 'new 110'],
    ],
  },
  {
    phrase: '答复',
    sentences: [
      ['收到政府信息公开申请110件，答复109件。', 'new 110', 'done 109'],
      ['全年共答复政府信息公开申请109件，均在法定期限内。', 'done 109'],
      ['政府信息公开申请按期答复109件，结转下年度8件。', 'done 109', 'out 8'],
    ],
  },
  {
    phrase: '办结',
    sentences: [
      ['办结政府信息公开申请109件。', 'done 109'],
      ['新收政府信息公开申请110件，已办结109件；', 'new 110', 'done 109'],
      ['109件政府信息公开申请已办结，8件结转下一年度。', 'done 109', 'out 8'],
    ],
  },
  {
    phrase: '办理完成',
    sentences: [
      ['全年办理完成政府信息公开申请109件。', 'done 109'],
      ['收到政府信息公开申请110件，办理完成109件', 'new 110', 'done 109'],
      ['政府信息公开申请已办理完成的有109件，其余转下一年度办理8件。', 'done 109', 'out 8'],
    ],
  },
  {
    phrase: '共办理',
    sentences: [
      ['全年共办理政府信息公开申请109件。', 'done 109'],
      ['政府信息公开申请共办理117件（含上年结转7件）。', 'new+in 117', 'in 7'],
      ['2024年新收政府信息公开申请110件，加上上年结转7件，共办理117件。', 'new 110', 'in 7', 'new+in 117'],
    ],
  },
  {
    phrase: '收办',
    sentences: [
      ['全年收办政府信息公开申请117件。', 'new+in 117'],
      ['政府信息公开申请收办117件，其中新收110件，上年结转7件。', 'new+in 117', 'new 110', 'in 7'],
      ['2024年，收办依申请公开事项共110件。', 'new 110'],
    ],
  },
  {
    phrase: '结转下年度',
    sentences: [
      ['政府信息公开申请结转下年度继续办理8件。', 'out 8'],
      ['办结政府信息公开申请109件，8件结转下年度。', 'done 109', 'out 8'],
      ['收到政府信息公开申请110件,结转下年度办理的有8件', 'new 110', 'out 8'],
    ],
  },
  {
    phrase: '结转下一年',
    sentences: [
      ['政府信息公开申请结转下一年办理8件。', 'out 8'],
      ['8件政府信息公开申请结转下一年。', 'out 8'],
      ['答复政府信息公开申请109件；结转下一年的8件。', 'done 109', 'out 8'],
    ],
  },
  {
    phrase: '转下一年度',
    sentences: [
      ['政府信息公开申请转下一年度办理8件。', 'out 8'],
      ['办结政府信息公开申请109件，转下一年度8件。', 'done 109', 'out 8'],
      ['依申请公开中，有8件转下一年度继续办理。', 'out 8'],
    ],
  },
  {
    phrase: '转结',
    sentences: [
      ['政府信息公开申请转结下年度8件。', 'out 8'],
      ['上年转结政府信息公开申请7件，转结下一年度8件。', 'in 7', 'out 8'],
      ['收到政府信息公开申请110件，8件转结下年度办理。', 'new 110', 'out 8'],
    ],
  },
  {
    phrase: '结转至2025年',
    sentences: [
      ['8件政府信息公开申请结转至2025年办理。', 'out 8'],
      ['受理政府信息公开申请110件，办结109件，结转2025年8件。', 'new 110', 'done 109', 'out 8'],
      ['政府信息公开申请结转到2025年继续办理8件', 'out 8'],
    ],
  },
  {
    phrase: '顺延到下年度',
    sentences: [
      ['办理政府信息公开申请117件，另有8件申请顺延到下年度答复。', 'new+in 117', 'out 8'],
      ['政府信息公开申请顺延到下年度办理8件。', 'out 8'],
      ['收到政府信息公开申请110件（8件顺延至下一年度）。', 'new 110', 'out 8'],
    ],
  },
  {
    phrase: '未收到',
    sentences: [
      ['2024年，我县未收到政府信息公开申请。', 'new 0'],
      ['本年度未收到公民、法人和其他组织的依申请公开事项。', 'new 0'],
      ['依申请公开情况：全年未收到任何形式的依申请公开政府信息', 'new 0'],
    ],
  },
  {
    phrase: '没有收到',
    sentences: [
      ['2024年没有收到政府信息公开申请。', 'new 0'],
      ['全年没有收到依申请公开件,没有结转下年度的申请。', 'new 0', 'out 0'],
      ['我县没有收到公民、法人或者其他组织提出的信息公开申请；', 'new 0'],
    ],
  },
  {
    phrase: '未受理',
    sentences: [
      ['本年度未受理政府信息公开申请。', 'new 0'],
      ['2024年，我县未受理依申请公开事项', 'new 0'],
      ['（二）依申请公开。未受理公民个人以外的投诉；未受理信息公开申请。', 'new 0'],
    ],
  },
  {
    phrase: '零申请',
    sentences: [
      ['2024年度政府信息公开零申请。', 'new 0'],
      ['（二）依申请公开。全年零申请、零结转下年度。', 'new 0', 'out 0'],
      ['政府信息依申请公开工作实现零申请，零复议、零诉讼。', 'new 0', 'review 0', 'suits 0'],
      ['依申请公开情况：零申请', 'new 0'],
    ],
  },
  {
    phrase: '0件',
    sentences: [
      ['收到政府信息公开申请0件。', 'new 0'],
      ['政府信息公开申请：上年结转0条，结转下年度0条。', 'in 0', 'out 0'],
      ['全年收到依申请公开０件次', 'new 0'],
    ],
  },
  {
    phrase: '予以公开',
    sentences: [
      ['办结政府信息公开申请109件，其中予以公开45件。', 'done 109', 'granted 45'],
      ['政府信息公开申请办理结果：45件予以公开，14件部分公开。', 'granted 45', 'partial 14'],
      ['在办理的政府信息公开申请中,予以公开的四十五件,部分公开的十四件', 'granted 45', 'partial 14'],
    ],
  },
  {
    phrase: '部分公开',
    sentences: [
      ['政府信息公开申请办理结果为：部分公开14件。', 'partial 14'],
      ['依申请公开事项中，予以公开45件、部分公开14件、不予公开15件。', 'granted 45', 'partial 14', 'denied 15'],
      ['答复政府信息公开申请109件，14件作部分公开处理。', 'done 109', 'partial 14'],
    ],
  },
  {
    phrase: '不予公开',
    sentences: [
      ['政府信息公开申请不予公开15件。', 'denied 15'],
      ['办结政府信息公开申请109件，其中：不予公开15件（属于三类内部事务信息4件）。', 'done 109', 'denied 15', 'internal 4'],
      ['15件政府信息公开申请不予公开。', 'denied 15'],
    ],
  },
  {
    phrase: '无法提供',
    sentences: [
      ['政府信息公开申请无法提供23件。', 'unavailable 23'],
      ['依申请公开答复109件，无法提供的23件，其中本机关不掌握相关政府信息20件。', 'done 109', 'unavailable 23', 'notHeld 20'],
      ['政府信息公开申请中，因本机关不掌握等原因无法提供23件。', 'unavailable 23'],
    ],
  },
  {
    phrase: '不予处理',
    sentences: [
      ['政府信息公开申请不予处理6件。', 'notProcessed 6'],
      ['办结政府信息公开申请109件，不予处理6件（信访举报投诉类申请3件、重复申请2件）。', 'done 109', 'notProcessed 6', 'petitions 3', 'duplicates 2'],
      ['政府信息公开申请有6件不予处理，6件其他处理。', 'notProcessed 6', 'other 6'],
    ],
  },
  {
    phrase: '其他处理',
    sentences: [
      ['政府信息公开申请其他处理6件。', 'other 6'],
      ['办结政府信息公开申请109件，作其他处理6件，其中申请人逾期未补正2件。', 'done 109', 'other 6', 'noCorrection 2'],
      ['政府信息公开申请办理情况：不予处理6件；其他处理6件。', 'notProcessed 6', 'other 6'],
    ],
  },
  {
    phrase: '同意公开、公开',
    sentences: [
      ['办结政府信息公开申请109件，同意公开45件，不予公开15件。', 'done 109', 'granted 45', 'denied 15'],
      ['收到依申请公开110件，公开45件，部分公开14件。', 'new 110', 'granted 45', 'partial 14'],
      ['政府信息公开申请中，公开45件、不予公开15件；', 'granted 45', 'denied 15'],
      ['政府信息公开申请准予公开45件。', 'granted 45'],
    ],
  },
  {
    phrase: '自然人N件，法人或其他组织N件',
    sentences: [
      ['新收政府信息公开申请110件，其中自然人100件，法人或其他组织10件。', 'new 110', 'natural 100', 'legal 10'],
      ['收到的政府信息公开申请中，自然人申请100件、法人和其他组织申请10件。', 'natural 100', 'legal 10'],
      ['新收政府信息公开申请110件（自然人100件;商业企业7件）。', 'new 110', 'natural 100', 'enterprise 7'],
      ['自然人提出政府信息公开申请100件。', 'natural 100'],
    ],
  },
  {
    phrase: '一句两项之和',
    sentences: [
      ['办结政府信息公开申请109件，其中予以公开及部分公开59件。', 'done 109', 'granted+partial 59'],
      ['政府信息公开申请予以公开和部分公开共59件。', 'granted+partial 59'],
      ['因政府信息公开引起的复议、诉讼案件共13件。', 'disputes 13'],
      ['政府信息公开行政复议和行政诉讼案件合计13起。', 'disputes 13'],
    ],
  },
  {
    phrase: '行政复议N件（起、宗）',
    sentences: [
      ['因政府信息公开被申请行政复议8件。', 'review 8'],
      ['全年发生政府信息公开行政复议案件8起,行政诉讼案件5起。', 'review 8', 'suits 5'],
      ['涉及政府信息公开的行政复议８宗。', 'review 8'],
      ['政府信息公开答复被申请复议的案件有8件。', 'review 8'],
    ],
  },
  {
    phrase: '行政诉讼N件（起、宗）',
    sentences: [
      ['因政府信息公开被提起行政诉讼5件。', 'suits 5'],
      ['政府信息公开类行政诉讼5宗，其中未经复议直接起诉2宗，复议后起诉3宗。', 'suits 5', 'direct 2', 'after 3'],
      ['因政府信息公开申请产生行政复议8起；行政诉讼5起', 'review 8', 'suits 5'],
    ],
  },
  {
    phrase: '其中维持',
    sentences: [
      ['因政府信息公开被申请行政复议8件，其中维持4件。', 'review 8', 'reviewUpheld 4'],
      ['政府信息公开行政复议8件，结果维持4件、结果纠正1件。', 'review 8', 'reviewUpheld 4', 'reviewCorrected 1'],
      ['因政府信息公开引发行政诉讼5起，其中胜诉3起，其他结果1起，尚未审结1起。', 'suits 5', 'suitsUpheld 3', 'suitsOther 1', 'suitsPending 1'],
    ],
  },
  {
    phrase: '纠正',
    sentences: [
      ['因政府信息公开被申请行政复议8件，被纠正1件。', 'review 8', 'reviewCorrected 1'],
      ['政府信息公开行政复议案件8件，其中：纠正1件；尚未审结2件。', 'review 8', 'reviewCorrected 1', 'reviewPending 2'],
      ['因政府信息公开引起行政诉讼5件，败诉0件。', 'suits 5', 'suitsCorrected 0'],
    ],
  },
  {
    phrase: '其他结果',
    sentences: [
      ['因政府信息公开被申请行政复议8件，其他结果1件。', 'review 8', 'reviewOther 1'],
      ['政府信息公开行政诉讼5件，1件为其他结果。', 'suits 5', 'suitsOther 1'],
      ['政府信息公开行政复议8起(维持4起,其他结果1起)', 'review 8', 'reviewUpheld 4', 'reviewOther 1'],
    ],
  },
  {
    phrase: '尚未审结',
    sentences: [
      ['因政府信息公开被申请行政复议8件，尚未审结2件。', 'review 8', 'reviewPending 2'],
      ['政府信息公开行政复议8件，其中2件尚未审结。', 'review 8', 'reviewPending 2'],
      ['因政府信息公开提起的行政诉讼5起，未审结1起；', 'suits 5', 'suitsPending 1'],
    ],
  },
  {
    phrase: '未发生复议、诉讼',
    sentences: [
      ['2024年未发生因政府信息公开引起的行政复议、行政诉讼。', 'disputes 0'],
      ['全年无政府信息公开行政复议和行政诉讼案件。', 'disputes 0'],
      ['收到政府信息公开申请110件,未被申请行政复议,未被提起行政诉讼。', 'new 110', 'review 0', 'suits 0'],
      ['没有发生政府信息公开行政复议', 'review 0'],
    ],
  },
  {
    phrase: '无纠错、败诉',
    sentences: [
      ['因政府信息公开被申请行政复议8件，无纠错。', 'review 8', 'reviewCorrected 0'],
      ['政府信息公开行政复议、行政诉讼案件共13件，无被纠错和败诉情况。', 'disputes 13', 'corrected 0'],
      ['政府信息公开行政诉讼5起，无败诉案件', 'suits 5', 'suitsCorrected 0'],
    ],
  },
  {
    phrase: '表二各项',
    sentences: [
      ['全年制发行政规范性文件5件，废止3件，现行有效36件。', 'issued 5', 'repealed 3', 'inForce 36'],
      ['新制定规范性文件5件,清理废止规范性文件3件,现行有效的规范性文件36件', 'issued 5', 'repealed 3', 'inForce 36'],
      ['作出行政许可决定1286件、行政处罚决定431件；行政强制27件。', 'licensing 1286', 'penalties 431', 'coercion 27'],
      ['行政许可处理决定数量1,286件，行政处罚处理决定数量431件。', 'licensing 1286', 'penalties 431'],
      ['本年行政事业性收费金额318.46万元。', 'fees 318.46'],
    ],
  },
];

/** Sentences whose numbers are of something else: no claim may be read from them. */
export const distractors: readonly PhraseCase[] = [
  {
    phrase: '备案',
    sentences: [
      ['全年办理政府信息公开行政复议备案案件134件、行政诉讼备案案件57件。'],
      ['备案的政府信息公开申请答复文书共96件。'],
      ['报送备案规范性文件12件，废止备案文件3件。'],
    ],
  },
  {
    phrase: '代表区政府',
    sentences: [
      ['代表区政府办理政府信息公开申请24件，办结24件。'],
      ['我局代表县政府应诉政府信息公开行政诉讼9件。'],
      ['县司法局代理县政府行政复议案件33件，其中维持20件。'],
    ],
  },
  {
    phrase: '全市、全县',
    sentences: [
      ['2024年，全市共收到政府信息公开申请1862件，办结1790件。'],
      ['全县各部门受理依申请公开事项506件。'],
      ['各乡镇收到政府信息公开申请35件，县直部门收到420件。'],
    ],
  },
  {
    phrase: '累计',
    sentences: [['自条例施行以来，累计收到政府信息公开申请930件。'], ['我县累计答复依申请公开事项1200件。'], ['近三年来受理政府信息公开申请共321件。']],
  },
  {
    phrase: '截至6月底',
    sentences: [
      ['截至6月底，收到政府信息公开申请52件。'],
      ['2024年上半年，受理依申请公开49件，办结44件。'],
      ['截至2024年9月30日，县政府共办理政府信息公开申请88件。'],
    ],
  },
  {
    phrase: '网站留言',
    sentences: [['收到网站留言160条，办结158条。'], ['（二）依申请公开。及时回应网民关切，全年答复网民留言73条。'], ['县长信箱受理来信215件，全部办结。']],
  },
  {
    phrase: '信访',
    sentences: [['全年受理信访事项340件，办结332件。'], ['收到群众来信来访反映政府信息公开问题的信访件12件。'], ['接到投诉举报信息公开事项4件，均已答复。']],
  },
  {
    phrase: '热线、12345',
    sentences: [
      ['12345热线受理工单15600件，办结率99.2%。'],
      ['收到政务服务便民热线诉求2300件，答复2296件。'],
      ['（二）依申请公开。公开热线接到咨询电话96次，均当场答复。'],
    ],
  },
  {
    phrase: '道路挖掘申请、行政许可申请',
    sentences: [
      ['受理道路挖掘申请35件，办结35件。'],
      ['全年收到行政许可申请1300件，作出准予决定的占98%。'],
      ['（二）依申请公开。受理低保申请64件，均按规定公示。'],
    ],
  },
  {
    phrase: '别的年度',
    sentences: [['2023年收到政府信息公开申请96件。'], ['上年受理依申请公开100件，办结99件。'], ['2021年至2023年，共收到政府信息公开申请290件。']],
  },
  {
    phrase: '增减',
    sentences: [['政府信息公开申请较上年增加35件。'], ['收到的依申请公开比2023年减少12件，下降10%。'], ['与上年相比，政府信息公开申请增加10件。']],
  },
  {
    phrase: '其他案件',
    sentences: [
      ['因具体行政行为被提起行政诉讼21件，其中败诉2件。'],
      ['作为复议机关，全年受理行政复议申请96件，审结90件。'],
      ['加强行政应诉工作，行政机关负责人出庭应诉30件。'],
    ],
  },
  {
    phrase: '建议提案',
    sentences: [['全年办理人大代表建议46件、政协提案52件，答复率100%。'], ['公开建议提案办理结果98件。'], ['（二）依申请公开。承办代表建议12件，均已办结。']],
  },
  {
    phrase: '部分、约数、渠道',
    sentences: [
      ['通过网络收到政府信息公开申请80件，通过信函收到30件。'],
      ['收到政府信息公开申请近百件、答复100余件。'],
      ['收到涉及土地征收的政府信息公开申请26件。'],
      ['未收到以传真方式提出的政府信息公开申请。'],
    ],
  },
  {
    phrase: '别的单位',
    sentences: [['县教育局收到政府信息公开申请15件。'], ['县公安局共受理依申请公开22件，办结20件。'], ['部分单位未收到政府信息公开申请。']],
  },
  {
    phrase: '公开的信息条数',
    sentences: [
      ['公开行政许可类信息1300条、行政处罚类信息460条。'],
      ['网站发布规范性文件12件、政策解读18篇。'],
      ['主动公开政府信息1462条，其中规范性文件8条。'],
    ],
  },
];
