/** Property modifiers, of which all formatting of a .doc is made ([MS-DOC] 2.2.5, 2.6). */
import { partOf, u8, u16 } from '../../../base/package/little-endian.js';

/** The modifiers that text and tables depend on. */
export const SPRM = {
  characterDeleted: 0x0800,
  characterInserted: 0x0801,
  characterIsData: 0x0806,
  characterHidden: 0x083c,
  characterSpecial: 0x0855,
  characterStyle: 0x4a30,
  characterPicture: 0x6a03,
  characterSymbol: 0x6a09,
  characterFont: 0x4a4f,
  characterChanged97: 0xca57,
  characterChanged: 0xca89,
  paragraphInTable: 0x2416,
  paragraphEndsRow: 0x2417,
  paragraphEndsInnerCell: 0x244b,
  paragraphEndsInnerRow: 0x244c,
  paragraphLevel: 0x260a,
  paragraphStyle: 0x4600,
  paragraphList: 0x460b,
  paragraphDepth: 0x6649,
  paragraphDeeper: 0x664a,
  paragraphFirstLetter: 0x442c,
  paragraphChanged97: 0xc63f,
  paragraphChanged: 0xc66f,
  paragraphElsewhere97: 0x6645,
  paragraphElsewhere: 0x6646,
  tableMerge: 0x5624,
  tableSplit: 0x5625,
  tableDelete: 0x5622,
  tableInsert: 0x7621,
  tableWidth: 0x7623,
  tableLeft: 0x9601,
  tableGap: 0x9602,
  tableRow: 0xd608,
  tableRow6: 0xd606,
  tableVertical: 0xd62b,
} as const;

const TABS = 0xc615;
const FIXED = [1, 1, 2, 4, 2, 2, 0, 3] as const;

/** Calls `visit` for each modifier of a list. The last may be cut: Word leaves the last byte of a table row out. */
export function eachSprm(list: DataView, visit: (sprm: number, operand: DataView) => void): void {
  for (let at = 0; at + 2 < list.byteLength; ) {
    const sprm = u16(list, at);
    const length = operandLength(list, at + 2, sprm);
    visit(sprm, partOf(list, at + 2, length));
    at += 2 + length;
  }
}

/** Bytes of an operand, those that tell its length included. */
function operandLength(list: DataView, at: number, sprm: number): number {
  const kind = sprm >> 13;
  if (kind !== 6) return FIXED[kind]!;
  if (sprm === SPRM.tableRow || sprm === SPRM.tableRow6) return u16(list, at) + 1;
  const length = u8(list, at);
  if (sprm !== TABS || length !== 255) return 1 + length;
  // More tab stops than a byte can count: those taken away have four bytes each, those set have three.
  const away = u8(list, at + 1);
  return 3 + away * 4 + u8(list, at + 2 + away * 4) * 3;
}

/** The modifiers that a piece of text may have in short, by their short number ([MS-DOC] 2.9.215), as far as anything depends on them. */
export const SHORT: ReadonlyMap<number, number> = new Map([
  [0x0c, SPRM.paragraphLevel],
  [0x18, SPRM.paragraphInTable],
  [0x19, SPRM.paragraphEndsRow],
  [0x41, SPRM.characterDeleted],
  [0x42, SPRM.characterInserted],
  [0x47, SPRM.characterIsData],
  [0x5c, SPRM.characterHidden],
]);
