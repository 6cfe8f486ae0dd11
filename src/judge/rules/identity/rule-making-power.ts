import { type CellPointer, cellsOf } from '../../../form/editions/index.js';
import { columnName } from '../../../form/model/names.js';
import { ruleMakingPower } from '../../organs/rule-making.js';
import { defineRule } from '../../rule.js';

export default defineRule({
  id: 'identity/rule-making-power',
  severity: 'warning',
  basis: { document: '《中华人民共和国立法法》', clause: '第九十一条、第九十三条' },
  docs: {
    zh: {
      title: '没有规章制定权而规章不为零',
      what: '乡镇、街道、县（市辖区）人民政府和地方政府部门的报告中，“规章”一行填了不为零的数。有没有规章制定权可用设置 ruleMakingPower 说明；从名称看不出的（例如不知道是否设区的市）不报告。',
      why: '规章只能由国务院部门和省、自治区、直辖市、设区的市、自治州的人民政府制定；其他机关填的多半是规章制度、规范性文件，应填在别处或者不填。',
      fix: '“规章”一行填 0；行政规范性文件填入下一行，内部规章制度不统计。确有规章制定权的，设置 ruleMakingPower 为 true。',
    },
    en: {
      title: '规章 reported by an organ that cannot make any',
      what: 'The row 规章 is not zero in the report of a township, a subdistrict, a county or district government, or a local department. The option ruleMakingPower decides; where the name does not tell, nothing is reported.',
      why: 'Only ministries and governments of provinces, cities with districts and autonomous prefectures make 规章; others mostly mean internal rules or 规范性文件.',
      fix: 'Write 0, and count 行政规范性文件 in their own row. If the unit does have the power, set ruleMakingPower to true.',
    },
  },
  message: {
    zh: { found: '“规章”填了{cells}，而{unit}没有规章制定权' },
    en: { found: 'The row 规章 says {cells}, but {unit} has no power to make 规章' },
  },
  examples: {
    good: [
      { name: '规章为零' },
      {
        name: '省政府有规章制定权',
        set: { '/unit': '云海省人民政府', '/tables/disclosure/regulations/issued': 3, '/tables/disclosure/regulations/inForce': 86 },
      },
      { name: '看不出是否设区的市', set: { '/unit': '云岭市人民政府', '/tables/disclosure/regulations/inForce': 6 } },
      { name: '设置中说明有规章制定权', set: { '/tables/disclosure/regulations/inForce': 6 }, options: { ruleMakingPower: true } },
    ],
    bad: [
      {
        name: '镇的规章不为零',
        set: { '/unit': '云岭县石桥镇人民政府', '/tables/disclosure/regulations/inForce': 6 },
        expect: ['/tables/disclosure/regulations'],
      },
      {
        name: '旧版表格中局的规章不为零',
        edition: '2019',
        set: { '/unit': '云岭县水务局', '/tables/disclosure/regulations/created': 1, '/tables/disclosure/regulations/totalDisclosed': 1 },
        expect: ['/tables/disclosure/regulations'],
      },
      {
        name: '设置中说明没有规章制定权',
        set: { '/unit': '云岭市人民政府', '/tables/disclosure/regulations/issued': 1 },
        options: { ruleMakingPower: false },
        expect: ['/tables/disclosure/regulations'],
      },
    ],
  },
  *check(report, context) {
    const unit = context.options.unit ?? report.unit;
    const power = context.options.ruleMakingPower ?? ruleMakingPower(unit, context.options.unitClass);
    if (power === true || power === 'yes' || power === 'unknown') return;
    const spec = context.reading.tables.disclosure?.spec;
    if (!spec) return;
    const cells = cellsOf(spec).filter(({ row, pointer }) => row.key === 'regulations' && (context.value(pointer) ?? 0) !== 0);
    if (cells.length === 0) return;
    const words = (lang: 'zh' | 'en'): string =>
      cells.map(({ column, block, pointer }) => `${columnName(column, block.columns, lang)} ${context.value(pointer)}`).join(lang === 'zh' ? '、' : ', ');
    yield {
      on: '/tables/disclosure/regulations',
      data: { cells: { zh: words('zh'), en: words('en') }, unit: unit === undefined ? { zh: '本单位', en: 'the unit' } : unit },
      related: cells.map(({ pointer }) => ({ pointer: pointer as CellPointer })),
    };
  },
});
