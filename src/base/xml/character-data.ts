/** The text between the tags of an element. */
import { X } from './names.js';
import { malformed } from './refusals.js';
import { child, ownChild, passOver, plain, type Scanner, skip } from './scanner.js';

/** The character data of the element entered last, without that of its children; leaves the element. */
export function textOf(s: Scanner): string {
  if (s.selfClosed) return mixedText(s, false);
  const { xml } = s;
  const end = xml.indexOf('<', s.pos);
  if (end === -1) throw malformed(s.part, s.pos);
  if (xml.charCodeAt(end + 1) === 47) {
    const text = plain(s, s.pos, end);
    s.pos = end;
    child(s);
    return text;
  }
  return mixedText(s, false);
}

/** All character data of the element entered last, that of its children too; leaves the element. */
export function allText(s: Scanner): string {
  return mixedText(s, true);
}

/** Character data interrupted by comments, CDATA sections or elements; `deep` takes in what stands in those. */
function mixedText(s: Scanner, deep: boolean): string {
  if (s.selfClosed) {
    child(s);
    return '';
  }
  const { xml } = s;
  const target = s.depth - 1;
  let text = '';
  while (s.depth > target) {
    const end = xml.indexOf('<', s.pos);
    if (end === -1) throw malformed(s.part, s.pos);
    text += plain(s, s.pos, end);
    s.pos = end;
    if (xml.startsWith('<![CDATA[', end)) {
      const close = xml.indexOf(']]>', end);
      if (close === -1) throw malformed(s.part, end);
      text += xml.slice(end + 9, close);
      s.pos = close + 3;
    } else if (xml.startsWith('<!--', end) || xml.charCodeAt(end + 1) === 63) s.pos = passOver(s, end);
    else if (![0, X.processed].includes(ownChild(s)) && !deep) skip(s);
  }
  return text;
}
