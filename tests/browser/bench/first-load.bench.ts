// Every byte that comes over the wire before the first page can be used, with nothing in any cache.
import { test } from "@playwright/test";
import { Hand } from "./hand.ts";
import { kb, keep } from "./result.ts";

type Came = { address: string; bytes: number; head: number; encoding: string; at: number };

test("first load", async () => {
  const hand = await Hand.fresh({ "Accept-Encoding": "gzip" });
  const came: Came[] = [];
  const begun = new Map<string, Omit<Came, "bytes" | "at">>();
  let offset = 0;
  await hand.devtools.send("Network.enable");
  hand.devtools.on("Network.requestWillBeSent", (event) => {
    // The network's clock starts anywhere; this is how far it is from the calendar.
    offset = event.wallTime - event.timestamp;
  });
  hand.devtools.on("Network.responseReceived", ({ requestId, response }) => {
    const encoding = Object.entries(response.headers).find(([name]) => name.toLowerCase() === "content-encoding")?.[1] ?? "";
    begun.set(requestId, { address: new URL(response.url).pathname, head: response.encodedDataLength, encoding });
  });
  hand.devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength, timestamp }) => {
    const one = begun.get(requestId);
    if (one !== undefined) {
      came.push({ ...one, bytes: encodedDataLength, at: 1000 * (timestamp + offset) });
    }
  });
  await hand.open();
  const { at } = await hand.on("first");
  const usable = at + (await hand.run(() => performance.timeOrigin));
  await hand.close();

  const counted = came.filter((one) => one.at <= usable && one.bytes > 0);
  const strange = counted.filter((one) => one.encoding !== "gzip");
  if (counted.length < 5 || strange.length > 0) {
    throw new Error(`the first load did not come as gzip: ${JSON.stringify(counted)}`);
  }
  const all = counted.reduce((sum, one) => sum + one.bytes, 0);
  const heads = counted.reduce((sum, one) => sum + one.head, 0);
  const files = counted.map((one) => `${one.address.split("/").pop()?.replace(/-[0-9a-f]{12}/, "") || "the page"} ${kb(one.bytes)}`);
  keep("first_load", all / 1000, [
    `${counted.length} answers: ${kb(all - heads)} of files and ${kb(heads)} of response headers, which HTTP/1.1 does not compress (${files.join(", ")}).`,
  ]);
});
