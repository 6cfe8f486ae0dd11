import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { valueAt } from '../../src/form/model/pointer.js';
import type { Reading } from '../../src/form/model/reading.js';
import type { Report } from '../../src/form/model/report.js';
import { readHtml } from '../../src/read/formats/html/index.js';
import { recognise } from '../../src/read/recognise/report.js';
import { formHtml } from '../support/form.js';
import { baseReport, put, without } from '../support/reading.js';

const base = baseReport('2021');
const page = formHtml(base);

function read(html: string): Reading {
  return recognise(readHtml(html));
}

/** The row of the page's table whose label cell holds the words, with its `<tr>` tags. */
function rowOf(html: string, label: string): string {
  const row = html.match(/<tr>.*?<\/tr>/gs)?.find((candidate) => candidate.includes(label));
  assert.ok(row, label);
  return row;
}

function cellsOf(row: string): readonly string[] {
  return row.match(/<t[dh][^>]*>.*?<\/t[dh]>/gs) ?? [];
}

describe('recognition of tables', () => {
  it('reads the printed form of both editions cell by cell', () => {
    for (const edition of ['2019', '2021'] as const) assert.deepEqual(read(formHtml(baseReport(edition))).report, baseReport(edition));
  });

  it('finds rows by their labels, whatever their wording and order', () => {
    const varied = page
      .replace('1.本机关不掌握相关政府信息', '１．本单位不掌握相关政府信息')
      .replace('2.其他法律行政法规禁止公开', '2.其他法律行政止公开')
      .replace('1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '1、逾期不补正')
      .replace('3.危及“三安全一稳定”', '3.危及"三安全一稳定"')
      .replace('勾稽', '钩稽')
      .replace(/行政规范性文件/g, '规范性文件')
      .replace('商业企业', '商业<br>企业');
    assert.deepEqual(read(varied).report.tables, base.tables);
    const upper = rowOf(page, '2.重复申请');
    const lower = rowOf(page, '3.要求提供公开出版物');
    const exchanged = page.replace(upper, '<!--a-->').replace(lower, upper).replace('<!--a-->', lower);
    assert.deepEqual(read(exchanged).report.tables, base.tables);
  });

  it('passes over page numbers between rows and goes on where a table is continued, even under a wrong header', () => {
    const row = rowOf(page, '（二）部分公开');
    assert.deepEqual(read(page.replace(row, `<tr><td colspan="10">- 4 -</td></tr>${row}`)).report.tables, base.tables);
    const parted = page.replace(row, `</table><p>— 5 —</p><table>${row.replace(/ rowspan="\d+"/g, '')}`);
    const plain = read(parted);
    assert.deepEqual(valueAt(plain.report, '/tables/requests/outcomes/partiallyGranted'), valueAt(base, '/tables/requests/outcomes/partiallyGranted'));
    assert.deepEqual(valueAt(plain.report, '/tables/requests/carriedForward'), valueAt(base, '/tables/requests/carriedForward'));
    assert.deepEqual(plain.tables.requests?.missingRows, []);
  });

  it('a figure split over two cells of one column is lost in that column only, with its pieces kept', () => {
    const row = rowOf(page, '（二）部分公开');
    const [value] = cellsOf(row).filter((cell) => />12</.test(cell));
    assert.ok(value);
    const rowIndex = page.indexOf(row);
    const before = page.lastIndexOf('<table', rowIndex);
    const after = page.indexOf('</table>', rowIndex);
    // The split gives the grid one more column: every other cell over that column spans two.
    const table = page.slice(before, after).replace(/<tr>.*?<\/tr>/gs, (line) => {
      if (line === row) return line.replace(value, '<td>1</td><td>2</td>');
      const cells = [...cellsOf(line)];
      const at = cells.findIndex((cell) => /自然人/.test(cell));
      if (at !== -1) return line.replace(cells[at]!, cells[at]!.replace('<td', '<td colspan="2"'));
      if (/申请人情况/.test(line)) return line.replace('colspan="7"', 'colspan="8"');
      const values = cells.filter((cell) => /^<td>\d+<\/td>$/.test(cell));
      const first = cells.length - 7;
      return values.length === 7 ? `<tr>${cells.map((cell, index) => (index === first ? cell.replace('<td', '<td colspan="2"') : cell)).join('')}</tr>` : line;
    });
    const reading = read(page.slice(0, before) + table + page.slice(after));
    const pointer = '/tables/requests/outcomes/partiallyGranted/naturalPerson';
    assert.equal(valueAt(reading.report, pointer), null);
    assert.deepEqual([reading.locations.get(pointer)?.raw, reading.locations.get(pointer)?.lost], ['1|2', 'several']);
    assert.deepEqual(reading.report.tables, put(base, pointer, null).tables);
  });

  it('a row with a cell too many or too few is not guessed at', () => {
    const row = rowOf(page, '（二）部分公开');
    const cells = cellsOf(row);
    for (const changed of [cells.toSpliced(-3, 1), cells.toSpliced(-3, 0, '<td>5</td>')]) {
      const reading = read(page.replace(row, `<tr>${changed.join('')}</tr>`));
      const found = valueAt(reading.report, '/tables/requests/outcomes/partiallyGranted') as Record<string, unknown>;
      assert.deepEqual(Object.values(found), [null, null, null, null, null, null, null]);
      assert.equal(reading.locations.get('/tables/requests/outcomes/partiallyGranted/total')?.lost, 'row');
      assert.deepEqual(valueAt(reading.report, '/tables/requests/outcomes/granted'), valueAt(base, '/tables/requests/outcomes/granted'));
    }
  });

  it('says which rows are missing, which are too many, and never fills them', () => {
    const row = rowOf(page, '2.重复申请');
    const gone = read(page.replace(row, ''));
    assert.deepEqual(gone.tables.requests?.missingRows, ['outcomes/notProcessed/duplicates']);
    assert.deepEqual(gone.report.tables, without(base, '/tables/requests/outcomes/notProcessed/duplicates').tables);
    const more = read(page.replace(row, `${row}<tr><td>6.其他不予处理情形说明</td>${'<td>1</td>'.repeat(7)}</tr>`));
    assert.deepEqual(
      more.tables.requests?.extraRows.map(({ label }) => label),
      ['6.其他不予处理情形说明'],
    );
  });

  it('keeps the rows of either form in a table that mixes them, and names both editions', () => {
    const others = ['1.申请人无正当理由', '2.申请人逾期未按', '3.其他'].map((label) => rowOf(page, label));
    const single = `<tr><td colspan="2">（六）其他处理</td><td>4</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>4</td></tr>`;
    const mixed = others.reduce((html, row, index) => html.replace(row, index === 0 ? single : ''), page);
    const { report, tables } = read(mixed);
    assert.deepEqual(valueAt(report, '/tables/requests/outcomes/other'), {
      naturalPerson: 4,
      enterprise: 0,
      researchInstitution: 0,
      socialOrganization: 0,
      legalService: 0,
      otherOrganization: 0,
      total: 4,
    });
    assert.deepEqual(tables.requests?.editions, ['2019']);
    assert.deepEqual(tables.disclosure?.editions, ['2021']);
  });

  it('blank, mark, prose and number are four different things', () => {
    const row = rowOf(page, '>规章<');
    const changed = page.replace(row, '<tr><td>规章</td><td></td><td>/</td><td>本单位未制作规章</td></tr>');
    const reading = read(changed);
    assert.deepEqual(valueAt(reading.report, '/tables/disclosure/regulations'), { issued: null, repealed: null, inForce: null });
    assert.deepEqual(
      ['issued', 'repealed', 'inForce'].map((key) => reading.locations.get(`/tables/disclosure/regulations/${key}`)?.raw),
      ['', '/', '本单位未制作规章'],
    );
  });

  it('a second table of the same kind is noted, the first is kept', () => {
    const table = page.slice(page.lastIndexOf('<table', page.indexOf('申请人情况')), page.indexOf('</table>', page.indexOf('申请人情况')) + 8);
    const reading = read(page.replace(table, `${table}<p>附：全县汇总</p>${table.replace(/>41</, '>99<')}`));
    assert.equal(reading.tables.requests?.repeated.length, 1);
    assert.equal(valueAt(reading.report, '/tables/requests/outcomes/granted/naturalPerson'), 41);
  });
});

describe('recognition of headings', () => {
  function keys(report: Report): readonly string[] {
    return report.sections.map(({ key }) => key);
  }
  const all = ['overview', 'disclosure', 'requests', 'disputes', 'problems', 'other'];

  it('knows the sections by their titles, without or with a wrong number', () => {
    assert.deepEqual(keys(read(page.replace(/<h2>[一二三四五六]、/g, '<h2>')).report), all);
    assert.deepEqual(keys(read(page.replace('<h2>五、存在的主要问题及改进情况', '<h2>四、存在问题及改进措施：')).report), all);
    assert.deepEqual(
      keys(read(page.replace('<h2>四、政府信息公开行政复议、行政诉讼情况', '<h2>四、因政府信息公开工作被申请行政复议、提起行政诉讼情况')).report),
      all,
    );
  });

  it('does not take sub-topics numbered 一、二、 for sections', () => {
    const changed = page.replace('（一）主动公开。', '一、主动公开情况</p><p>').replace('（二）依申请公开。', '二、依申请公开情况</p><p>');
    const { report } = read(changed);
    assert.deepEqual(keys(report), all);
    assert.deepEqual(report.sections[0]?.paragraphs.slice(1, 2), ['一、主动公开情况']);
  });

  it('a heading with its text in one paragraph is parted', () => {
    const changed = page.replace(/<h2>六、其他需要报告的事项<\/h2>\s*<p>/, '<p>六、其他需要报告的事项。');
    const { report, locations } = read(changed);
    assert.deepEqual(keys(report), all);
    assert.deepEqual(report.sections[5]?.paragraphs, base.sections[5]?.paragraphs);
    assert.equal(locations.get('/sections/5/paragraphs/0')?.start, 12);
  });

  it('a list of contents before the report is not the report', () => {
    const contents = base.sections.map(({ heading }) => `<p>${heading}</p>`).join('');
    const { report } = read(page.replace('</h1>', `</h1>${contents}`));
    assert.deepEqual(report.sections, base.sections);
    assert.equal(report.preface.length, base.preface.length + 6);
  });

  it('the unit keeps the second name that it has in brackets', () => {
    for (const unit of ['云岭县政务服务管理局（云岭县行政审批局）', '云岭县石桥镇（街道）人民政府', '云岭县人民政府']) {
      const { report } = read(page.replaceAll(base.title!, `${unit}２０24年政府信息公开工作年度报告`));
      assert.deepEqual([report.unit, report.year], [unit, 2024]);
    }
    assert.equal(read(page.replaceAll(base.title!, '（云岭县人民政府）2024年政府信息公开工作年度报告')).report.unit, '云岭县人民政府');
  });

  it('refuses what is no report', () => {
    assert.throws(() => read('<p>关于召开全县防汛工作会议的通知</p><table><tr><td>序号</td><td>单位</td></tr><tr><td>1</td><td>水务局</td></tr></table>'), {
      code: 'not-a-report',
    });
  });
});

describe('tables that are not statutory', () => {
  it('a word in common with the form does not make a table of it', () => {
    const other =
      '<table><tr><td>类别</td><td>数量</td><td>总计</td></tr><tr><td>行政许可</td><td>12</td><td>12</td></tr><tr><td>公共服务</td><td>30</td><td>30</td></tr></table>';
    const small = '<table><tr><td>总计</td><td>备注</td></tr><tr><td>5</td><td>无</td></tr></table>';
    const reading = read(page.replace('<h2>二、', `${other}${small}<h2>二、`));
    assert.deepEqual(reading.report, base);
    assert.deepEqual(
      Object.values(reading.tables).map(({ repeated, extraRows, missingColumns }) => [repeated, extraRows, missingColumns]),
      [
        [[], [], []],
        [[], [], []],
        [[], [], []],
      ],
    );
  });
});
