import type { Lang } from "@materbone/clinical";
import { REPORT_WORDS } from "./words.ts";

/** A4 portrait: no navigation, tables that break between rows, figures that stay whole, the statement on every page. */
function printStyle(lang: Lang): string {
  const words = REPORT_WORDS;
  const page =
    lang === "zh" ? `"${words.page.zh} " counter(page) " ${words.pageAfter.zh}"` : `"${words.page.en} " counter(page)`;
  return `
@page{size:A4 portrait;margin:15mm 14mm 17mm;@bottom-left{content:"${words.printFooter[lang]}";font:8pt/1.3 system-ui,"Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#56626a}@bottom-right{content:${page};font:8pt/1.3 system-ui,"Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#56626a}}
@media print{
html{scroll-behavior:auto;font-size:9.4pt}
body{background:#fff;line-height:1.42;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body:lang(zh-CN){line-height:1.5}
nav,.skip,.data,.finding details dl,.more{display:none}
.page{display:block;max-width:none;padding:0}
header{padding:0;border:0}
.banner{margin:.5rem 0 0;padding:.3rem .6rem;border-radius:4px}
h1{font-size:16pt}
h2{margin-top:1.2rem}
h3{margin-top:.9rem}
h2,h3,h4,caption,summary,.lead,.line,.counts{break-after:avoid}
p,li{orphans:2;widows:2}
.card,.figure,.tiles li{border-color:#d8d2c7;border-radius:6px}
.card{padding:.5rem .7rem}
.card.severity,.card.sources{border:0;padding:0}
.finding,.claims li,.verdict li,.signals>li,.mini,.tiles li,.figure,tr,.notes{break-inside:avoid}
.tiles{grid-template-columns:repeat(4,minmax(0,1fr))}
.cards{grid-template-columns:repeat(3,minmax(0,1fr))}
.cards .facts{grid-template-columns:minmax(0,1fr);gap:0}
.cards .facts dd{margin-bottom:.2rem}
.figures{display:block}
.figure{padding:1.5mm;border:0}
.figure .narrow{display:none}
.full .wide,.third .wide{display:block;max-width:100%}
.third .wide{max-width:122mm;margin:0 auto}
.full svg{max-height:200mm}
.third svg{max-height:86mm}
figcaption{margin-top:1mm}
.woman{break-before:page;margin-top:0}
#tables{break-before:page}
.print-table{border:0;padding:0}
.print-table:nth-of-type(3){break-before:page}
.scroll{overflow:visible}
.reasons .many{columns:2;column-gap:6mm}
table{width:100%}
table{font-size:8.2pt}
thead{display:table-header-group}
caption,thead,thead tr{break-after:avoid}
tbody:first-of-type tr:first-child,tbody .group+tr{break-before:avoid}
th,td{padding:.18rem .32rem}
td.wraps{min-width:5.5em}
td.wraps:last-child{min-width:7em}
th.wraps{min-width:4em}
.notes{break-before:avoid;font-size:7.8pt}
.sources{font-size:8pt}
.claims li{padding:.22rem 0}
.finding{margin:.3rem 0;padding:.1rem 0 .1rem .6rem}
.chip{font-size:7.6pt}
.chips .chip{margin-right:.1rem}
a{color:inherit;text-decoration:none}
details.print-open::details-content{content-visibility:visible;block-size:auto;height:auto;overflow:visible;opacity:1}
.finding summary,.print-open>summary{list-style:none;cursor:auto}
.finding summary::-webkit-details-marker,.print-open>summary::-webkit-details-marker{display:none}
.print-open>summary{font-weight:600;color:var(--ink)}
footer{display:none}
}
`;
}

export const PRINT_STYLE: Readonly<Record<Lang, string>> = { zh: printStyle("zh"), en: printStyle("en") };
