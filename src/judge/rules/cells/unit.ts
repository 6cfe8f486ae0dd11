import { cellPointer } from '../../../form/editions/index.js';
import { cellName } from '../../../form/model/names.js';
import { unitName } from '../../organs/unit-name.js';
import { defineRule, type Finding, type RuleContext, type UnitClass } from '../../rule.js';
import { form } from '../basis.js';
import { type CellState, gather, groupFinding, nameOf, tableCells } from '../cells.js';
import { round } from '../sums.js';

const YUAN: { readonly [unit: string]: number } = { 元: 1, 万元: 1e4, 亿元: 1e8 };

/** The value in the column's own unit of money, where the cell names another one. */
function rescaled({ reading, spec }: CellState): number | undefined {
  if (reading.kind !== 'unit' || !spec.column.unit || reading.unit === spec.column.unit) return undefined;
  const [from, to] = [YUAN[reading.unit], YUAN[spec.column.unit]];
  return from && to ? round((reading.value * from) / to) : undefined;
}

const FEES = cellPointer('disclosure', 'fees', 'amount');
/** 万元 in 亿元. */
const HUNDRED_MILLIONS = 10000;

/** The most that fees of the unit may be by the profile; a province is not judged, a unit of no known class by the largest bound. */
function mostFees({ options, reading, duties }: RuleContext): number | undefined {
  const name = options.unit ?? reading.report.unit ?? '';
  const { is, level = '' } = unitName(name);
  if (options.unitClass === undefined && /^(?:省|自治区)$/.test(level)) return undefined;
  const named: UnitClass | undefined =
    is === 'town' || is === 'township' ? 'township' : is === 'subdistrict' || is === 'department' || is === 'government' ? is : undefined;
  const bounds = Object.values(duties.mostFees);
  return duties.mostFees[options.unitClass ?? named ?? 'government'] ?? (bounds.length > 0 ? Math.max(...bounds) : undefined);
}

function* implausibleFees(context: RuleContext): Iterable<Finding> {
  const [amount, most] = [context.value(FEES), mostFees(context)];
  if (typeof amount !== 'number' || most === undefined || amount <= most) return;
  const where = { zh: cellName(FEES) ?? '', en: cellName(FEES, 'en') ?? '' };
  const data = { where, amount, hundredMillions: round(amount / HUNDRED_MILLIONS), most, value: round(amount / 1e4) };
  yield { on: FEES, message: 'implausible', data, actual: amount };
}

export default defineRule({
  id: 'cells/unit',
  severity: 'warning',
  basis: form('二至四部分各表，收费金额“单位：万元”'),
  docs: {
    zh: {
      title: '数字带了单位',
      what: '格中的数字后面写了件、条、元等单位；收费金额写的单位与本列规定的单位不同时，另按警告提示。收费金额大得不合常理（界限由配置方案 mostFees 按单位类别规定），疑为以元填写的，也按警告提示；看不出单位类别的只对最大的界限。',
      why: '单位已由表头规定，格中只应有数字；收费金额以万元为单位，填成元就相差一万倍。',
      fix: '去掉单位；金额先换算成表头规定的单位。',
    },
    en: {
      title: 'A number with its unit',
      what: 'A unit such as 件, 条 or 元 follows the number; an amount in another unit than the column prints is a warning. So are fees beyond all likelihood (bounds by class of unit are set by a profile, mostFees): they were probably written in 元.',
      why: 'The header states the unit. Fees are in 10,000 yuan: an amount in yuan is ten thousand times too high.',
      fix: 'Leave out the unit; convert amounts into the unit of the header first.',
    },
  },
  message: {
    zh: {
      one: '“{where}”写的是“{raw}”，格中只填数字',
      several: '{where}有{count}格的数字带了单位，例如“{sample}”写的是“{raw}”',
      scale: '“{where}”写的是“{raw}”，而本列的单位是{unit}，应为 {value}',
      implausible: '“{where}”为 {amount} 万元，合 {hundredMillions} 亿元，超过这类单位的常见范围（{most} 万元），疑为以元填写（{value} 万元）',
    },
    en: {
      one: '“{where}” says “{raw}”; the cell takes the number alone',
      several: '{count} cells of {where} hold a number with its unit; “{sample}”, for one, says “{raw}”',
      scale: '“{where}” says “{raw}”, but the unit of this column is {unit}: write {value}',
      implausible:
        '“{where}” is {amount} in units of 10,000 yuan, {hundredMillions} hundred million yuan and more than such units have ({most}); it was probably written in yuan ({value})',
    },
  },
  examples: {
    good: [{ name: '格中只有数字' }, { name: '县级政府收费数亿元', set: { '/tables/disclosure/fees/amount': 52318.46 } }],
    bad: [
      { name: '件数后面写了单位', raw: { '/tables/disclosure/penalties/decisions': '431件' }, expect: ['/tables/disclosure/penalties/decisions'] },
      {
        name: '以元填写收费金额',
        set: { '/tables/disclosure/fees/amount': 3184600 },
        raw: { '/tables/disclosure/fees/amount': '3184600元' },
        expect: ['/tables/disclosure/fees/amount'],
      },
      {
        name: '收费金额大得不合常理',
        set: { '/tables/disclosure/fees/amount': 2510000 },
        expect: ['/tables/disclosure/fees/amount'],
      },
      {
        name: '2019版采购金额没有印单位',
        edition: '2019',
        raw: { '/tables/disclosure/procurement/amount': '1846500元' },
        expect: ['/tables/disclosure/procurement/amount'],
      },
    ],
  },
  *check(_report, context) {
    const cells = tableCells(context).flatMap((table) => table.cells);
    // What is written in 元 is said to be so.
    if (!cells.some((cell) => cell.pointer === FEES && rescaled(cell) !== undefined)) yield* implausibleFees(context);
    for (const table of tableCells(context)) {
      const withUnit = table.cells.filter(({ reading }) => reading.kind === 'unit');
      const scaled = withUnit.filter((cell) => rescaled(cell) !== undefined);
      for (const cell of scaled) {
        const value = rescaled(cell)!;
        const { column } = cell.spec;
        yield {
          on: cell.pointer,
          message: 'scale',
          data: { where: nameOf(cell), raw: cell.raw.trim(), unit: column.unit!, value },
          actual: cell.value,
          expected: value,
        };
      }
      for (const group of gather(
        table,
        withUnit.filter((cell) => !scaled.includes(cell)),
      )) {
        const { data, ...finding } = groupFinding(group);
        yield { ...finding, message: group.kind === 'cell' ? 'one' : 'several', data: { ...data, sample: nameOf(group.cells[0]!) }, weaker: 'info' };
      }
    }
  },
});
