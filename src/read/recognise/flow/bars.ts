/** How the bars of a text part its cells, and which lines are only drawn. */

/** What stands between cells; where rules meet them, a bar too. */
export const BAR = /[|\u2502\u2503\u2551\u251c-\u252b\u253c-\u254b\u255e-\u2563\u256a-\u256c]/g;

/** Bars around every cell, before every cell, or between cells. */
export type BarStyle = 'closed' | 'open' | 'between';

const OPENED = new RegExp(`^\\s*${BAR.source}`);
const CLOSED = new RegExp(`${BAR.source}\\s*$`);
/** Fewer lines with bars between words are a menu, not a table. */
const FEWEST_LINES = 5;

/**
 * How a text uses its bars. A blank cell at an end looks like a bar around the row; but all rows of a table have as many
 * bars, so that the rows without blank cells there tell of the others.
 */
export function barStyleOf(texts: readonly string[]): BarStyle {
  const barred = texts.flatMap((text) => {
    const bars = text.match(BAR)?.length ?? 0;
    return bars < 2 || isDrawn(text) ? [] : [{ bars, opened: OPENED.test(text), closed: CLOSED.test(text) }];
  });
  const most = (lines: typeof barred, differs: (line: (typeof barred)[number]) => boolean): boolean => {
    const telling = lines.filter(differs);
    const counts = new Map<number, number>();
    for (const { bars } of telling) counts.set(bars, (counts.get(bars) ?? 0) + 1);
    const alike = lines.filter(({ bars }) => (counts.get(bars) ?? 0) > 1);
    return telling.length >= FEWEST_LINES && alike.length * 2 > lines.length;
  };
  if (most(barred, ({ opened }) => !opened)) return 'between';
  const opened = barred.filter((line) => line.opened);
  return most(opened, ({ closed }) => !closed) ? 'open' : 'closed';
}

/** The stretch of a line that its bars part into cells, end exclusive; undefined when it is not parted by bars. */
export function barredPart(text: string, style: BarStyle): { readonly from: number; readonly to: number } | undefined {
  const bars = text.match(BAR)?.length ?? 0;
  if (style === 'between') return bars >= 2 ? { from: 0, to: text.length } : undefined;
  if (!OPENED.test(text)) return undefined;
  const from = text.search(BAR) + 1;
  if (style === 'open') return bars >= 2 ? { from, to: text.length } : undefined;
  return CLOSED.test(text) && text.trim().length > 1 ? { from, to: text.trimEnd().length - 1 } : undefined;
}

/** Whether the text of a cell is only a stretch of the rule that runs through its line. */
export function isStroke(text: string): boolean {
  return /^[\u2500-\u257f]{2,}$/.test(text);
}

const DRAWN = /^[\s|+:=\-\u2500-\u257f]+$/;
const STROKE = /[-=\u2500\u2501\u2550]{3}|[\u250c-\u254b\u2552-\u256c]/;
/** A row of cells that hold a dash for nothing. */
const MARKS = /(?:^|[|│┃║])[ \t]+[-─][ \t]+(?:[|│┃║]|$)/;
/** One stroke of a keyboard's signs parts sections as well as tables: it stays where it stands. */
const PLAIN_RULE = /^\s*(?:=+|-+)\s*$/;
/** Where a wiki's table starts, ends or begins a row. */
const WIKI = /^\s*(?:\{\|(?:\s*\w+=.*)?|\|-+|\|\}+)\s*$/;

/** Whether a line is a rule of a drawn table and holds no cell. */
export function isDrawn(text: string): boolean {
  return WIKI.test(text) || (DRAWN.test(text) && STROKE.test(text) && !MARKS.test(text) && !PLAIN_RULE.test(text));
}
