// What script and wasm hold after a whole assessment, once everything that can be thrown away is.
import { test } from "@playwright/test";
import { Hand } from "./hand.ts";
import { keep, mib } from "./result.ts";
import { asked, begin, makeVault, sit } from "./sitting.ts";

test("memory after an assessment", async () => {
  const hand = await Hand.fresh();
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

/** The browser itself is asked for every wasm memory of the page, so that none is missed. */
async function wasmMemory(hand: Hand): Promise<number> {
  const { result } = await hand.devtools.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const { objects } = await hand.devtools.send("Runtime.queryObjects", { prototypeObjectId: result.objectId ?? "" });
  const answer = await hand.devtools.send("Runtime.callFunctionOn", {
    objectId: objects.objectId,
    functionDeclaration: "function () { return this.reduce((sum, one) => sum + one.buffer.byteLength, 0); }",
    returnByValue: true,
  });
  return answer.result.value;
}
