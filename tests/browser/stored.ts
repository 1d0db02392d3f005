// What lies in the store, read past the app.
import type { Page } from "@playwright/test";

/** Every byte that is kept, as text. */
export async function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const open = (name: string) => new Promise<IDBDatabase>((done, never) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => done(request.result);
      request.onerror = () => never(request.error);
    });
    const db = await open("trellis");
    const all = await new Promise<unknown[]>((done) => {
      const request = db.transaction("records").objectStore("records").getAll();
      request.onsuccess = () => done(request.result);
    });
    db.close();
    return all.map((one) => (one instanceof Uint8Array ? new TextDecoder("latin1").decode(one) : String(one))).join("\n");
  });
}
