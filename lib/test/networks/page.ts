/** Escapes for text and attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (character) =>
      ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[character] ?? character,
  );

export const page = (title: string, main: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>
:root{color-scheme:light dark;--line:#8886;--soft:#8881;--accent:#0a66c2}
body{margin:0;font:16px/1.5 system-ui,sans-serif}
.banner{margin:0;background:#7a3e00;color:#fff;padding:.6rem 1rem;text-align:center;font-weight:600}
main{max-width:36rem;margin:1.5rem auto;padding:0 1rem}
h1{font-size:1.35rem;line-height:1.25}
article,form{border:1px solid var(--line);border-radius:12px;padding:1rem;margin:0 0 1rem}
article header{display:flex;gap:.5rem;align-items:baseline;flex-wrap:wrap}
.soft{opacity:.75;font-size:.9rem}
.text{white-space:pre-wrap;overflow-wrap:anywhere;margin:.5rem 0}
.card{display:block;border:1px solid var(--line);border-radius:8px;overflow:hidden;color:inherit;text-decoration:none}
.card span{display:block;padding:0 .75rem}.card span:first-of-type{padding-top:.5rem}.card span:last-of-type{padding-bottom:.5rem}
img{display:block;max-width:100%;height:auto}
form>p{margin-top:0}legend{padding:0}fieldset{border:0;padding:0;margin:1rem 0}label{display:block;padding:.35rem 0}
input[type=text]{font:inherit;padding:.4rem .5rem;width:100%;box-sizing:border-box}
button{font:inherit;padding:.55rem 1.2rem;border-radius:999px;border:1px solid var(--line);background:var(--soft);color:inherit;cursor:pointer}
button.primary{background:var(--accent);border-color:var(--accent);color:#fff}
</style></head><body>${main}</body></html>`;
