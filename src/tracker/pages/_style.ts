/*
 * The look of the tracker's pages, in light, dark, high contrast and on paper. Text is at least 4.5 to 1 on its ground and marks 3 to 1;
 * what a colour says, a pattern or a shape and a word say as well.
 */

export const STYLE = `
:root{color-scheme:light dark;--fg:#1b1b1b;--bg:#fff;--muted:#505a5f;--line:#6f777b;--faint:#c9ced1;--head:#eef2f7;--link:#1d5fa8;--late:#a8071a;--behind:#8a4b00;--going:#1d5fa8;--waiting:#505a5f;--done:#00622f}
@media (prefers-color-scheme:dark){:root{--fg:#f0f0f0;--bg:#15181b;--muted:#b9bfc4;--line:#8a9094;--faint:#444b50;--head:#26303a;--link:#a9ccf5;--late:#ff9c9c;--behind:#ffc46b;--going:#8fc1ff;--waiting:#b9bfc4;--done:#7ad6a0}}
@media (prefers-contrast:more){:root{--muted:#000;--line:#000;--faint:#000}}
@media (prefers-contrast:more) and (prefers-color-scheme:dark){:root{--fg:#fff;--bg:#000;--muted:#fff;--line:#fff;--faint:#fff}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:1.0625rem/1.5 Arial,Helvetica,"Liberation Sans",sans-serif;overflow-wrap:break-word}
main{max-width:72rem;margin:0 auto;padding:1.25rem}
h1{font-size:1.75rem;line-height:1.25;margin:.25rem 0 .75rem}
h2{font-size:1.35rem;line-height:1.3;margin:2.25rem 0 .5rem}
h3{font-size:1.1rem;margin:1.5rem 0 .25rem}
p,ul{margin:0 0 .75rem;max-width:48rem}
a{color:var(--link)}
.muted{color:var(--muted)}
.key{display:flex;flex-wrap:wrap;gap:.35rem 1.5rem;list-style:none;padding:0;max-width:none}
.key li{display:flex;align-items:center;gap:.4rem}
.key svg{flex:none}
figure{margin:0 0 1rem}
figcaption{color:var(--muted);font-size:.9375rem}
.scroll{overflow-x:auto}
.scroll:focus-visible,a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
figure svg{display:block;width:100%;min-width:46rem;height:auto}
svg text{fill:var(--fg);font-size:13px}
svg .small{fill:var(--muted);font-size:12px}
svg .grid{stroke:var(--faint);stroke-width:1}
svg .today{stroke:var(--fg);stroke-width:2;stroke-dasharray:6 4}
.late{fill:var(--late);stroke:var(--late);color:var(--late)}
.behind{fill:var(--behind);stroke:var(--behind);color:var(--behind)}
.in-progress{fill:var(--going);stroke:var(--going);color:var(--going)}
.not-started{fill:var(--waiting);stroke:var(--waiting);color:var(--waiting)}
.no-status{fill:var(--waiting);stroke:var(--waiting);color:var(--waiting)}
.complete{fill:var(--done);stroke:var(--done);color:var(--done)}
svg .bar,svg .swatch{stroke-width:1.5}
svg .hollow{fill:var(--bg)}
svg .hatch{stroke-width:2.5}
svg .gap{fill:none;stroke:var(--bg);stroke-width:2.2;stroke-linecap:round;stroke-linejoin:round}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem;font-size:.9375rem}
caption{text-align:left;font-weight:700;padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border:1px solid var(--line)}
thead th{background:var(--head)}
td.number{text-align:right}
tbody th{font-weight:400}
td.late,td.behind,strong.late{font-weight:700;fill:none}
del{color:var(--muted)}
ins{text-decoration-thickness:2px}
.changes{list-style:none;padding:0;max-width:none}
.changes>li{border-left:5px solid var(--line);padding:.1rem 0 .1rem .75rem;margin:0 0 .9rem}
.changes>li.added{border-left-style:double;border-left-color:var(--done)}
.changes>li.removed{border-left-style:dashed;border-left-color:var(--late)}
.changes p{margin:0}
@media (forced-colors:active){svg text{fill:CanvasText}svg .bar,svg .swatch{stroke:CanvasText;fill:Canvas}svg .mark,svg .hatch{stroke:CanvasText}svg .mark{fill:CanvasText}svg .mark.hollow{fill:Canvas}svg .gap{stroke:Canvas}}
@media print{
@page{size:A4 landscape;margin:14mm}
:root{color-scheme:light;--fg:#000;--bg:#fff;--muted:#333;--line:#555;--faint:#bbb;--head:#eee;--link:#000;--late:#a8071a;--behind:#8a4b00;--going:#1d5fa8;--waiting:#505a5f;--done:#00622f}
body{font-size:10.5pt}
main{max-width:none;padding:0}
.scroll{overflow:visible}
figure svg{min-width:0}
h2,h3,caption{break-after:avoid}
tr,figure svg,.changes>li{break-inside:avoid}
figure{margin:0}
thead{display:table-header-group}
}
`;

/** Of `STYLE`, so that a page's policy allows this style sheet and nothing else; a test computes it. */
export const STYLE_HASH = 'sha256-0Vy1uiTaQ9dqfZ2fpaZr06iLuDOUhFa2xBDtk3SFuFs=';
