/** Style sheet of a saved brief: system fonts, the reader's colour scheme, and black on white in print. */
export const style = `
:root{--bg:#f6f7f9;--paper:#fff;--line:#e1e4e9;--ink:#16181d;--mute:#5c6472;--accent:#3451c7;--warn:#7a4300;--warnbg:#fff6e8}
@media(prefers-color-scheme:dark){:root{--bg:#0e0f12;--paper:#15171c;--line:#2c2f38;--ink:#eceef2;--mute:#a0a8b6;--accent:#91a6ff;--warn:#e8b46a;--warnbg:#2a2214}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.6 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:960px;margin:28px auto;background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:40px 52px}
h1{font-size:28px;line-height:1.25;margin:0 0 6px}
h2{font-size:18px;margin:36px 0 8px}
h3{font-size:16px;margin:0 0 6px}
h4{font-size:13px;font-weight:600;color:var(--mute);margin:12px 0 2px}
p{margin:8px 0}
.mute,.label{color:var(--mute);font-size:13px}
.lead{font-size:17px;margin:14px 0 0}
.figures{display:flex;flex-wrap:wrap;gap:14px 34px;margin:22px 0 0;border-top:1px solid var(--line);padding-top:14px}
.figures b{display:block;white-space:nowrap;font-size:20px;line-height:1.3}
.group{display:grid;grid-template-columns:170px 1fr;gap:24px;padding:18px 0;border-top:1px solid var(--line);break-inside:avoid}
.size{font-size:24px;font-weight:650;line-height:1.2}
ul{margin:4px 0 0;padding-left:18px}
ul.plain{list-style:none;padding:0}
ul.plain li{display:grid;grid-template-columns:118px 1fr;align-items:center}
.lift{display:inline-block;width:110px;height:10px;position:relative;vertical-align:middle;margin-right:8px}
.lift:before{content:"";position:absolute;left:0;right:0;top:4px;height:2px;background:var(--line)}
.lift i{position:absolute;top:3px;height:4px;border-radius:2px;background:var(--accent)}
.warning{background:var(--warnbg);color:var(--warn);border-radius:8px;padding:10px 14px;margin:8px 0}
table{border-collapse:collapse;width:100%;font-size:14px}
td,th{padding:6px 8px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{font-weight:600;color:var(--mute)}
td.number,th.number{text-align:right;white-space:nowrap}
tr{break-inside:avoid}
code{font:13px ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.foot{margin-top:34px;border-top:1px solid var(--line);padding-top:12px}
@media(max-width:700px){main{margin:0;border:0;border-radius:0;padding:24px 18px}.group{grid-template-columns:1fr;gap:8px}}
@media print{:root{--bg:#fff;--paper:#fff;--line:#ccc;--ink:#000;--mute:#444;--accent:#3451c7;--warn:#000;--warnbg:#f2f2f2}
@page{margin:16mm}body{font-size:11pt}main{max-width:none;margin:0;border:0;padding:0}h2,h3{break-after:avoid}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
