/** Results of many invented reports, each with the findings of a careless one: for pages and lists of hundreds of units. */
import type { Diagnostic, FileResult } from '../../src/judge/diagnostic.js';
import { rules } from '../../src/judge/rules/index.js';
import { verdictOf } from '../../src/judge/verdict.js';
import { alternativeCorrections, columnSum, disputeSum, paragraphRowSum, punctuation, uniqueCorrection, words } from './diagnostics.js';

const PLACES = ['云溪', '清河', '石门', '白沙', '东岭', '南河', '柳林', '新安', '长乐', '平阳'];
const KINDS = ['镇人民政府', '街道办事处', '县水务局', '县教育局', '县财政局', '县民政局', '县交通运输局', '县农业农村局', '县卫生健康局', '县司法局'];

/** A finding in the wording of its rule. */
function worded(diagnostic: Diagnostic): Diagnostic {
  const rule = rules.find(({ id }) => id === diagnostic.ruleId)!;
  return { ...diagnostic, help: rule.docs.zh.fix, basis: [rule.basis.document, rule.basis.clause].filter(Boolean).join(' ') };
}

const POOL: readonly Diagnostic[] = [columnSum, paragraphRowSum, disputeSum, words, ...punctuation].map(worded);

/** `count` results with `each` findings, every seventh clean, the fifth failed. */
export function manyResults(count: number, each: number): readonly FileResult[] {
  return Array.from({ length: count }, (_, index): FileResult => {
    const unit = `${PLACES[index % 10]}${KINDS[Math.floor(index / 10) % 10]}`;
    const file = `各单位年报/${String(index + 1).padStart(3, '0')} ${unit}2024年政府信息公开工作年度报告.docx`;
    if (index === 4)
      return { file, status: 'failed', verdict: 'unchecked', error: { code: 'legacy-doc', message: '这是旧版 Word 文件（.doc）。', help: '另存为 .docx。' } };
    const diagnostics = index % 7 === 6 ? [] : Array.from({ length: each }, (_unused, at) => POOL[(at + index) % POOL.length]!);
    const corrections = diagnostics.length === 0 ? [] : [uniqueCorrection, ...alternativeCorrections];
    const checks = {
      tables: 3,
      cells: { figures: 192, blanks: 0, lost: 0 },
      relations: 43,
      relationsSkipped: 1,
      claims: { read: 12, compared: 9, aside: { area: 2, blank: 1 } },
      rules: 58,
    };
    return { file, status: 'checked', verdict: verdictOf(diagnostics, checks), edition: '2021', unit, year: 2024, checks, diagnostics, corrections };
  });
}
