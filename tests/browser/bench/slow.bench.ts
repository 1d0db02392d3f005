// From the address to the first page painted, with nothing in any cache, on a slow network and a slow
// processor.
import { test } from "@playwright/test";
import { Hand } from "./hand.ts";
import { keep, percentile } from "./result.ts";

const TIMES = 5;
/** Slow 4G: 1.6 Mbit/s down, 150 ms before every answer. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

test("first page on slow 4G", async () => {
  const times: number[] = [];
  const starts: number[] = [];
  for (let n = 0; n < TIMES; n += 1) {
    const hand = await Hand.fresh({ "Accept-Encoding": "gzip" });
    await hand.devtools.send("Network.enable");
    await hand.devtools.send("Network.emulateNetworkConditions", SLOW_4G);
    await hand.slow(4);
    await hand.open();
    times.push((await hand.on("first")).at);
    starts.push(await hand.run(lastFile));
    await hand.close();
  }
  const seconds = times.map((time) => (time / 1000).toFixed(2));
  keep("slow", percentile(times, 50) / 1000, [
    `Single runs: ${seconds.join(", ")} s.`,
    `The last of the app's files had come after ${(percentile(starts, 50) / 1000).toFixed(2)} s.`,
  ]);
});

/** When the last of the app's own files had come. */
function lastFile(): number {
  const files = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  return Math.max(...files.filter((file) => /\/(app|en|main)-/.test(file.name)).map((file) => file.responseEnd));
}
