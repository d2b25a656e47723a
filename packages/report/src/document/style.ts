/**
 * The look on a screen: paper-like ground, white cards, one deep-teal accent, amber for questions, red for fractures and
 * serious findings only. A phone scrolls a wide table inside its own box.
 */
export const STYLE = `
:root{--ground:#faf8f4;--card:#fff;--rule:#e4dfd6;--ink:#1f2a30;--muted:#56626a;--accent:#0f6b66;--accent-soft:#e2f0ee;--amber:#7d5200;--amber-soft:#fbefce;--red:#a8231b;--red-soft:#fbe6e3;--quiet:#4a555c;--quiet-soft:#eeebe5;--edge:max(1.25rem,calc((100vw - 1375px)/2));--claim:7.6rem}
:lang(zh-CN){--claim:5.2rem}
*{box-sizing:border-box}
html{font-size:15px;scroll-behavior:smooth;scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
:lang(zh-CN) body,body:lang(zh-CN){font-family:"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif;line-height:1.7;text-autospace:normal;line-break:strict}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
code{font:.86em/1.4 ui-monospace,SFMono-Regular,Consolas,"Liberation Mono","PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",monospace;color:var(--muted)}
h1{font-size:1.55rem;line-height:1.3;margin:.2rem 0 .3rem;text-wrap:balance}
h2{font-size:1.28rem;line-height:1.35;margin:2.2rem 0 .5rem}
h3{font-size:1.06rem;line-height:1.4;margin:1.5rem 0 .5rem}
h4{font-size:.98rem;line-height:1.4;margin:1rem 0 .35rem}
p{margin:.35rem 0}
ul{margin:.35rem 0;padding-left:1.2rem}
sup,sub{line-height:0;font-size:.72em}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.4rem .8rem;z-index:2}
header{background:var(--card);border-bottom:1px solid var(--rule);padding:1.1rem var(--edge) 0}
.brand{margin:0;color:var(--accent);font-weight:700;letter-spacing:.01em}
.brand span{color:var(--muted);font-weight:400;margin-left:.4rem}
.authors,.line{color:var(--muted);margin:.15rem 0}
.banner{margin:.9rem calc(-1*var(--edge)) 0;padding:.45rem var(--edge);background:var(--quiet-soft);color:var(--quiet);font-size:.9rem}
.banner.synthetic{margin-top:0;background:var(--amber-soft);color:var(--amber)}
.page{display:grid;grid-template-columns:10.5rem minmax(0,1fr);gap:0 1.75rem;padding:0 var(--edge)}
nav{font-size:.92rem}
nav ul{list-style:none;margin:0;padding:1.6rem 0;position:sticky;top:0;max-height:100vh;overflow-y:auto}
nav li{margin:.1rem 0}
nav a{display:block;padding:.22rem 0;color:var(--muted);text-decoration:none}
nav a:hover{color:var(--accent);text-decoration:underline}
main{min-width:0;padding-bottom:3rem}
main>section:first-child>h2{margin-top:1.4rem}
.lead{color:var(--muted);max-width:60em}
.card{background:var(--card);border:1px solid var(--rule);border-radius:10px;padding:.9rem 1.1rem;margin:.6rem 0}
.card>h3:first-child,.card>h4:first-child{margin-top:0}
.tiles{list-style:none;padding:0;margin:.5rem 0 .7rem;display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.7rem}
.tiles li{background:var(--card);border:1px solid var(--rule);border-radius:10px;padding:.6rem .9rem;line-height:1.4}
.big{font-size:1.5rem;font-weight:700;color:var(--accent);line-height:1.2;white-space:nowrap}
.chips{display:block;margin-top:.25rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:.7rem}
.mini{margin:0}
.mini h3 a{text-decoration:none}
.mini h3 a:hover{text-decoration:underline}
.change{margin:.5rem 0 .2rem;color:var(--muted)}
.why{color:var(--muted);font-size:.9rem}
.facts .chip{white-space:normal;border-radius:.8em}
.facts .why{display:block;line-height:1.5}
.facts{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.25rem .8rem;margin:.6rem 0;font-size:.94rem}
.facts dt{color:var(--muted)}
.facts dd{margin:0}
.fracture{color:var(--red);font-weight:600}
.chip{display:inline-block;border-radius:1em;padding:.02em .62em;font-size:.84rem;font-weight:600;line-height:1.6;white-space:nowrap}
.counts .chip,.chips .chip{margin-right:.3rem}
.chip.good{background:var(--accent-soft);color:var(--accent)}
.chip.question{background:var(--amber-soft);color:var(--amber)}
.chip.serious{background:var(--red-soft);color:var(--red)}
.chip.quiet{background:var(--quiet-soft);color:var(--quiet)}
.count{color:var(--muted);font-weight:400;font-size:.92em}
.findings,.claims,.signals,.verdict>ul{list-style:none;padding:0;margin:0}
.finding{border-left:3px solid var(--rule);padding:.3rem 0 .3rem .8rem;margin:.45rem 0}
.finding.major{border-color:var(--red)}
.finding.minor{border-color:#d9a529}
.message{margin:0;max-width:68em}
.note{color:var(--accent)}
.meta{color:var(--muted);font-size:.86rem}
.finding .meta code{margin-left:.5rem}
.finding summary{font-size:.86rem}
.finding dl{display:grid;grid-template-columns:minmax(5rem,auto) minmax(0,1fr);gap:.15rem .8rem;margin:.4rem 0 .6rem;font-size:.88rem}
.finding dt{color:var(--muted)}
.finding dd{margin:0;overflow-wrap:anywhere}
.more{color:var(--accent);margin-left:.6rem}
.word{color:var(--muted);font-weight:600;font-size:.86rem}
summary{cursor:pointer;color:var(--accent)}
.finding summary{color:inherit}
.claims li{display:grid;grid-template-columns:var(--claim) minmax(0,1fr);gap:.2rem .9rem;padding:.55rem 0;border-top:1px solid var(--rule);align-items:start}
.claims>li:first-child{border-top:0}
.claims .chip{justify-self:start}
.woman{border-top:2px solid var(--accent);margin-top:2.6rem}
.woman>h2{margin-top:1rem}
.figures{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:.7rem;align-items:start}
.figures>.full{grid-column:1/-1}
.figure{background:var(--card);border:1px solid var(--rule);border-radius:10px;padding:.7rem .8rem;margin:0}
.figure svg{max-width:100%;height:auto;font-variant-numeric:tabular-nums}
.full .wide{max-width:860px;margin:0 auto}
.full .narrow,.third .wide{display:none}
figcaption{font-weight:600;font-size:.94rem;margin-top:.4rem}
.data{font-size:.9rem;margin-top:.2rem}
.outcomes{display:flex;flex-wrap:wrap;gap:.2rem 1.6rem;font-weight:600;margin:0 0 .5rem}
.verdict>ul>li{border-top:1px solid var(--rule);padding:.35rem 0}
.reasons{display:grid;grid-template-columns:4.6rem minmax(0,1fr);gap:0 .5rem;font-size:.93rem}
.reasons ul{margin:0;list-style:disc}
.reasons .many{columns:22rem;column-gap:2rem}
.reasons li{break-inside:avoid}
.signals>li+li{border-top:1px solid var(--rule);margin-top:.5rem;padding-top:.5rem}
.table{margin:.7rem 0}
.scroll{overflow-x:auto;max-width:100%}
.scroll+.scroll{margin-top:1rem}
table{border-collapse:collapse;width:auto;min-width:min(100%,30rem);font-size:.9rem;line-height:1.45;border-top:1.5px solid var(--ink);border-bottom:1.5px solid var(--ink);background:var(--card)}
caption{text-align:left;font-weight:600;padding:0 0 .35rem;font-size:.96rem}
th,td{padding:.32rem .55rem;text-align:left;vertical-align:top;font-weight:400}
thead th{font-weight:600;color:var(--ink);vertical-align:bottom}
thead tr:last-child>*{border-bottom:1px solid var(--ink)}
thead th[colspan]{border-bottom:1px solid var(--rule)}
th.right,td.right{text-align:right;white-space:nowrap}
th.centre,td.centre{text-align:center;white-space:nowrap}
tbody tr+tr>*{border-top:1px solid #f0ece4}
tbody .group th{font-weight:600;padding-top:.6rem;background:transparent}
tbody .total>*{font-weight:600}
th.left,td.left{white-space:nowrap}
th.wraps,td.wraps,thead th.left,thead th.centre,thead th.right{white-space:normal}
td.wraps{min-width:10em}
th.wraps{min-width:7em}
.data td{white-space:nowrap}
td.good{color:var(--accent)}
td.question{color:var(--amber)}
td.serious{color:var(--red)}
td.quiet{color:var(--quiet)}
.notes{color:var(--muted);font-size:.86rem;margin-top:.4rem}
.notes p{margin:.1rem 0}
.switch{color:var(--amber)}
.beside{max-width:60em}
.block{margin:.5rem 0}
.titled caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.methods{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.3rem 1.2rem;margin:0}
.methods dt{color:var(--muted);grid-column:1}
.methods dd{margin:0;grid-column:2}
.computed,.cautions{padding-left:2.2rem}
.computed li,.cautions li{margin:.3rem 0}
.sources{font-size:.92rem}
.sources li{margin:.35rem 0}
footer{border-top:1px solid var(--rule);margin-top:2.5rem;padding-top:.8rem;color:var(--muted);font-size:.88rem}
@media (max-width:900px){
.page{grid-template-columns:minmax(0,1fr)}
nav ul{position:static;max-height:none;display:flex;flex-wrap:wrap;gap:.1rem 1rem;padding:.8rem 0 0}
.figures{grid-template-columns:minmax(0,1fr)}
.third .wide{display:block;max-width:640px;margin:0 auto}
.third .narrow{display:none}
}
@media (max-width:600px){
h1{font-size:1.3rem}
:root{--edge:.9rem}
.card{padding:.75rem .8rem}
.figure{padding:.4rem}
.full .wide,.third .wide{display:none}
.full .narrow,.third .narrow{display:block}
.claims li{grid-template-columns:minmax(0,1fr)}
.reasons{grid-template-columns:minmax(0,1fr)}
.methods{grid-template-columns:minmax(0,1fr)}
.methods dd{grid-column:1}
.tiles{grid-template-columns:repeat(2,minmax(0,1fr))}
.tiles .big{display:block}
.table td.wraps{min-width:12em}
caption span{display:inline-block;position:sticky;left:0;max-width:calc(100vw - 2*var(--edge) - 2rem)}
}
`;
