/** How the page looks, on a screen and on paper: marks differ by line as well as by colour, so that a copy in black and white says the same. */

/** The one style sheet of the page. */
export const STYLE = `
:root { color-scheme: light; --error: #b00020; --warning: #7a4b00; --info: #0b5394; --good: #1b6e2c; --line: #c8ccd2; --soft: #f5f6f8; --ink: #1b1f24; --quiet: #565e68; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding: 4rem 0; }
body { margin: 0; color: var(--ink); background: #fff; font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
main { max-width: 88rem; margin: 0 auto; padding: 1.25rem 1.5rem 3rem; }
h1 { margin: 0 0 .3rem; font-size: 1.5rem; line-height: 1.35; }
h2 { margin: 1.8rem 0 .3rem; font-size: 1.25rem; line-height: 1.4; }
h3 { margin: 1rem 0 .4rem; font-size: 1.05rem; }
p { margin: .25rem 0; overflow-wrap: anywhere; }
a { color: #0b5394; }
:focus-visible { outline: 3px solid #1a73e8; outline-offset: 2px; border-radius: 2px; }
h2:focus, section:focus { outline: none; }
code { font: .85em ui-monospace, Consolas, monospace; color: var(--quiet); overflow-wrap: anywhere; }
table { border-collapse: collapse; }
th { font-weight: 600; }
.skip a { position: absolute; left: -999rem; }
.skip a:focus { position: static; }
.hint, .checks, .file, .position, .note { color: var(--quiet); font-size: .875rem; }
.scroll { overflow-x: auto; }
.verdict { font-weight: 600; }
.badge { display: inline-block; padding: 0 .45em; border: 1px solid currentColor; border-radius: .25em; font-size: .8rem; line-height: 1.5; font-weight: 600; white-space: nowrap; }
.badge.error, .badge.fail { color: #fff; background: var(--error); border-color: var(--error); }
.badge.warning, .badge.review { color: var(--warning); background: #fff4d6; border-style: dashed; }
.badge.info { color: var(--info); background: #eaf2fb; border-style: dotted; }
.badge.pass { color: var(--good); background: #e8f5ea; }
.badge.unchecked { color: var(--ink); background: #e4e6ea; border-style: double; border-width: 3px; }

.cards { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1rem 0; }
.card { min-width: 6rem; padding: .4rem .8rem; border: 1px solid var(--line); border-left: 4px solid var(--line); border-radius: .3rem; }
.card dt { color: var(--quiet); font-size: .85rem; }
.card dd { margin: 0; font-size: 1.5rem; line-height: 1.2; font-weight: 600; font-variant-numeric: tabular-nums; }
.card.fail, .card.error { border-left-color: var(--error); }
.card.review, .card.warning { border-left-color: #e0a100; }
.card.pass { border-left-color: var(--good); }
.card.info { border-left-color: var(--info); }
.filters { position: sticky; top: 0; z-index: 3; display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; padding: .6rem 0; background: #fff; border-bottom: 1px solid var(--line); }
input, select, button { font: inherit; font-size: .9rem; color: inherit; background: #fff; border: 1px solid #7d858f; border-radius: .3rem; padding: .2rem .5rem; max-width: 100%; }
input[type=search] { min-width: 14rem; }
button { cursor: pointer; }
.filters p { margin: 0 0 0 auto; color: var(--quiet); font-size: .9rem; }
.units { width: 100%; font-size: .925rem; }
.units th, .units td { padding: .3rem .5rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: baseline; font-variant-numeric: tabular-nums; }
.units th:first-child, .units th:last-child, .units td:last-child { text-align: left; }
.units td:nth-child(3), .units th:nth-child(3) { text-align: center; }
.units thead button { padding: 0 .2rem; border: 0; background: none; font-weight: 600; white-space: nowrap; }
.units thead button::after { content: " ↕"; color: #7d858f; }
.units [aria-sort=ascending] button::after { content: " ↑"; color: inherit; }
.units [aria-sort=descending] button::after { content: " ↓"; color: inherit; }
.units tbody th { font-weight: normal; }
.units td.error { color: var(--error); font-weight: 700; }
.units td.warning { color: var(--warning); text-decoration: underline; }
.units td.file { max-width: 22rem; overflow-wrap: anywhere; }
.units tbody tr:hover { background: var(--soft); }
.faults { padding-left: 2rem; }
.faults li { margin: .2rem 0; }
.faults button { border: 0; padding: 0 .2rem; color: #0b5394; text-decoration: underline; text-align: left; }
.faults button { display: inline-block; width: min(22rem, 60vw); }
.faults .badge { vertical-align: top; margin-top: .1em; }
.faults button { vertical-align: top; }
.faults meter + span { white-space: nowrap; }
:lang(en) .faults .badge { min-width: 6em; text-align: center; }
.card dt::first-letter, .units thead button::first-letter { text-transform: uppercase; }
.faults meter { width: 10rem; vertical-align: middle; }
.faults meter::-webkit-meter-optimum-value { background: #6b7785; }
.faults meter::-moz-meter-bar { background: #6b7785; }
#unit .body > .findings { max-width: 64rem; }
.faults span:last-child { color: var(--quiet); font-size: .875rem; }
.matrix { font-size: .85rem; }
.matrix thead th { vertical-align: bottom; padding: .3rem .1rem; font-weight: normal; }
.matrix thead span { display: inline-block; writing-mode: vertical-rl; max-height: 13rem; line-height: 1.25; text-align: left; }
.matrix td { min-width: 1.9rem; border: 1px solid var(--line); text-align: center; font-variant-numeric: tabular-nums; }
.matrix thead td { border: 0; }
.matrix tbody th { position: sticky; left: 0; max-width: 16rem; padding: .1rem .6rem .1rem 0; background: #fff; border-bottom: 1px solid var(--line); font-weight: normal; text-align: left; }
.matrix tbody td.error { background: #fbd5da; font-weight: 700; box-shadow: inset 0 0 0 2px var(--error); }
.matrix tbody td.warning { background: #fff0c7; text-decoration: underline; }
.matrix tbody td.info { background: #eaf2fb; }
.unit-nav { display: flex; flex-wrap: wrap; gap: 1.2rem; padding-bottom: .5rem; border-bottom: 1px solid var(--line); }

.report-head h2 { margin-top: .8rem; font-size: 1.4rem; }
.split { display: grid; grid-template-columns: minmax(0, 1fr) minmax(20rem, 27rem); gap: 1.5rem; align-items: start; margin-top: 1rem; }
.split > aside { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: 0 .25rem 1rem .25rem; }
.document { padding: 2.2rem 2.4rem; border: 1px solid var(--line); color: #000; font: 1.05rem/1.85 "Times New Roman", "FangSong_GB2312", "FangSong", "STFangsong", "Noto Serif CJK SC", "Noto Serif SC", serif; }
.document h3, .document h4, .document h5, .document p { margin: 0; text-indent: 2em; font-size: inherit; font-weight: normal; overflow-wrap: anywhere; }
.document h3.title { text-align: center; text-indent: 0; font-size: 1.5rem; line-height: 1.5; font-family: "Times New Roman", "FZXiaoBiaoSong-B05S", "STZhongsong", "SimSun", "Noto Serif CJK SC", serif; }
.document h3.title + :not(h3) { margin-top: 1.2rem; }
.document h4 { margin-top: .8rem; font-family: "Times New Roman", "SimHei", "Heiti SC", "Noto Sans CJK SC", sans-serif; }
.document h5 { font-family: "Times New Roman", "KaiTi_GB2312", "KaiTi", "STKaiti", "Noto Serif CJK SC", serif; }
.document p.closing { text-align: right; text-indent: 0; padding-right: 2em; }
.document .scroll { margin: .5rem 0 1rem; }
.document table { width: 100%; font: .8rem/1.35 "Times New Roman", "SimSun", "Songti SC", "Noto Serif CJK SC", serif; }
.document th, .document td { border: 1px solid #000; padding: .15rem .25rem; text-align: center; font-weight: normal; min-width: 1.6em; }
.document th { background: #fafafa; }
.document p.table-notes { text-indent: 0; }
mark { color: inherit; background: none; }
.document mark.error, p.marked.error, h3.marked.error, h4.marked.error, h5.marked.error { background: #fbd5da; text-decoration: underline 2px solid var(--error); text-underline-offset: .2em; }
.document mark.warning, p.marked.warning, h3.marked.warning, h4.marked.warning, h5.marked.warning { background: #fff0c7; text-decoration: underline 2px dashed #8a5a00; text-underline-offset: .2em; }
.document mark.info, p.marked.info, h3.marked.info, h4.marked.info, h5.marked.info { background: #eaf2fb; text-decoration: underline 2px dotted var(--info); text-underline-offset: .2em; }
td.marked.error, th.marked.error { background: #fbd5da; box-shadow: inset 0 0 0 2px var(--error); }
td.marked.warning, th.marked.warning { background: #fff0c7; outline: 2px dashed #8a5a00; outline-offset: -3px; }
td.marked.info, th.marked.info { background: #eaf2fb; outline: 2px dotted var(--info); outline-offset: -3px; }
.document td.suspect { background: #fbd5da; box-shadow: inset 0 0 0 3px var(--error), inset 0 0 0 4px #fff; font-weight: 700; }
.document .lit, .document td.lit { background: #ffe58a; box-shadow: inset 0 0 0 2px #000; }
.document ins { display: block; color: var(--error); font: 600 .72rem/1.2 sans-serif; text-decoration: none; white-space: nowrap; }
a.ref { display: inline-block; min-width: 1.25em; margin: 0 .1em; padding: 0 .2em; border: 1px solid currentColor; border-radius: .65em; background: #fff; font: 700 .68rem/1.3 sans-serif; text-align: center; text-decoration: none; text-indent: 0; vertical-align: super; }
a.ref.error { color: #fff; background: var(--error); border-color: var(--error); }
a.ref.warning { color: var(--warning); border-style: dashed; }
a.ref.info { color: var(--info); border-style: dotted; }
a.ref:target { outline: 3px solid #1a73e8; outline-offset: 2px; }
.corrections { padding: .5rem .9rem; border: 2px solid var(--error); border-radius: .3rem; background: #fff8f8; }
.corrections h3 { margin: 0 0 .2rem; }
.corrections .item { padding-left: 1.2rem; }
.list-filter { display: flex; flex-wrap: wrap; gap: .3rem .9rem; align-items: center; margin: .3rem 0 .6rem; font-size: .9rem; }
.findings ol { margin: 0; padding: 0; list-style: none; }
.finding { margin: 0 0 .6rem; padding: .45rem .7rem; border: 1px solid var(--line); border-left: 5px solid var(--line); border-radius: .3rem; font-size: .95rem; }
.finding.error { border-left-color: var(--error); }
.finding.warning { border-left: 5px dashed #e0a100; }
.finding.info { border-left: 5px dotted var(--info); }
.finding.lit, .finding:target { background: #fffbe6; box-shadow: 0 0 0 2px #e0a100; }
.finding .where { font-weight: 600; }
.finding .where > b { display: inline-block; min-width: 1.4em; text-align: center; }
.finding .position { font-weight: normal; }
.quote { padding-left: .6rem; border-left: 3px solid var(--line); color: var(--quiet); font-size: .9rem; }
.quote mark { color: #000; background: #fff0c7; text-decoration: underline 2px; }
.sum { margin: .3rem 0; font-size: .82rem; }
.sum th, .sum td { padding: .1rem .4rem; border: 1px solid var(--line); font-weight: normal; text-align: right; }
.sum th[scope=row], .sum .rest { text-align: left; color: var(--quiet); }
.sum td { font-variant-numeric: tabular-nums; white-space: nowrap; }
.sum td.suspect { background: #fbd5da; box-shadow: inset 0 0 0 2px var(--error); }
details summary { cursor: pointer; font-size: .875rem; color: #0b5394; }
details dl { margin: .3rem 0 .3rem .8rem; font-size: .9rem; }
dt { font-weight: 600; }
.card dt { font-weight: normal; }
.about dd, .rules dd { margin: 0 0 .4rem; }
.rules details { margin: .25rem 0; }
.rules summary { font-size: 1rem; }
#bubble { position: absolute; z-index: 9; max-width: min(34rem, 92vw); padding: .5rem .8rem; background: #fff; border: 2px solid #444; border-radius: .3rem; box-shadow: 0 4px 16px rgb(0 0 0 / 25%); font-size: .9rem; }

@media (max-width: 60rem) {
  .split { grid-template-columns: minmax(0, 1fr); }
  .split > aside { order: -1; position: static; max-height: none; }
  .document { padding: 1rem; }
  .units td.file { min-width: 14rem; }
  .units tbody th { min-width: 8rem; }
  .filters { position: static; }
}
@page { size: A4; margin: 18mm 16mm; }
@media print {
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .filters, .list-filter, .unit-nav, .skip, .hint, .about, #bubble, noscript { display: none !important; }
  .scroll { overflow: visible; }
  .faults meter { width: 6rem; }
  .split { display: flex; flex-direction: column; }
  .split > aside { order: -1; position: static; max-height: none; overflow: visible; padding: 0; }
  .document { break-before: page; padding: 0; border: 0; font-size: 11pt; }
  .document table { font-size: 7.5pt; }
  .document ins { white-space: normal; }
  .finding, tr, .card, .corrections, .faults li, .rules details { break-inside: avoid; }
  h2, h3, h4, h5 { break-after: avoid; }
  thead { display: table-header-group; break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
  mark, .marked, .badge, .finding, a.ref, .matrix td, .sum td, .card { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .lit { box-shadow: none; }
  .units thead button { display: contents; }
  .units thead button::after { content: none; }
  .units { font-size: 9pt; line-height: 1.35; }
  .units th:first-child { width: 27%; }
  .units td.file { width: 40%; max-width: none; font-size: 8pt; }
  .matrix tbody th { position: static; }
  .matrix td { min-width: 0; }
  .matrix { width: 100%; table-layout: fixed; font-size: 7.5pt; }
  .matrix thead td { width: 30mm; }
  .matrix thead th { padding: 0; }
  .rules { break-before: page; }
}
`;
