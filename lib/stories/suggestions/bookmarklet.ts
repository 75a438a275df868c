/**
 * A bookmark that opens the suggest page for the page one is reading. It loads nothing into that page, so no policy of its site is in
 * its way; what it says is cut here so that the address stays one that every server takes.
 */
export function bookmarklet(address: string): string {
  const target = JSON.stringify(`${address}/suggest?`);
  const code =
    `(()=>{const d=document,c=d.querySelector('link[rel="canonical"]'),h=c&&/^https?:/.test(c.href)?c.href:location.href,` +
    `u=${target}+new URLSearchParams({url:h,title:d.title.slice(0,200),note:String(getSelection()||"").trim().slice(0,300)});` +
    `open(u,"_blank","popup,width=720,height=860")||(location.href=u)})()`;
  return `javascript:${encodeURIComponent(code)}`;
}
