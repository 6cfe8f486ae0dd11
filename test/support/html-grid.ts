/** The tables of an HTML page as grids of texts, spans expanded as browsers do; nested tables follow the one they stand in. */
import { load } from 'cheerio';

/** Slots by row; `null` where no cell covers one. */
export type TextGrid = readonly (readonly (string | null)[])[];

/** The tables of a page in document order. The text of a nested table is not part of the cell that holds it. */
export function htmlGrids(html: string): readonly TextGrid[] {
  const $ = load(html);
  return $('table')
    .toArray()
    .map((table) => {
      const rows = $(table)
        .find('tr')
        .toArray()
        .filter((row) => $(row).closest('table').is(table));
      const slots: (string | null)[][] = rows.map(() => []);
      rows.forEach((row, index) => {
        let column = 0;
        for (const cell of $(row).children('td, th').toArray()) {
          while (slots[index]![column] !== undefined) column += 1;
          const rowSpan = Math.min(Number($(cell).attr('rowspan') ?? 1), rows.length - index);
          const columnSpan = Number($(cell).attr('colspan') ?? 1);
          const own = $(cell).clone();
          own.find('table').remove();
          for (let r = index; r < index + rowSpan; r += 1) for (let c = column; c < column + columnSpan; c += 1) slots[r]![c] ??= own.text();
          column += columnSpan;
        }
      });
      const width = Math.max(0, ...slots.map((line) => line.length));
      return slots.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? null));
    });
}

/** Texts without any blank, and every hyphen the plain one: what remains is what must agree. */
export function squeezed(grid: TextGrid): TextGrid {
  return grid.map((line) => line.map((text) => text?.replace(/\s+/g, '').replace(/\u2011/g, '-') ?? null));
}
