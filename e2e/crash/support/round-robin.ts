import { once } from "node:events";
import { Agent, createServer, request } from "node:http";

/** The least that a load balancer does: each request goes to the next of the servers. */
export async function startRoundRobin(port: number, targets: string[]) {
  const agent = new Agent({ keepAlive: true });
  let turn = 0;
  const balancer = createServer((asked, response) => {
    const target = targets[turn++ % targets.length] ?? "";
    const { method, headers } = asked;
    const onward = request(`${target}${asked.url}`, { method, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.once("error", () => response.writeHead(502).end());
    asked.pipe(onward);
  });
  await once(balancer.listen(port, "127.0.0.1"), "listening");
  const close = () => {
    agent.destroy();
    balancer.closeAllConnections();
    balancer.close();
  };
  return { origin: `http://127.0.0.1:${port}`, close };
}
