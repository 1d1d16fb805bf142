/*
 * The look of a page. Text is at least 4.5 to 1 on its ground in all schemes, lines and outlines 3 to 1; nothing is told by colour alone.
 */

export const STYLE = `
:root{color-scheme:light dark;--text:#0b0c0c;--back:#fff;--soft:#f3f5f8;--line:#6f777b;--head:#e8eef5;--heading:#1d4f91;--link:#1d4f91;--visited:#4c2c92;--focus:#0b57a4;--gap:#ffe066;--gap-text:#0b0c0c}
@media (prefers-color-scheme:dark){:root{--text:#f3f2f1;--back:#15181b;--soft:#1d2226;--line:#8a9094;--head:#26303a;--heading:#a9ccf5;--link:#a9ccf5;--visited:#d3bdf5;--focus:#9fd0ff;--gap:#5c4a00;--gap-text:#fff}}
@media (prefers-contrast:more){:root{--text:#000;--back:#fff;--soft:#fff;--line:#000;--head:#fff;--heading:#000;--link:#00307a;--visited:#3d1a80;--focus:#000}}
@media (prefers-contrast:more) and (prefers-color-scheme:dark){:root{--text:#fff;--back:#000;--soft:#000;--line:#fff;--head:#000;--heading:#fff;--link:#bfe0ff;--visited:#e2d2ff;--focus:#fff}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--back);color:var(--text);font:1.1875rem/1.55 Arial,Helvetica,"Liberation Sans",sans-serif;text-align:left;overflow-wrap:break-word}
main,nav{padding:1.25rem;max-width:60rem;margin:0 auto}
main:focus{outline:none}
a{color:var(--link);text-underline-offset:.15em}
a:visited{color:var(--visited)}
a:focus-visible,.scroll:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-9999px;padding:.75rem 1rem;background:var(--back);z-index:1}
.skip:focus{left:.5rem;top:.5rem}
h1,h2,h3,h4,h5,h6{color:var(--heading);line-height:1.25;margin:2rem 0 .6rem;text-wrap:balance}
h1{font-size:2rem;margin-top:.5rem}h2{font-size:1.5rem}h3{font-size:1.25rem}h4,h5,h6{font-size:1.1875rem}
p,ul,ol,blockquote,pre,table,.scroll{margin:0 0 1rem}
p,li,blockquote{max-width:44rem}
ul,ol{padding-left:1.75rem}
li{margin:.3rem 0}
li>p{margin-bottom:.4rem}
blockquote{border-left:4px solid var(--line);padding-left:1rem;margin-left:0}
pre,code{font-family:"Courier New",monospace;font-size:1rem;background:var(--soft)}
pre{padding:.75rem;white-space:pre-wrap;overflow-wrap:anywhere}
hr{border:0;border-top:1px solid var(--line);margin:2rem 0}
img{max-width:100%;height:auto}
mark{background:var(--gap);color:var(--gap-text);outline:2px dashed var(--line)}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid var(--line);padding:.5rem .6rem;text-align:left;vertical-align:top}
th{background:var(--head)}
.right{text-align:right}.center{text-align:center}
th a,td a{overflow-wrap:anywhere}
td>p:last-child,td>ul:last-child,td>ol:last-child{margin-bottom:0}
td>ul,td>ol{padding-left:1.2rem}
.scroll{overflow-x:auto}
nav{background:var(--soft);border-bottom:1px solid var(--line);max-width:none}
nav p{font-weight:700;margin:0 0 .25rem}
nav ul{list-style:none;padding:0;margin:0 auto}
nav ul ul{padding-left:1rem}
nav li{margin:0}
nav a{display:inline-block;padding:.25rem 0}
.footnotes{border-top:1px solid var(--line);margin-top:2.5rem}
@media (max-width:47.99rem){
nav ul ul{display:none}
.stack,.stack tbody,.stack tr,.stack td{display:block;width:auto}
table:not(.stack) th,table:not(.stack) td{min-width:7.5rem;overflow-wrap:anywhere}
.scroll:has(.stack){overflow-x:visible}
.stack{border:0}
.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stack tr{border:1px solid var(--line);margin-bottom:1rem}
.stack td{border:0;border-bottom:1px solid var(--line);text-align:left}
.stack td:last-child{border-bottom:0}
.stack td:empty{display:none}
.stack td[data-label]::before{content:attr(data-label);display:block;font-weight:700}
@supports (content:"a" / ""){.stack td[data-label]::before{content:attr(data-label) / ""}}
}
@media (min-width:75rem){
body:has(nav){display:grid;grid-template-columns:20rem minmax(0,1fr)}
nav{position:sticky;top:0;max-height:100vh;overflow-y:auto;border-bottom:0;border-right:1px solid var(--line);font-size:1rem;margin:0;align-self:start;min-height:100vh}
main{margin:0 0 0 2rem;width:auto}
}
@media (forced-colors:active){mark{outline:2px dashed}th{border-bottom-width:3px}}
@media print{
@page{size:A4;margin:20mm}
@page across{size:A4 landscape}
:root{color-scheme:light;--text:#000;--back:#fff;--soft:#fff;--line:#555;--head:#e8eef5;--heading:#000;--link:#000;--visited:#000;--gap:#ffe066;--gap-text:#000}
body{font-size:12pt;display:block!important}
nav,.skip,.data-footnote-backref{display:none}
main{padding:0;margin:0;max-width:none}
.scroll{overflow:visible}
.across{page:across}
h1,h2,h3,h4,h5,h6{break-after:avoid}
tr,img{break-inside:avoid}
thead{display:table-header-group}
}
`;

/** Of `STYLE`, so that the page's policy allows this style sheet and nothing else; a test computes it. */
export const STYLE_HASH = 'sha256-ICUojRw0IIkX+RCZC4D1paiyIEx9Ei7pLnmcuPB/9kg=';
