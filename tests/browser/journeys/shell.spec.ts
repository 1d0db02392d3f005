// The shell around the app: headers, policy, offline use and new versions.
import { readFileSync } from "node:fs";
import { between, type Between } from "../between.ts";
import { expect, installed, test } from "../fixtures.ts";

const HEADERS = [
  "content-security-policy",
  "cross-origin-opener-policy",
  "cross-origin-embedder-policy",
  "cross-origin-resource-policy",
  "x-content-type-options",
  "referrer-policy",
  "permissions-policy",
];

const heading = "main h1";

test("the first page has a heading, and the app replaced the sentence that it is opening", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator(heading)).toBeVisible();
  await expect(page.getByText("Opening Trellis")).toHaveCount(0);
  await expect(page.locator("#stopped")).toBeHidden();
  await expect(page.locator("#too-old")).toBeHidden();
});

test("every kind of file comes with every header, compressed, and kept or asked for again as it should be", async ({ page, request }) => {
  const answers = new Map<string, Record<string, string>>();
  page.on("response", async (response) => {
    answers.set(new URL(response.url()).pathname, await response.allHeaders());
  });
  await page.goto("/");
  await expect(page.locator(heading)).toBeVisible();
  const worker = await page.evaluate(() => trellis.file("worker.js"));
  const addresses = [...answers.keys(), "/sw.js", ...(worker === undefined ? [] : [worker])];
  for (const ending of [/^\/$/, /boot-.*\.js$/, /app-.*\.js$/, /app-.*\.wasm$/, /main-.*\.css$/, /^\/sw\.js$/]) {
    expect(addresses.some((address) => ending.test(address)), String(ending)).toBe(true);
  }
  for (const address of addresses) {
    const headers = (await request.get(address, { headers: { "Accept-Encoding": "br" } })).headers();
    for (const name of HEADERS) {
      expect(headers[name], `${name} of ${address}`).toBeTruthy();
    }
    const hashed = /-[0-9a-f]{12}\.[a-z]+$/.test(address);
    expect(headers["cache-control"], address).toBe(hashed ? "public, max-age=31536000, immutable" : "no-cache");
    expect(headers["content-type"], address).toBe(kind(address));
    if (/\.(js|wasm|css)$/.test(address) && !address.includes("too-old")) {
      expect(headers["content-encoding"], address).toBe("br");
    }
  }
  const policy = (await request.get("/")).headers()["content-security-policy"];
  for (const rule of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "require-trusted-types-for 'script'", "trusted-types app"]) {
    expect(policy.split("; ")).toContain(rule);
  }
});

function kind(address: string): string {
  const kinds: Record<string, string> = {
    js: "text/javascript; charset=utf-8",
    wasm: "application/wasm",
    css: "text/css; charset=utf-8",
    json: "application/json",
    svg: "image/svg+xml",
    png: "image/png",
    webmanifest: "application/manifest+json",
  };
  return kinds[address.split(".").pop() ?? ""] ?? "text/html; charset=utf-8";
}

test("a page of the app has no address of its own on the server, a missing file is missing, nothing outside is reachable", async ({ request }) => {
  expect(await (await request.get("/people/1")).text()).toContain('<div id="app">');
  expect((await request.get("/assets/nothing.js")).status()).toBe(404);
  expect((await request.get("/..%2fCargo.toml")).status()).toBe(404);
  expect((await request.post("/")).status()).toBe(405);
});

test("scripts and styles carry their integrity, and the page holds no inline script or style", async ({ page }) => {
  const html = await (await page.request.get("/")).text();
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? [];
  const guarded = tags.filter((tag) => /<script|rel="stylesheet"|rel="modulepreload"/.test(tag));
  expect(guarded.length).toBeGreaterThanOrEqual(4);
  for (const tag of guarded) {
    expect(tag).toMatch(/integrity="sha384-[A-Za-z0-9+/]{64}"/);
  }
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
});

test("text is not turned into script, and no script starts from another address", async ({ page, watch }) => {
  watch.expects(/policy violation: (script-src|require-trusted-types-for)/);
  watch.expects(/policy violation: trusted-types/);
  watch.expects(/console error: .*(Content Security [Pp]olicy|requires 'Trusted)/);
  await page.goto("/");
  await expect(page.locator(heading)).toBeVisible();
  // Playwright may itself evaluate where a page may not, so each attempt is made from a timer.
  const attempts = await page.evaluate(() => {
    const later = (attempt: () => unknown) =>
      new Promise<string>((tell) => {
        setTimeout(async () => {
          try {
            await attempt();
            tell("went through");
          } catch (fault) {
            tell((fault as Error).name);
          }
        });
      });
    const setScriptAddress = (address: string) => {
      const script = document.createElement("script");
      (script as { src: unknown }).src = address;
      document.head.append(script);
    };
    return Promise.all([
      later(() => (0, eval)("1 + 1")),
      later(() => new Function("return 1")()),
      later(() => setScriptAddress("https://elsewhere.example/x.js")),
      later(() => new Worker("/assets/other.js")),
      later(() => navigator.serviceWorker.register("/other.js")),
      later(() => (document.body.innerHTML = "<p>replaced</p>")),
      later(() => (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }).trustedTypes.createPolicy("other", {})),
    ]);
  });
  expect(attempts).toEqual(["EvalError", "EvalError", "TypeError", "TypeError", "TypeError", "TypeError", "TypeError"]);
  await expect(page.locator(heading)).toBeVisible();
});

test("the built worker starts through the page's own door", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator(heading)).toBeVisible();
  const address = await page.evaluate(() => trellis.file("worker.js"));
  expect(address).toMatch(/^\/assets\/worker-[0-9a-f]{12}\.js$/);
  const started = page.waitForEvent("worker");
  await page.evaluate(() => {
    trellis.startWorker();
  });
  expect((await started).url()).toContain(address);
});

test("once installed, it opens without a network, at any of its addresses", async ({ page, context }) => {
  await page.goto("/");
  await expect(page.locator(heading)).toBeVisible();
  await installed(page);
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator(heading)).toBeVisible();
  await page.goto("/people/1");
  await expect(page.locator("#app")).not.toContainText("Opening Trellis");
  // The page from the store still carries the policy it was served with.
  const policy = await page.evaluate(async () => (await fetch("/")).headers.get("content-security-policy"));
  expect(policy).toContain("trusted-types app");
  await context.setOffline(false);
});

test("the store holds the whole build and nothing else", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator(heading)).toBeVisible();
  await installed(page);
  const stored = await page.evaluate(async () => {
    const names = await caches.keys();
    const cache = await caches.open(names[0]);
    return { names, addresses: (await cache.keys()).map((request) => new URL(request.url).pathname), build: trellis.build };
  });
  expect(stored.names).toEqual([`trellis-${stored.build}`]);
  expect(stored.addresses).toContain("/");
  for (const address of stored.addresses) {
    expect(address).toMatch(/^\/$|^\/notices\.txt$|^\/assets\/[\w.-]+-[0-9a-f]{12}\.[a-z]+$/);
  }
});

// The page comes from this server, so its address is what the watch takes for home.
const through = test.extend<{ server: Between }>({
  server: async ({}, use) => {
    const server = await between(process.env.TRELLIS_URL ?? "");
    await use(server);
    server.close();
  },
  baseURL: async ({ server }, use) => use(server.url),
});

through("once installed, opening it asks the server for the service worker and nothing else", async ({ page, server }) => {
  await page.goto("/");
  await expect(page.locator(heading)).toBeVisible();
  await installed(page);
  server.asked.length = 0;
  await page.reload();
  await expect(page.locator(heading)).toBeVisible();
  await expect.poll(() => server.asked).toContain("/sw.js");
  expect(new Set(server.asked)).toEqual(new Set(["/sw.js"]));
});

through("a new version waits until it is agreed to, then takes over with one reload", async ({ page, server }) => {
  await page.goto("/");
  await expect(page.locator(heading)).toBeVisible();
  await installed(page);
  const build = await page.evaluate(() => trellis.build);
  await page.evaluate(() => {
    window.addEventListener("trellis-update", () => document.body.setAttribute("data-update", "ready"));
  });
  server.change();
  // Coming back to the tab is when the app asks.
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(page.locator("body[data-update=ready]")).toBeAttached();
  expect(await page.evaluate(() => caches.keys())).toEqual(expect.arrayContaining([`trellis-${build}`, "trellis-newer0000000"]));
  const loaded = page.waitForEvent("load");
  await page.evaluate(() => trellis.applyUpdate());
  await loaded;
  await expect(page.locator(heading)).toBeVisible();
  await expect(page.locator("body[data-update=ready]")).not.toBeAttached();
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(["trellis-newer0000000"]);
});

through("the kill switch takes a broken service worker off the device, and the app goes on", async ({ page, server }) => {
  await page.goto("/");
  await expect(page.locator(heading)).toBeVisible();
  await installed(page);
  server.replace(readFileSync(new URL("../../../web/xtask/hosting/sw-off.js", import.meta.url), "utf8"));
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  const left = () =>
    page.evaluate(async () => [...(await caches.keys()), ...(await navigator.serviceWorker.getRegistrations()).map((one) => one.scope)]);
  await expect.poll(left).toEqual([]);
  server.asked.length = 0;
  await page.reload();
  await expect(page.locator(heading)).toBeVisible();
  expect(server.asked).toContain("/");
});

test("when the app cannot be fetched, the page says that it has stopped and that saved answers are safe", async ({ page, watch }) => {
  watch.expects(/console error/);
  await page.route(/app-.*\.wasm$/, (route) => route.abort());
  await page.goto("/");
  const panel = page.locator("#stopped");
  await expect(panel).toBeVisible();
  await expect(panel).toHaveAttribute("role", "alert");
  await expect(panel).toContainText("Saved");
  await expect(panel.locator("[lang=cy]")).toContainText("Mae'n ddrwg gennyn ni");
  for (const again of ["Open Trellis again", "Agor Trellis eto"]) {
    await expect(panel.getByRole("link", { name: again })).toHaveAttribute("href", "/");
  }
  await expect(page.getByText("Opening Trellis")).toBeHidden();
});

test("when the rest of the app cannot be fetched, the page says so, and tries again", async ({ page, watch }) => {
  watch.expects(/console error/);
  await page.route(/inside-.*\.wasm$/, (route) => route.abort());
  await page.goto("/security");
  await expect(page.locator(heading)).toHaveText("The rest of Trellis did not come");
  await expect(page.locator("main")).toContainText("What you have kept is safe");
  await page.unroute(/inside-.*\.wasm$/);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator(heading)).toHaveText("How answers are kept safe");
  await expect(page.locator(heading)).toBeFocused();
});

test("when the app traps, the page says that it has stopped", async ({ page, watch }) => {
  watch.expects(/uncaught: .*unreachable/);
  await page.goto("/");
  await expect(page.locator(heading)).toBeVisible();
  await page.evaluate(() => {
    // The smallest wasm with one function, which traps: (func (export "f") unreachable).
    const trap = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const wasm = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(trap)));
    setTimeout(wasm.exports.f as () => void);
  });
  await expect(page.locator("#stopped")).toBeVisible();
  await expect(page.locator("#app")).toHaveAttribute("inert");
});

test("in a browser without WebAssembly the page says that the browser is too old", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await page.goto("/");
  await expect(page.locator("#too-old")).toBeVisible();
});

declare global {
  const trellis: {
    build: string;
    file(name: string): string | undefined;
    startWorker(): Worker;
    updateReady(callback: () => void): () => void;
    applyUpdate(): void;
    stopped(): void;
  };
}
