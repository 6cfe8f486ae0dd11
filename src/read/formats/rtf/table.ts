/** Tables of RTF: rows that say where each cell ends, made into rows on one grid ([MS-RTF] “Table Definitions”). */
import { type ComposedCell, rowXml, tableXml } from '../docx/compose.js';

/** A cell as its row defines it. */
export interface CellDefinition {
  /** Its right edge, in twips. */
  readonly edge: number;
  readonly vertical: 'restart' | 'continue' | undefined;
  /** It is merged into the cell to its left. */
  readonly joined: boolean;
}

/** What a row says of itself. */
export interface RowDefinition {
  /** Its left edge, in twips. */
  readonly left: number;
  readonly cells: readonly CellDefinition[];
}

/** A row with what its cells hold. */
export interface RowDraft {
  /** Undefined when the file ends within the row. */
  readonly definition: RowDefinition | undefined;
  readonly cells: readonly string[];
}

/** Twips between edges that are meant to be one; programs round, and people drag. */
const NEAR = 30;

/** The table of these rows; a grid column lies between two neighbouring edges of any of them. */
export function composeTable(rows: readonly RowDraft[]): string {
  const columnOf = gridOf(new Set(rows.flatMap(({ definition }) => definition ?? [])));
  return tableXml(rows.map((row) => composeRow(row, columnOf)));
}

function composeRow({ definition, cells }: RowDraft, columnOf: (edge: number) => number): string {
  let at = definition ? columnOf(definition.left) : 0;
  const before = at;
  return rowXml(
    before,
    cells.map((blocks, index): ComposedCell => {
      const defined = definition?.cells[index];
      // A cell more than the row defines keeps a column of its own: the row then shows that it does not fit.
      if (!defined) return { blocks, span: 1 };
      const to = columnOf(defined.edge);
      const span = Math.max(1, to - at);
      at = to;
      return { blocks, span, vertical: defined.vertical, joined: defined.joined };
    }),
  );
}

/** The number of the grid column that begins at an edge. */
function gridOf(definitions: ReadonlySet<RowDefinition>): (edge: number) => number {
  const edges = new Set<number>();
  for (const { left, cells } of definitions) {
    edges.add(left);
    for (const { edge } of cells) edges.add(edge);
  }
  const columns = new Map<number, number>();
  let column = -1;
  let first = Number.NEGATIVE_INFINITY;
  for (const edge of [...edges].sort((a, b) => a - b)) {
    if (edge - first > NEAR) {
      column += 1;
      first = edge;
    }
    columns.set(edge, column);
  }
  return (edge) => columns.get(edge) ?? 0;
}
