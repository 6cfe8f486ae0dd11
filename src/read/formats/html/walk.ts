/** Walks a page in reading order. What is navigation and what is report is for recognition to say, by headings and labels. */
import type { SourceNote, SourcePlace } from '../../../form/place.js';
import type { Paragraph } from '../../document.js';
import { attribute, isHidden, placeOf, style } from './attributes.js';
import { createFlow, type Flow } from './flow.js';
import { type List, startList } from './list.js';
import type { Element, Node } from './tree.js';

/** Where the pieces of a page go: the document, or one cell of a table. */
export interface Sink {
  paragraph(paragraph: Paragraph): void;
  table(table: Element, place: SourcePlace): void;
  /** Text whose layout is its own, such as `<pre>`; as paragraphs when absent. */
  readonly preformatted?: (text: string, place: SourcePlace) => void;
  note(kind: SourceNote['kind'], place: SourcePlace, sample: string | undefined): void;
}

/** How places are told. */
export interface Origin {
  /** Line of the file on which the page starts. */
  readonly firstLine: number;
  /** Whether columns are known. */
  readonly columns: boolean;
}

/** Never part of what a reader sees: code, metadata, embedded players with their fallbacks, the readings of ruby text. */
const IGNORED = new Set('script style template noscript head title iframe object embed applet svg canvas video audio map datalist rt rp rtc'.split(' '));
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol option p plaintext pre search section summary ul xmp'
  ).split(' '),
);
const LISTS = new Set(['ol', 'ul', 'menu', 'dir']);
const PREFORMATTED = new Set(['pre', 'listing', 'xmp', 'plaintext']);
/** Fields of a form whose value is seen as text. */
const TYPED = /^(?:|text|number|tel|search|url|email|date|month)$/i;
/** Pixels; an image that is not larger on the page cannot show a table: icons, spacers, counters. */
const ICON = 64;
const SAMPLE = 40;

interface State {
  readonly preformatted: boolean;
  readonly list: List | undefined;
}

/** Walks nodes, as the content of one box, into a sink. */
export function walk(nodes: readonly Node[], origin: Origin, sink: Sink): void {
  const flow = createFlow((paragraph) => sink.paragraph(paragraph));
  visitAll(nodes, { preformatted: false, list: undefined }, flow, origin, sink);
  flow.break();
}

/** Whether an element is not seen; says so to the sink when there is text in it. */
export function passesOver(element: Element, origin: Origin, sink: Sink): boolean {
  const name = element.tagName;
  if (IGNORED.has(name)) return true;
  const hidden = isHidden(element) || (name === 'dialog' && attribute(element, 'open') === undefined);
  if (!hidden && name !== 'del') return false;
  const sample = sampleOf(element).replace(/\s+/g, ' ').trim();
  if (sample !== '') {
    const shortened = sample.length > SAMPLE ? `${sample.slice(0, SAMPLE)}…` : sample;
    sink.note(hidden ? 'hidden-text' : 'tracked-changes', placeOf(element, origin), shortened);
  }
  return true;
}

function visitAll(nodes: readonly Node[], state: State, flow: Flow, origin: Origin, sink: Sink): void {
  for (const node of nodes) visit(node, state, flow, origin, sink);
}

function visit(node: Node, state: State, flow: Flow, origin: Origin, sink: Sink): void {
  if ('value' in node) flow.text(node.value, placeOf(node, origin), state.preformatted);
  if (!('tagName' in node) || passesOver(node, origin, sink)) return;
  switch (node.tagName) {
    case 'br':
    case 'hr':
      flow.break();
      return;
    case 'img':
      if (!isIcon(node)) sink.note('image', placeOf(node, origin), attribute(node, 'alt')?.trim() || undefined);
      return;
    case 'input':
      if (TYPED.test(attribute(node, 'type') ?? '')) flow.text(attribute(node, 'value') ?? '', placeOf(node, origin), false);
      return;
    case 'select':
      visitAll(chosen(node)?.childNodes ?? [], state, flow, origin, sink);
      return;
    case 'table':
      flow.break();
      sink.table(node, placeOf(node, origin));
      return;
    case 'textarea':
      flow.text(verbatim(node, origin, sink), placeOf(node, origin), true);
      return;
    default:
      if (sink.preformatted && PREFORMATTED.has(node.tagName)) {
        flow.break();
        sink.preformatted(verbatim(node, origin, sink), placeOf(node.childNodes[0] ?? node, origin));
        return;
      }
      visitBox(node, state, flow, origin, sink);
  }
}

function visitBox(element: Element, state: State, flow: Flow, origin: Origin, sink: Sink): void {
  const name = element.tagName;
  const display = style(element, 'display');
  const block = display === undefined ? BLOCKS.has(name) : !/^(?:inline|contents|ruby)/.test(display);
  const spaces = style(element, 'white-space');
  const preformatted = spaces === undefined ? state.preformatted || PREFORMATTED.has(name) : /^(?:pre|break-spaces)/.test(spaces);
  if (block) flow.break();
  if (name === 'li') flow.number(state.list?.next(element));
  visitAll(element.childNodes, { preformatted, list: LISTS.has(name) ? startList(element) : state.list }, flow, origin, sink);
  if (block) flow.break();
  if (name === 'li') flow.number(undefined);
}

/** The text of an element as it stands in the source. */
function verbatim(element: Element, origin: Origin, sink: Sink): string {
  return element.childNodes
    .map((node) => {
      if ('value' in node) return node.value;
      if (!('tagName' in node) || passesOver(node, origin, sink)) return '';
      return node.tagName === 'br' ? '\n' : verbatim(node, origin, sink);
    })
    .join('');
}

/** The option of a list box that is shown. */
function chosen(select: Element): Element | undefined {
  const options: Element[] = [];
  const collect = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (!('tagName' in node)) continue;
      if (node.tagName === 'option') options.push(node);
      else collect(node.childNodes);
    }
  };
  collect(select.childNodes);
  return options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
}

function isIcon(image: Element): boolean {
  return ['width', 'height'].some((name) => Number.parseFloat(style(image, name) ?? attribute(image, name) ?? '') <= ICON);
}

/** The first words of an element, more than a sample needs. */
function sampleOf(node: Node): string {
  if ('value' in node) return node.value;
  if (!('tagName' in node) || IGNORED.has(node.tagName)) return '';
  let text = '';
  for (const child of node.childNodes) {
    text += sampleOf(child);
    if (text.trim().length > 2 * SAMPLE) break;
  }
  return text;
}
