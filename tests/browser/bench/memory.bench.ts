// What script and wasm hold after a whole assessment, once everything that can be thrown away is.
import { test } from "@playwright/test";
import { rememberMemories } from "../handed.ts";
import { Hand } from "./hand.ts";
import { keep, mib } from "./result.ts";
import { asked, begin, makeVault, sit } from "./sitting.ts";

test("memory after an assessment", async () => {
  const hand = await Hand.fresh();
  await hand.page.addInitScript(rememberMemories);
  await makeVault(hand);
  await begin(hand, "Person 1");
  await sit(hand);
  await hand.devtools.send("HeapProfiler.collectGarbage");
  await hand.devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await hand.devtools.send("Runtime.getHeapUsage");
  const wasm = await wasmMemory(hand);
  await hand.close();
  if (wasm === 0) {
    throw new Error("the wasm's memory was not found");
  }
  keep("memory", (usedSize + wasm) / 1024 / 1024, [
    `${asked.length} questions answered and the profile shown: JS heap ${mib(usedSize)}, wasm ${mib(wasm)}.`,
  ]);
});

/** Every memory that a wasm of the page was started with. */
async function wasmMemory(hand: Hand): Promise<number> {
  return hand.run(() => window.memories.reduce((sum, one) => sum + one.buffer.byteLength, 0));
}

declare global {
  interface Window {
    memories: WebAssembly.Memory[];
  }
}
