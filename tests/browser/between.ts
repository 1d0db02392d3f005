// A server between browser and app, for journeys about what is asked for and about new versions.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export type Between = {
  url: string;
  /** The addresses asked for so far. */
  asked: string[];
  /** From now on the service worker is that of a newer version with the same files. */
  change(): void;
  /** From now on this text is the service worker. */
  replace(worker: string): void;
  close(): void;
};

export async function between(target: string): Promise<Between> {
  const asked: string[] = [];
  let version = "";
  let replacement = "";
  const server: Server = createServer(async (request, response) => {
    asked.push(request.url ?? "");
    const answer = await fetch(new URL(request.url ?? "/", target));
    let body = Buffer.from(await answer.arrayBuffer());
    if (request.url === "/sw.js" && replacement !== "") {
      body = Buffer.from(replacement);
    } else if (request.url === "/sw.js" && version !== "") {
      body = Buffer.from(body.toString().replace(/"build":"[0-9a-f]{12}"/, `"build":"${version}"`));
    }
    answer.headers.forEach((value, name) => {
      if (!["content-encoding", "content-length", "transfer-encoding", "connection", "keep-alive"].includes(name)) {
        response.setHeader(name, value);
      }
    });
    response.writeHead(answer.status).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  const change = () => {
    version = "newer0000000";
  };
  const replace = (worker: string) => {
    replacement = worker;
  };
  return { url, asked, change, replace, close };
}
