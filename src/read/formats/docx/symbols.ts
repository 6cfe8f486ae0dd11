/** Symbols that Word keeps as the code of a sign in one of its symbol fonts. */

/** Signs from code 32 on; a square where Unicode has none. */
const FONTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    symbol: [
      ...' !∀#∃%&∍()*+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~□□□□□□□□□□□□□□□□□□□□□□□□□□□□□□□□□€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭□',
    ],
    wingdings: [
      ...' 🖉✂✁👓🕭🕮🕯🕿✆🖂🖃📪📫📬📭🗀🗁🗎🗏🗐🗄⌛🖮🖰🖲🖳🖴🖫🖬✇✍🖎✌🖏👍👎☜☞☝☟🖐☺😐☹💣🕱🏳🏱✈☼🌢❄🕆✞🕈✠✡☪☯🕉☸♈♉♊♋♌♍♎♏♐♑♒♓🙰🙵●🔾■□🞐❑❒🞟⧫◆❖⬩⌧⮹⌘🏵🏶🙶🙷▯⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿🙢🙠🙡🙣🙞🙜🙝🙟∙•⬝⭘🞆🞈🞊🞋🔿▪□🟁🟅★🟋🟏🟓🟑⯐⌖⯎⯏⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⮰⮱⮲⮳⮴⮵⮶⮷🙪🙫🙕🙔🙗🙖🙐🙑🙒🙓⌫⌦⮘⮚⮙⮛⮈⮊⮉⮋🡨🡪🡩🡫🡬🡭🡯🡮🡸🡺🡹🡻🡼🡽🡿🡾⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂🢬🢭✗✓☒☑□',
    ],
    'wingdings 2': [
      ...' 🖊🖋🖌🖍✄✀🕾🕽🗅🗆🗇🗈🗉🗊🗋🗌🗍📋🗑🗔🖵🖶🖷🖸🖭🖯🖱🖒🖓🖘🖙🖚🖛👈👉🖜🖝🖞🖟🖠🖡👆👇🖢🖣🖑✗✓☒☑☒☒⮾⮿🛇⦸🙱🙴🙲🙳‽🙹🙺🙻🙦🙤🙥🙧🙚🙘🙙🙛⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿□☉🌕☽☾⸿✝🕇🕜🕝🕞🕟🕠🕡🕢🕣🕤🕥🕦🕧🙨🙩⋅🞄⦁●○🞅🞇🞉⊙⦿🞌🞍◾■□🞑🞒🞓🞔▣🞕🞖🞗🞘⬩⬥◇🞚◈🞛🞜🞝🞞⬪⬧◊🞠◖◗⯊⯋⯀⯁⬟⯂⬣⬢⯃⯄🞡🞢🞣🞤🞥🞦🞧🞨🞩🞪🞫🞬🞭🞮🞯🞰🞱🞲🞳🞴🞵🞶🞷🞸🞹🞺🞻🞼🞽🞾🞿🟀🟂🟄🟆🟉🟊✶🟌🟎🟐🟒✹🟃🟇✯🟍🟔⯌⯍※⁂□□□□□□',
    ],
  }),
);

/** What a reader sees where a font has a sign that Unicode has not: something stands there, but it is no text. */
const UNKNOWN_SIGN = '□';

/** Text as a symbol font shows it; the same text in any other font. Chinese and all else beyond Latin is shown in another font. */
export function typedSymbols(font: string, text: string): string {
  const signs = FONTS.get(font.trim().toLowerCase());
  if (!signs) return text;
  return text.replace(/[!-\u00ff\uf021-\uf0ff]/g, (sign) => signs[(sign.charCodeAt(0) & 0xff) - 32] ?? UNKNOWN_SIGN);
}

/** The sign of a `w:sym`: `font` as named in the document, `code` in hexadecimal. */
export function symbolText(font: string, code: string): string {
  const value = /^[0-9a-f]{1,6}$/i.test(code) ? Number.parseInt(code, 16) : 0;
  // Symbol fonts lie in the private use area from F000 on; some programs leave that off.
  const low = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value;
  const signs = FONTS.get(font.trim().toLowerCase());
  if (signs) return signs[low - 32] ?? UNKNOWN_SIGN;
  if (low !== value) return low >= 32 && low < 127 ? String.fromCharCode(low) : UNKNOWN_SIGN;
  const isPrivate = value >= 0xe000 && value <= 0xf8ff;
  return value < 32 || isPrivate || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff) ? UNKNOWN_SIGN : String.fromCodePoint(value);
}
