// A tablet in somebody else's hands: walks through its questions, and looks for what must not be there, in
// memory, in storage and on the page.
import { expect, type CDPSession, type Page } from "@playwright/test";
import { main, on, tap } from "./walk.ts";

/** From a person's page to the first page the person sees. */
export async function handOver(page: Page, parts: string[]): Promise<void> {
  await page.getByRole("link", { name: "Hand over the tablet" }).click();
  await on(page, "hand-over");
  if ((await page.locator("#setting-community").count()) > 0) {
    await tap(page, "setting-community");
  }
  for (const part of parts) {
    await page.locator("#item-parts .choice", { hasText: part }).locator("input").check();
  }
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await on(page, "right-person");
  await tap(page, "checked-name");
  await page.getByRole("button", { name: "Yes, hand it over now" }).click();
  await on(page, "handed-start");
}

/** Waits for the page of one question. */
export async function asked(page: Page, item: string): Promise<void> {
  await on(page, "handed-question");
  await expect(main(page)).toHaveAttribute("data-item", item);
}

/** From any page of the questions to an open vault. One that nobody touched for a while is covered: it is gone on with. */
export async function handBack(page: Page, passphrase: string): Promise<void> {
  await expect(main(page)).toHaveAttribute("data-page", /^handed-(?!starting)/);
  if ((await main(page).getAttribute("data-page")) === "handed-cover") {
    await page.getByRole("button", { name: /^Go on/ }).click();
  }
  await page.getByRole("button", { name: "Stop here" }).click();
  await page.getByRole("button", { name: "Stop and give it back" }).click();
  await on(page, "handed-ended");
  await toDoor(page);
  await unlockBack(page, passphrase);
}

export async function toDoor(page: Page): Promise<void> {
  await page.getByRole("button", { name: "I am the link worker" }).click();
  await on(page, "hand-back");
}

export async function unlockBack(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.getByRole("button", { name: "Unlock", exact: true }).click();
}

/** The words that are found in the memory of a page: V8's heap, after the garbage was collected, and every
 * buffer in it, the memory of WebAssembly among them. */
export async function inMemory(page: Page, words: string[]): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  try {
    return [...new Set([...(await inHeap(cdp, words)), ...(await inBuffers(cdp, words))])];
  } finally {
    await cdp.detach();
  }
}

async function inHeap(cdp: CDPSession, words: string[]): Promise<string[]> {
  const found = new Set<string>();
  let rest = "";
  cdp.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => {
    // A word may lie over the edge of two chunks.
    const there = rest + chunk;
    words.filter((word) => there.includes(word)).forEach((word) => found.add(word));
    rest = there.slice(-200);
  });
  await cdp.send("HeapProfiler.enable");
  await cdp.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false, captureNumericValue: false });
  await cdp.send("HeapProfiler.disable");
  return [...found];
}

/** What is left in a tab whose document was replaced: the words that are still in V8's heap, after the garbage was
 * collected. */
export async function leftBehind(page: Page, words: string[]): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  try {
    return await inHeap(cdp, words);
  } finally {
    await cdp.detach();
  }
}

/** Runs in a page before its scripts: remembers every memory a wasm has, as it is started. */
export function rememberMemories(): void {
  const kept: WebAssembly.Memory[] = [];
  Object.defineProperty(window, "memories", { value: kept });
  const keep = (made: WebAssembly.WebAssemblyInstantiatedSource) => {
    kept.push(...Object.values(made.instance.exports).filter((one) => one instanceof WebAssembly.Memory));
    return made;
  };
  const streaming = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (source, imports) => keep(await streaming(source, imports));
}

/** What is looked through: where the answers are asked, whatever buffers the browser finds in the page. The browser
 * itself falls over when it is asked so of a page whose wasm exports its function table, as the app's first half
 * does for the second; there it is every memory that a wasm was started with. */
const LOOK = `function (words) {
  const found = [];
  let looked = 0;
  for (const one of this) {
    let bytes;
    try { bytes = new Uint8Array(one.buffer ?? one); } catch { continue; }
    looked += bytes.length;
    for (let at = 0; at < bytes.length; at += 1 << 20) {
      const part = bytes.subarray(at, at + (1 << 20) + 200);
      for (const how of ["latin1", "utf-16le"]) {
        const text = new TextDecoder(how).decode(part);
        found.push(...words.filter((word) => text.includes(word)));
      }
    }
  }
  return JSON.stringify({ found: [...new Set(found)], looked });
}`;

async function inBuffers(cdp: CDPSession, words: string[]): Promise<string[]> {
  const found = new Set<string>();
  let looked = 0;
  const evaluate = async (expression: string) => (await cdp.send("Runtime.evaluate", { expression })).result;
  const asks = (await evaluate("/^handed-/.test(document.querySelector('main')?.dataset.page ?? '')")).value === true;
  const groups = [(await evaluate("window.memories")).objectId];
  for (const kind of asks ? ["WebAssembly.Memory", "ArrayBuffer"] : []) {
    const prototypeObjectId = (await evaluate(`${kind}.prototype`)).objectId ?? "";
    groups.push((await cdp.send("Runtime.queryObjects", { prototypeObjectId })).objects.objectId);
  }
  for (const objectId of groups) {
    const how = { objectId, functionDeclaration: LOOK, arguments: [{ value: words }], returnByValue: true };
    const { result } = await cdp.send("Runtime.callFunctionOn", how);
    const seen = JSON.parse(result.value as string) as { found: string[]; looked: number };
    seen.found.forEach((word) => found.add(word));
    looked += seen.looked;
  }
  // Looking at nothing would find nothing.
  expect(looked, "bytes of WebAssembly memory looked through").toBeGreaterThan(1_000_000);
  return [...found];
}

/** The words that are found in anything the browser keeps for this page, or on the page itself. */
export async function inStorageAndPage(page: Page, words: string[]): Promise<string[]> {
  return page.evaluate(async (words) => {
    const found = new Set<string>();
    const look = (text: string) => words.filter((word) => text.includes(word)).forEach((word) => found.add(word));
    const lookAt = (what: unknown) => {
      if (ArrayBuffer.isView(what) || what instanceof ArrayBuffer) {
        const bytes = what instanceof ArrayBuffer ? what : what.buffer;
        for (const how of ["latin1", "utf-16le"]) {
          look(new TextDecoder(how).decode(bytes));
        }
      } else {
        look(typeof what === "string" ? what : JSON.stringify(what) ?? "");
      }
    };
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name ?? ""));
      for (const store of db.objectStoreNames) {
        const opened = db.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([done(opened.getAllKeys()), done(opened.getAll())]);
        keys.forEach(lookAt);
        values.forEach(lookAt);
      }
      db.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        look(request.url);
        lookAt(await (await cache.match(request))?.arrayBuffer());
      }
    }
    for (const kept of [{ ...localStorage }, { ...sessionStorage }, document.cookie, document.title, location.href, history.state, window.name]) {
      lookAt(kept);
    }
    look(document.documentElement.outerHTML);
    document.querySelectorAll("input, textarea").forEach((one) => look((one as HTMLInputElement).value));
    return [...found];
  }, words);
}

/** What the database holds: the keys, without the ids in them. */
export async function keys(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const request = indexedDB.open("trellis");
    await new Promise((opened) => (request.onsuccess = opened));
    const asked = request.result.transaction("records").objectStore("records").getAllKeys();
    await new Promise((answered) => (asked.onsuccess = answered));
    request.result.close();
    return asked.result.map((key) => String(key).replace(/[0-9a-f]{32}$/, "*"));
  });
}

/** Runs a few lines on the object store of the records, in one transaction. */
export async function meddle(page: Page, how: string): Promise<void> {
  await page.evaluate(async (how) => {
    const request = indexedDB.open("trellis");
    await new Promise((opened) => (request.onsuccess = opened));
    const transaction = request.result.transaction("records", "readwrite");
    const store = transaction.objectStore("records");
    const all = new Map<string, unknown>();
    const asked = [store.getAllKeys(), store.getAll()];
    await new Promise((answered) => (asked[1].onsuccess = answered));
    (asked[0].result as string[]).forEach((key, n) => all.set(key, asked[1].result[n]));
    const steps: Record<string, (store: IDBObjectStore) => void> = {
      "delete the browser's key": (s) => s.delete("over.key"),
      "delete the opening": (s) => s.delete("over.open"),
      "delete the draft": (s) => s.delete("over.draft"),
      "delete the marker": (s) => s.delete("over"),
      "delete the header": (s) => s.delete("header"),
      "delete all of the hand-over": (s) => ["over", "over.key", "over.open", "over.draft"].forEach((key) => s.delete(key)),
      "change the marker": (s) => s.put("anything", "over"),
      "empty the marker": (s) => s.put(new Uint8Array(0), "over"),
      "put text for the key": (s) => s.put("a text", "over.key"),
      "flip a bit of the opening": (s) => s.put(flipped(all.get("over.open")), "over.open"),
      "flip a bit of the draft": (s) => s.put(flipped(all.get("over.draft")), "over.draft"),
      "put the draft for the opening": (s) => s.put(all.get("over.draft"), "over.open"),
      "put a person for the draft": (s) => s.put(all.get([...all.keys()].find((key) => /^p[0-9a-f]{32}$/.test(key)) ?? ""), "over.draft"),
      "put four megabytes for the draft": (s) => s.put(new Uint8Array(5_000_000), "over.draft"),
      "put another hand-over's key": (s) => s.put(all.get("over.key"), "over.key.old"),
      "forget the wrong tries": (s) => s.delete("tries"),
    };
    function flipped(bytes: unknown): Uint8Array {
      const changed = new Uint8Array(bytes as Uint8Array);
      changed[changed.length - 40] ^= 1;
      return changed;
    }
    steps[how](store);
    await new Promise((complete) => (transaction.oncomplete = complete));
    request.result.close();
  }, how);
}

/** Copies all records aside, the browser's key included, or puts them back. */
export async function copyRecords(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(async ([from, to]) => {
    const open = async (name: string) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore("records");
      await new Promise((opened) => (request.onsuccess = opened));
      return request.result;
    };
    const source = await open(from);
    const asked = source.transaction("records").objectStore("records");
    const [keys, values] = [asked.getAllKeys(), asked.getAll()];
    await new Promise((answered) => (values.onsuccess = answered));
    source.close();
    const target = await open(to);
    const writing = target.transaction("records", "readwrite");
    writing.objectStore("records").clear();
    keys.result.forEach((key, n) => writing.objectStore("records").put(values.result[n], key));
    await new Promise((complete) => (writing.oncomplete = complete));
    target.close();
  }, [from, to]);
}
