/** The sentences of a report as they are compared with those of other units: names, figures and dates masked. */
import { toHalfWidth } from '../../base/text/normalise.js';
import type { SectionKey } from '../../form/editions/index.js';
import type { Report } from '../../form/model/report.js';
import { foldUnit } from '../organs/same-name.js';
import { unitName } from '../organs/unit-name.js';

/** Shorter ones are set phrases. */
const LEAST = 12;

/** A sentence with what is compared. */
export interface AlikeSentence {
  readonly section: SectionKey;
  readonly pointer: string;
  readonly text: string;
  /** Without blanks and marks; @ for the unit and what it calls itself, # for figures. */
  readonly masked: string;
}

/** What is kept of a report for the comparison. */
export interface AlikeReport {
  /** The name that results carry. */
  readonly file: string;
  readonly unit: string;
  /** The same for every report of one unit. */
  readonly folded: string;
  readonly sentences: readonly AlikeSentence[];
}

/** The words by which a report speaks of its own unit, longest first: whole name, organ, regions, each also without its last letter. */
function ownNames(unit: string): readonly string[] {
  const { name, regions, organ } = unitName(unit);
  const stems = [organ, ...regions].flatMap((part) => [
    part,
    part.replace(/(?:人民政府|政府|委员会|办公室|办事处|街道办事处|街道|管理局|局|镇|乡|省|市|县|区|旗|委|厅|办)$/, ''),
    part.replace(/(?:人民政府|办事处)$/, ''),
  ]);
  return [...new Set([name, ...stems])].filter((part) => part.length >= 2).sort((a, b) => b.length - a.length);
}

/** Takes the report of a unit apart. */
export function alikeReport(file: string, unit: string, sections: Report['sections']): AlikeReport {
  const names = ownNames(unit);
  const own = new RegExp(`${names.join('|')}|(?:我|本|全)(?:街道|单位|机关|苏木|[省市州盟县区旗镇乡局委厅办院校])`, 'g');
  const masked = (text: string): string =>
    toHalfWidth(text)
      .replace(/\s/g, '')
      .replace(/^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.]|^[一二三四五六七八九十]{1,2}是/, '')
      .replace(own, '@')
      .replace(/(?:\d[\d,.]*|[〇零一二两三四五六七八九十百千万]+(?=[年月日件条次份篇人个项期场]))%?/g, '#')
      .replace(/@+/g, '@')
      .replace(/[,，、:：“”"'《》〈〉()（）·—-]/g, '');
  const sentences = sections.flatMap(({ key, paragraphs }, index) =>
    paragraphs.flatMap((text, paragraph) =>
      text.split(/[。；;！!？?\n]/).flatMap((sentence): readonly AlikeSentence[] => {
        const words = masked(sentence);
        return words.length < LEAST ? [] : [{ section: key, pointer: `/sections/${index}/paragraphs/${paragraph}`, text: sentence.trim(), masked: words }];
      }),
    ),
  );
  return { file, unit, folded: foldUnit(unit), sentences };
}
