/** Section 五 taken apart: what problems it names, and what it says is done about them. */
import { sentences } from '../../base/text/sentences.js';
import { itemMarks } from './numbered-items.js';

/** A stretch of section 五: pointer of its paragraph, UTF-16 offsets, words. */
export interface Item {
  readonly paragraph: number;
  readonly span: readonly [number, number];
  readonly text: string;
}

/** The section by its two halves. Items are those that are numbered; without numbers they are the sentences. */
export interface Problems {
  readonly problems: readonly Item[];
  readonly improvements: readonly Item[];
  /** Whether both halves number their items, so that they can be counted against each other. */
  readonly numbered: boolean;
}

/** Words that name a shortcoming. */
export const SHORTCOMING =
  /不够|不足|不强|不高|不深|不全|不多|不大|不严|不畅|不细|不实|不佳|不熟|不及时|不到位|不规范|不平衡|不均衡|不充分|不完善|不准|不明显|不便|不主动|有待|有限|仍需|还需|尚需|亟需|亟待|需(?:要)?(?:进一步|继续|不断)|待(?:加强|提高|完善)|差距|欠缺|滞后|单一|薄弱|短板|缺乏|缺少|较少|偏[少低弱慢]|较[低弱慢差]|困难|偏差|疏漏|弱项|问题|更新慢|解读少|少数|个别|率低|度低|频繁|紧张|空白|遗漏/;
/** Words of what was or will be done. */
const REMEDY =
  /改进|整改|措施|下一步|今后|接下来|明年|将|加强|加大|完善|提升|提高|强化|健全|优化|拟|打算|推进|规范|落实|建立|组织|开展|制定|修订|印发|编印|聘请|充实|细化|丰富|拓展|已|对此|设置|开通|明确|培训|办法/;
/** What is still to be done better, said as a shortcoming: 有待进一步提高 promises nothing. */
const WANTED = /(?:有待|亟待|亟需|尚需|仍需|还需|尚待|待)(?:于)?(?:进一步|不断|继续)?\p{Script=Han}{2}/gu;

/** Whether a text says anything of what was or will be done. */
export function saysRemedy(text: string): boolean {
  return REMEDY.test(text.replace(WANTED, ''));
}

/** What opens the half on improvements, at the head of a paragraph or sentence. */
const TURN =
  /^[\s\u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s*)?(?:(?:主要)?(?:的)?(?:改进|整改)(?!.{0,6}不)|下一步|今后|下步|接下来|下一年|明年|20\d{2}年[，,]?(?:我|将|重点)|(?:工作)?措施|(?:为此|对此|针对|对于).{0,24}(?:问题|不足|情况)|改进的)/;
/** What opens, or goes back to, the half on problems. */
const BACK = /^[\s\u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s*)?(?:(?:目前)?存在|主要问题|(?:存在的)?不足|问题[:：])/;

function itemsOf(text: string, paragraph: number): { readonly items: readonly Item[]; readonly numbered: boolean } {
  const marks = itemMarks(text).filter(({ style }) => style !== 'bracketed-han');
  const [first] = marks;
  if (first) {
    const own = marks.filter(({ style }) => style === first.style);
    const items = own.map(({ span }, index): Item => {
      const end = own[index + 1]?.span[0] ?? text.length;
      return { paragraph, span: [span[0], end], text: text.slice(span[0], end).trim() };
    });
    return { items, numbered: true };
  }
  const items = sentences(text).map(({ text: words, start }): Item => ({ paragraph, span: [start, start + words.length], text: words.trim() }));
  return { items, numbered: false };
}

/** Takes the paragraphs of the section apart. */
export function readProblems(paragraphs: readonly string[]): Problems {
  const halves = { problems: [] as Item[], improvements: [] as Item[] };
  const counted = { problems: false, improvements: false };
  let half: 'problems' | 'improvements' = 'problems';
  for (const [paragraph, text] of paragraphs.entries()) {
    // A paragraph may turn in its midst: 一是…；二是…。下一步，将…
    const pieces = sentences(text).filter(({ text: sentence }) => TURN.test(sentence));
    const cuts = [...pieces.map(({ start }) => start), text.length];
    if (BACK.test(text)) half = 'problems';
    let from = 0;
    for (const cut of cuts) {
      const piece = text.slice(from, cut);
      const { items, numbered } = itemsOf(piece, paragraph);
      halves[half].push(...items.map((item): Item => ({ ...item, span: [item.span[0] + from, item.span[1] + from] })));
      counted[half] ||= numbered;
      from = cut;
      if (cut < text.length) half = 'improvements';
    }
  }
  const numberedOnly = (items: readonly Item[], numbered: boolean): readonly Item[] =>
    numbered ? items.filter(({ text }) => itemMarks(text)[0]?.span[0] === 0) : items;
  return {
    problems: numberedOnly(halves.problems, counted.problems),
    improvements: numberedOnly(halves.improvements, counted.improvements),
    numbered: counted.problems && counted.improvements,
  };
}
