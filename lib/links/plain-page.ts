import { createHash } from "node:crypto";

const style = `
:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-content:center;padding:2rem;box-sizing:border-box;background:#faf7f2;color:#1f1b16;font:1rem/1.6 system-ui,sans-serif}
main{max-width:34rem}
h1{margin:0 0 .75rem;font:500 clamp(1.75rem,5vw,2.5rem)/1.15 Georgia,serif;text-wrap:balance}
p{margin:0;color:#686058}
p+p{margin-top:.75rem}
a{color:inherit}
@media (prefers-color-scheme:dark){body{background:#1a1815;color:#f3eee6}p{color:#aca399}}
`;

/** Nothing but our own style sheet may load on a plain page, and that by its hash. */
export const plainPagePolicy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A whole page that asks for nothing else. `title` and `sentence` are our own words, never somebody's input. */
export const plainPage = (title: string, sentence: string): string =>
  pageOf({
    language: "en",
    head: `<title>${title} · Herald</title>`,
    main: `<h1>${title}</h1><p>${sentence}</p>`,
  });

/** The same look around other content, which has to be escaped already. */
export const pageOf = ({
  language,
  head,
  main,
}: {
  language: string;
  head: string;
  main: string;
}): string => `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
${head}<style>${style}</style></head>
<body><main>${main}</main></body>
</html>
`;
