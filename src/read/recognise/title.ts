/** The title of a report: found among the paragraphs before section 一, and taken apart into unit and year. */
import { foldLabel, toHalfWidth } from '../../base/text/normalise.js';

/** A title put together from one or more paragraphs. */
export interface TitleReading {
  /** The words as printed, inner blanks and line breaks folded away. */
  readonly text: string;
  readonly unit?: string;
  readonly year?: number;
  /** Index of the first paragraph it takes, and how many it takes. */
  readonly from: number;
  readonly count: number;
}

const CHINESE_DIGITS = '〇零○一二三四五六七八九';

/** A four-digit year in Arabic or Chinese digits (2020, ２０２０, 二〇二〇), or undefined. */
export function parseYear(text: string): number | undefined {
  const half = toHalfWidth(text);
  const arabic = /(?<!\d)(20\d{2})(?!\d)/.exec(half)?.[1];
  if (arabic) return Number(arabic);
  const chinese = /二[〇零○O0][〇零○O0一二三四五六七八九]{2}/.exec(half)?.[0];
  if (!chinese) return undefined;
  const digits = [...chinese].map((character) => {
    if (/[O0]/.test(character)) return 0;
    const index = CHINESE_DIGITS.indexOf(character);
    return index < 3 ? 0 : index - 2;
  });
  return Number(digits.join(''));
}

const TITLE = /^(?!.*[。；;！？?!]).{0,60}(?:政府|政务|信息公开).{0,12}公开.{0,20}报告(?:[（(].{1,12}[）)])?$/u;
const MAIN =
  /(?:政府|政务)?信息公开(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:年)?(?:工作)?报告|政务公开(?:工作)?(?:年度)?(?:工作)?报告/u;
const YEAR = /(?:20\d{2}|二[〇零○O0][〇零○O0一二三四五六七八九]{2})[\s]*年?度?/u;

function isTitle(text: string): boolean {
  const folded = toHalfWidth(text).replace(/[\s\u00a0]/g, '');
  return (
    folded.length <= 70 &&
    TITLE.test(folded) &&
    MAIN.test(folded) &&
    !/[:：]$/.test(folded) &&
    !/^(?:当前位置|首页|您现在|关于|附件|下载|点击|上一篇|下一篇|索引号)/.test(folded)
  );
}

/** Takes unit and year out of a title's words. */
export function partsOfTitle(text: string): { readonly unit?: string; readonly year?: number } {
  const printed = text.replace(/[\s\u00a0]/g, '');
  // As long as what is printed, so that offsets agree.
  const half = toHalfWidth(printed);
  const year = parseYear(half);
  const head = MAIN.exec(half)?.index ?? 0;
  const dated = YEAR.exec(half.slice(0, head));
  const named = dated ? printed.slice(0, dated.index) + printed.slice(dated.index + dated[0].length, head) : printed.slice(0, head);
  const bare = named
    // 【图文】, 名称： stand before the title on web pages.
    .replace(/^(?:【[^】]{1,6}】|(?:名称|标题|题名)[:：])+/, '')
    .replace(/^(?:中国共产党)?/, '')
    .replace(/^关于(?:公布|发布|印发)?/, '')
    .replace(/(?:关于|的)$/, '')
    .replace(/^[《“"(（]+|[》”"、,，:：\-—]+$/g, '');
  // The bracket of a second name belongs to it: 某市政务服务管理局（某市行政审批局）.
  const unit = /[(（]/.test(bare) ? bare : bare.replace(/[)）]+$/, '');
  return { ...(unit === '' ? {} : { unit }), ...(year === undefined ? {} : { year }) };
}

/** How the name of an organ ends. */
const ORGAN = /(?:政府|[委局厅办处署院会部所站队校馆社厂]|委员会|办公室|中心|法院|检察院|[镇乡县区市省州盟旗]|街道|学校|大学|学院|医院|公司|集团)$/u;

/**
 * The last paragraphs of a run that are a title by themselves. Above the title of a web page stand its links and headings
 * (年度报告, 信息公开目录), which must not become part of the unit's name; a unit's name on a line of its own must.
 */
function withoutLinesAbove(run: TitleReading, paragraphs: readonly string[]): TitleReading {
  const end = run.from + run.count;
  const shorter: TitleReading[] = [];
  for (let from = end - 1; from >= run.from; from -= 1) {
    const text = paragraphs
      .slice(from, end)
      .join('')
      .replace(/[\s\u00a0\u3000]+/g, '');
    if (isTitle(text)) shorter.push({ text, ...partsOfTitle(text), from, count: end - from });
  }
  const dated = shorter.filter(({ year }) => year !== undefined);
  return dated.find(({ unit }) => unit !== undefined && ORGAN.test(unit)) ?? (run.count > 2 ? dated[0] : undefined) ?? run;
}

/** Finds the title: the first run of up to four short paragraphs that together read as one. */
export function findTitle(paragraphs: readonly string[]): TitleReading | undefined {
  for (let from = 0; from < paragraphs.length; from += 1) {
    let joined = '';
    let fallback: TitleReading | undefined;
    for (let count = 1; count <= 4 && from + count <= paragraphs.length; count += 1) {
      const part = paragraphs[from + count - 1]!;
      if (foldLabel(part) === '' && count === 1) break;
      if (part.length > 70) break;
      joined += part.replace(/[\s\u00a0\u3000]+/g, '');
      if (!isTitle(joined)) continue;
      const reading = { text: joined, ...partsOfTitle(joined), from, count };
      // 报告 alone may close one title and open nothing; a title that names its year is complete.
      if (reading.year !== undefined) return withoutLinesAbove(reading, paragraphs);
      fallback ??= reading;
    }
    if (fallback) return fallback;
  }
  return undefined;
}
