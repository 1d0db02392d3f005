//! The few things the browser does for us, each in one plain function. Called by `effect.rs` and `app.rs`.

use crate::inside::Sounding;
use crate::sounds::Recorded;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{File, HtmlElement, HtmlInputElement, Window};

#[wasm_bindgen]
extern "C" {
    /// What `boot.js` offers.
    #[wasm_bindgen(js_namespace = trellis)]
    fn file(name: &str) -> Option<String>;
    #[wasm_bindgen(js_namespace = trellis, js_name = startWorker)]
    pub(crate) fn start_worker() -> web_sys::Worker;
    #[wasm_bindgen(js_namespace = trellis, js_name = applyUpdate)]
    pub(crate) fn apply_update();
    #[wasm_bindgen(js_namespace = trellis)]
    pub(crate) fn stopped();
    /// Reads the page aloud: what is recorded by the recording, which `sounds` gives by its key, and the rest by a
    /// voice on this device.
    #[wasm_bindgen(js_namespace = trellis, js_name = readAloud)]
    pub(crate) fn read_aloud(sounds: &JsValue);
    #[wasm_bindgen(js_namespace = trellis, js_name = noteRecorded)]
    fn note_rows(rows: &js_sys::Array);
    /// Stops reading.
    #[wasm_bindgen(js_namespace = trellis, js_name = stopReading)]
    pub(crate) fn stop_reading();
    /// Covers everything at once and tells the app to forget.
    #[wasm_bindgen(js_namespace = trellis, js_name = hideNow)]
    pub(crate) fn hide_now();
    /// Comes back once the page is painted and nothing is waiting.
    #[wasm_bindgen(js_namespace = trellis)]
    pub(crate) async fn painted();
    /// Loads the first address anew, in place of the present one.
    #[wasm_bindgen(js_namespace = trellis)]
    pub(crate) fn leave();
}

/// The page's window.
pub(crate) fn window() -> Window {
    web_sys::window().expect("the app only ever runs in a page")
}

/// Now, in Unix milliseconds. The only clock there is.
#[allow(clippy::cast_possible_truncation)]
pub(crate) fn now() -> i64 {
    js_sys::Date::now() as i64
}

/// The address of a built file, by its plain name.
pub(crate) fn file_address(name: &str) -> String {
    file(name).unwrap_or_default()
}

/// Fills bytes with randomness fit for keys.
pub(crate) fn random(bytes: &mut [u8]) -> Result<(), vault::Trouble> {
    getrandom::fill(bytes).map_err(|_| vault::Trouble::NoRandomness)
}

/// 16 random bytes, or none when the browser has no randomness.
pub(crate) fn fresh_id() -> [u8; 16] {
    let mut id = [0; 16];
    getrandom::fill(&mut id).expect("a secure context always has randomness");
    id
}

/// Whether the page may use what it needs: a secure context with a database.
pub(crate) fn secure() -> bool {
    window().is_secure_context()
}

/// Begins to fetch a built file, by its plain name: the request is on its way when this returns.
pub(crate) fn begin_fetch(name: &str) -> Option<JsFuture> {
    Some(JsFuture::from(window().fetch_with_str(&file(name)?)))
}

/// The text of a file whose fetch has begun.
pub(crate) async fn text_of(answer: Option<JsFuture>) -> Option<String> {
    let answer: web_sys::Response = answer?.await.ok()?.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}

/// The text of a built file, by its plain name.
pub(crate) async fn fetch(name: &str) -> Option<String> {
    text_of(begin_fetch(name)).await
}

/// The files that were chosen in a field.
pub(crate) fn chosen_files(field: &str) -> Vec<File> {
    let found = window().document().and_then(|document| document.get_element_by_id(field));
    let input = found.and_then(|element| element.dyn_into::<HtmlInputElement>().ok());
    let files = input.and_then(|input| input.files());
    files.map_or(Vec::new(), |files| (0..files.length()).filter_map(|n| files.get(n)).collect())
}

/// How large a file is.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Sizes of files are whole and not below nought.
pub(crate) fn file_size(file: &File) -> u64 {
    file.size() as u64
}

/// The bytes of a file; none when it cannot be read now.
pub(crate) async fn file_bytes(file: &File) -> Option<Vec<u8>> {
    let bytes = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&bytes).to_vec())
}

/// What gives the page a recording by its key when it is to be played.
pub(crate) fn sounds(sound: impl Fn(String) -> Sounding + 'static) -> JsValue {
    let ask = move |key| {
        let sound = sound(key);
        future_to_promise(async move {
            Ok(sound.await.map_or(JsValue::UNDEFINED, |bytes| Uint8Array::from(&bytes[..]).into()))
        })
    };
    Closure::<dyn Fn(String) -> Promise>::new(ask).into_js_value()
}

/// Says what is recorded of the words that may stand on this page, so that reading aloud is offered where one does.
pub(crate) fn note_recorded(rows: &[Recorded]) {
    let list = js_sys::Array::new();
    for row in rows {
        let sounds = js_sys::Array::new();
        for sound in &row.sounds {
            sounds.push(&js_sys::Array::of2(&sound.key().into(), &sound.media_type.word().into()));
        }
        list.push(&js_sys::Array::of3(&row.language.as_str().into(), &row.said.as_str().into(), &sounds));
    }
    note_rows(&list);
}

/// The path of the address.
pub(crate) fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// Puts an address into the bar, as a new entry of the history or in place of the last.
pub(crate) fn show_address(address: &str, replace: bool) {
    let Ok(history) = window().history() else { return };
    let outcome = if replace {
        history.replace_state_with_url(&JsValue::NULL, "", Some(address))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(address))
    };
    // A browser that refuses leaves the old address; the page itself is right.
    let _ = outcome;
}

/// Loads the document anew: nothing of the old one stays in memory.
pub(crate) fn replace_document() {
    let _ = window().location().reload();
}

/// Puts another document in place of this one: it is behind no Back, and nothing of it stays in memory.
pub(crate) fn replace_with(address: &str) {
    let _ = window().location().replace(address);
}

/// Title and language of the document.
pub(crate) fn name_document(title: &str, language: &str) {
    let Some(document) = window().document() else { return };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", language);
    }
}

/// How the document is dressed: class names.
pub(crate) fn dress(classes: &str) {
    if let Some(root) = window().document().and_then(|document| document.document_element()) {
        root.set_class_name(classes);
    }
}

/// Moves focus to an element, and the page to its top when asked.
pub(crate) fn focus(id: &str) {
    let found = window().document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Asks the browser to print the page.
pub(crate) fn print() {
    let _ = window().print();
}

/// Scrolls to the top.
pub(crate) fn to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Hands a file over to the person at the tablet.
pub(crate) fn download(name: &str, text: &str) -> Option<()> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type("text/csv;charset=utf-8");
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &kind).ok()?;
    let address = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let document = window().document()?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&address).ok()
}

/// The language chosen on this tablet. Nothing personal is ever kept here.
pub(crate) fn remembered_language() -> Option<String> {
    window().local_storage().ok()??.get_item("language").ok()?
}

/// Remembers the language chosen on this tablet.
pub(crate) fn remember_language(code: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item("language", code);
    }
}

/// Text in normalisation form C, so that a passphrase opens on every keyboard.
pub(crate) fn normalised(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}

/// A mark on the browser's own timeline, for measurements.
pub(crate) fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.mark(name);
    }
}
