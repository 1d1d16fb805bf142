/** Colours follow VS Code's theme in a webview, else the reader's choice of light or dark. Contrast holds WCAG 2.2 AA in both. */
export const TIMELINE_CSS = `
:root{color-scheme:light dark;--fg:#1b1b1b;--bg:#fff;--muted:#505a5f;--line:#b1b4b6;--link:#1d5fa8;--done:#00622f;--over:#a8071a;--due:#8a4b00;--next:#1d5fa8;--window:#c9daf0;--focus:#1d5fa8;--row:#eef2f7}
@media (prefers-color-scheme:dark){:root{--fg:#f0f0f0;--bg:#1b1b1b;--muted:#b9bfc4;--line:#5d6468;--link:#8fc1ff;--done:#7ad6a0;--over:#ff9c9c;--due:#ffc46b;--next:#8fc1ff;--window:#2f4566;--focus:#8fc1ff;--row:#2a2f36}}
body.vscode-light{--fg:var(--vscode-foreground,#1b1b1b);--bg:var(--vscode-editor-background,#fff);--muted:#505a5f;--line:#b1b4b6;--link:#1d5fa8;--done:#00622f;--over:#a8071a;--due:#8a4b00;--next:#1d5fa8;--window:#c9daf0;--focus:var(--vscode-focusBorder,#1d5fa8);--row:#eef2f7}
body.vscode-dark{--fg:var(--vscode-foreground,#f0f0f0);--bg:var(--vscode-editor-background,#1b1b1b);--muted:#b9bfc4;--line:#5d6468;--link:#8fc1ff;--done:#7ad6a0;--over:#ff9c9c;--due:#ffc46b;--next:#8fc1ff;--window:#2f4566;--focus:var(--vscode-focusBorder,#8fc1ff);--row:#2a2f36}
body.vscode-high-contrast,body.vscode-high-contrast-light{--fg:var(--vscode-foreground);--bg:var(--vscode-editor-background);--muted:var(--vscode-foreground);--line:var(--vscode-contrastBorder);--done:var(--vscode-foreground);--over:var(--vscode-foreground);--due:var(--vscode-foreground);--next:var(--vscode-foreground);--link:var(--vscode-foreground);--window:transparent;--focus:var(--vscode-focusBorder);--row:transparent}
body{margin:0;padding:1rem 1.25rem;background:var(--bg);color:var(--fg);font:1rem/1.5 var(--vscode-font-family,system-ui,-apple-system,"Segoe UI",Arial,sans-serif)}
main{max-width:66rem;margin:0 auto}
h1{font-size:1.6rem;line-height:1.25;margin:.25rem 0 .75rem}
h2{font-size:1.25rem;margin:2rem 0 .5rem}
h3{font-size:1.05rem;margin:1.25rem 0 .25rem}
figure{margin:0}
figcaption,.legend{color:var(--muted);font-size:.875rem}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0;padding:0}
.legend li{display:flex;align-items:center;gap:.35rem}
.scroll{overflow-x:auto}
.scroll:focus-visible,button:focus-visible,tr:focus-visible{outline:3px solid var(--focus);outline-offset:1px}
figure svg{display:block;min-width:56rem;max-width:100%;height:auto}
svg text{fill:var(--fg);font-size:14px}
svg .when,svg .scale{fill:var(--muted);font-size:12px}
svg .grid{stroke:var(--line);stroke-width:1}
svg .hit{fill:transparent;stroke:none}
svg a:hover .hit{fill:var(--row)}
svg a:focus{outline:none}
svg a:focus-visible .hit{fill:var(--row);stroke:var(--focus);stroke-width:3}
svg .mark{stroke-width:2}
svg .mark.happened{fill:var(--muted);stroke:var(--muted)}
svg .mark.done{fill:var(--done);stroke:var(--done)}
svg .mark.overdue{fill:var(--over);stroke:var(--over)}
svg .mark.due{fill:var(--due);stroke:var(--due)}
svg .mark.upcoming{fill:var(--bg);stroke:var(--next)}
svg .mark.approx{fill:var(--bg);stroke-dasharray:3 2}
svg .tick,svg .bang{fill:none;stroke:var(--bg);stroke-width:2}
svg .line{stroke:var(--line);stroke-width:2;fill:none}
svg .limit{stroke:var(--fg);stroke-width:2}
svg .window{fill:var(--window);stroke:var(--next);stroke-dasharray:4 3}
svg .now path{stroke:var(--fg);stroke-width:2;stroke-dasharray:6 4}
svg .now text{font-weight:600}
table{border-collapse:collapse;width:100%;margin:.75rem 0;font-size:.9rem}
caption{text-align:left;font-weight:600;padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}
tr:target{background:var(--row)}
.state-overdue{color:var(--over);font-weight:600}
.state-due{color:var(--due);font-weight:600}
.state-done{color:var(--done)}
button{font:inherit;color:var(--link);background:none;border:0;padding:0;min-height:24px;text-align:left;text-decoration:underline;cursor:pointer}
@media (forced-colors:active){svg .mark,svg .window{stroke:CanvasText}svg .mark.upcoming,svg .mark.approx,svg .window{fill:Canvas}svg text{fill:CanvasText}}
@media print{.scroll{overflow:visible}figure svg{min-width:0;width:100%}}
`;

/** Content security policy source of `TIMELINE_CSS`; a test holds the two together. */
export const TIMELINE_CSS_HASH = 'sha256-vwTvB7ZJ8ze6Ta58f4YhWigPYbCcKwSrPvA0rXdYea4=';

/** Runs in the webview alone: a click on a place asks the host to open it. */
export const TIMELINE_SCRIPT = `(()=>{const host=acquireVsCodeApi();document.addEventListener('click',(event)=>{const place=event.target instanceof Element&&event.target.closest('[data-line]');if(place)host.postMessage({type:'open',path:place.dataset.path,line:Number(place.dataset.line)})})})()`;
