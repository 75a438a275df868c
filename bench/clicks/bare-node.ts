import { createServer } from "node:http";

// The least that a short link can be in Node: it knows no link and keeps no click.
createServer((_request, response) => {
  response.writeHead(302, { Location: "https://acme.test/news", "Content-Length": 0 }).end();
}).listen(Number(process.env.PORT), "127.0.0.1");
