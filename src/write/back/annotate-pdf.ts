/** Findings as highlights with notes in a copy of a PDF: what was there stays byte for byte, the notes are appended. */
import type { Lang } from '../../base/lang.js';
import type { Reading } from '../../form/model/reading.js';
import type { SourcePlace } from '../../form/place.js';
import type { FileResult } from '../../judge/diagnostic.js';
import { withPdf } from '../../read/formats/pdf/index.js';
import { type CommentWords, commentsOf } from './comment-words.js';
import { markFor } from './pdf-mark.js';

type Checked = Extract<FileResult, { status: 'checked' }>;
type Box = NonNullable<SourcePlace['box']>;

/** Number of pdf.js for a highlight, and the start of the keys under which it takes what is to be saved. */
const HIGHLIGHT = 9;
const KEY = 'pdfjs_internal_editor_';
const YELLOW = [255, 213, 79];
const AUTHOR = 'gov-report';
interface Note {
  readonly page: number;
  readonly box: Box;
  readonly paragraphs: string[];
}

/** Where the words stand: at the finding, at its node, at the title, or at the head of the first page. */
function placeOf({ pointer, place }: CommentWords, { locations }: Reading): { readonly page: number; readonly box: Box } {
  const candidates: readonly SourcePlace[] = [place, locations.get(pointer)?.place ?? {}, locations.get('/title')?.place ?? {}];
  for (const { page, box } of candidates) if (page !== undefined && box !== undefined) return { page, box };
  return { page: 1, box: [36, 36, 54, 54] };
}

function notesOf(result: Checked, reading: Reading, lang: Lang): readonly Note[] {
  const notes = new Map<string, Note>();
  for (const words of commentsOf(result, lang)) {
    const { page, box } = placeOf(words, reading);
    const key = [page, ...box].join(' ');
    const known = notes.get(key);
    if (known) known.paragraphs.push(...words.paragraphs);
    else notes.set(key, { page, box, paragraphs: [...words.paragraphs] });
  }
  return [...notes.values()];
}

/** The PDF with a highlight and a note for each place that a finding or correction speaks of; `bytes` must hold no notes of an earlier run. Errors: as `withPdf`. */
export async function annotatePdf(
  bytes: Uint8Array,
  reading: Reading,
  result: Checked,
  lang: Lang,
): Promise<{ readonly bytes: Uint8Array; readonly comments: number }> {
  const notes = notesOf(result, reading, lang);
  if (notes.length === 0) return { bytes, comments: 0 };
  const saved = await withPdf(bytes, async ({ document }) => {
    for (const [index, { page, box, paragraphs }] of notes.entries()) {
      const viewport = (await document.getPage(page)).getViewport({ scale: 1 });
      const corner = (x: number, y: number): readonly [number, number] => viewport.convertToPdfPoint(x, y) as [number, number];
      const [x0, y0, x1, y1] = box;
      const corners = [corner(x0, y0), corner(x1, y0), corner(x0, y1), corner(x1, y1)] as const;
      const [left, right] = [Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([x]) => x))];
      const [low, high] = [Math.min(...corners.map(([, y]) => y)), Math.max(...corners.map(([, y]) => y))];
      document.annotationStorage.setValue(`${KEY}${index}`, {
        annotationType: HIGHLIGHT,
        color: YELLOW,
        opacity: 0.5,
        pageIndex: page - 1,
        rect: [left, low, right, high],
        rotation: 0,
        quadPoints: corners.flat(),
        outlines: [[left, low, right, low, right, high, left, high]],
        user: AUTHOR,
        structTreeParentId: null,
        popup: { contents: paragraphs.join('\n'), rect: [right, low, right + 200, low + 120] },
      });
    }
    return document.saveDocument();
  });
  const mark = markFor(bytes.length);
  const whole = new Uint8Array(saved.length + mark.length);
  whole.set(saved);
  whole.set(mark, saved.length);
  return { bytes: whole, comments: notes.length };
}
