// Starts the preview of a definition: no service worker, no database, nothing kept.

const built = "{{built}}";
const addresses = new Map(Object.entries(built.files));
const file = (name) => addresses.get(name);

function stopped() {
  document.getElementById("app").textContent = "The preview has stopped. Load the page again.";
}

globalThis.trellis = Object.freeze({ file, stopped });

const glue = await import(file("preview.js"));
await glue.default({ module_or_path: fetch(file("preview.wasm")) });
