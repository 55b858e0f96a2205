/** The docs page's own style: it stands apart from the pages' build, in the same colours and type. */
export const style = `
:root{color-scheme:light dark;--bg:#fdfdfc;--fg:#1d1f23;--soft:#5c616b;--line:#e4e4e0;--tint:#f4f4f1;--accent:#1f5fbf;--get:#1c7a4a;--post:#1f5fbf;--put:#8a5a00;--delete:#b3261e}
@media(prefers-color-scheme:dark){:root{--bg:#15171a;--fg:#e6e7e9;--soft:#a0a6b0;--line:#2c3036;--tint:#1d2025;--accent:#7fb0ff;--get:#69c995;--post:#7fb0ff;--put:#e0b060;--delete:#ff8f86}}
*{box-sizing:border-box}html{scroll-padding-top:1rem}
body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.65 -apple-system,BlinkMacSystemFont,'Segoe UI','PingFang SC','Noto Sans SC','Noto Sans CJK SC',sans-serif;display:grid;grid-template-columns:17rem minmax(0,1fr)}
a{color:var(--accent);text-decoration:none}a:hover{text-decoration:underline}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1.25rem 1rem;border-right:1px solid var(--line);font-size:.875rem}
nav strong{display:block;margin:.75rem 0 .5rem;font-size:1.0625rem}nav a{display:block;padding:.25rem .5rem;border-radius:6px;color:inherit}
nav a:hover{background:var(--tint);text-decoration:none}nav details a{padding-left:1.25rem;color:var(--soft)}nav .home{color:var(--soft);padding-left:0}
summary{cursor:pointer}nav summary{padding:.25rem .5rem;border-radius:6px}nav summary:hover{background:var(--tint)}
main{padding:2rem clamp(1rem,4vw,3.5rem) 6rem;max-width:62rem;min-width:0}
h1{font-size:2rem;line-height:1.25;margin:0 0 .25rem}h2{font-size:1.375rem;margin:3rem 0 1rem;padding-bottom:.5rem;border-bottom:1px solid var(--line)}
h4{margin:1.25rem 0 .375rem;font-size:.8125rem;color:var(--soft);font-weight:600}
.base{color:var(--soft);margin-top:0}p,li{max-width:70ch}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'Noto Sans Mono CJK SC',monospace;font-size:.875em}
p code,li code,td code{background:var(--tint);padding:.1em .3em;border-radius:4px}a code{color:inherit}
pre{background:var(--tint);border-radius:8px;padding:.875rem 1rem;overflow:auto;max-height:26rem;line-height:1.5;margin:.5rem 0}
article{border:1px solid var(--line);border-radius:10px;margin:.5rem 0}article:target{border-color:var(--accent)}
article>details>summary{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline;padding:.625rem .875rem;list-style:none}
article>details>summary::-webkit-details-marker{display:none}article>details>summary:hover{background:var(--tint);border-radius:10px}
summary code{font-size:.875rem;overflow-wrap:anywhere}summary em{font-style:normal;color:var(--soft)}
.method{font:600 .75rem/1.6 ui-monospace,monospace;min-width:3.75rem}.get{color:var(--get)}.post{color:var(--post)}.put,.patch{color:var(--put)}.delete{color:var(--delete)}
.what{flex:1 1 14rem}.who{color:var(--soft);font-size:.8125rem}.inside{padding:0 .875rem 1rem;border-top:1px solid var(--line)}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.875rem}td,th{text-align:left;vertical-align:top;padding:.375rem .75rem .375rem 0;border-bottom:1px solid var(--line)}
td:nth-child(2){color:var(--soft);max-width:18rem}.default{color:var(--soft)}sup{color:var(--delete)}tr:target{background:var(--tint)}
.codes{list-style:none;padding:0;margin:0;font-size:.875rem}.codes li{margin:.25rem 0;max-width:none}
@media(max-width:52rem){body{display:block}nav{position:static;height:auto;border-right:0;border-bottom:1px solid var(--line)}main{padding-top:1.5rem}}
`.replaceAll('\n', '');
