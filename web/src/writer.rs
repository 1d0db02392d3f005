//! One writer: a Web Lock held as long as the page lives. `web-sys` has it only behind an unstable flag,
//! so the one call is bound here.

use crate::browser;
use gloo::timers::future::TimeoutFuture;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;

/// How to ask for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Claim {
    /// Only when no other tab has it.
    IfFree,
    /// In any case: the other tab locks itself.
    TakeOver,
}

/// Whether this tab may write. A browser without locks has one tab for all we know.
pub(crate) async fn claim(claim: Claim) -> bool {
    // A tab that is being loaded again lets go of its lock a moment later.
    for _ in 0..5 {
        if ask(claim).await {
            return true;
        }
        TimeoutFuture::new(100).await;
    }
    false
}

async fn ask(claim: Claim) -> bool {
    let navigator = browser::window().navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).unwrap_or(JsValue::UNDEFINED);
    let Ok(request) = Reflect::get(&locks, &"request".into()).and_then(|f| f.dyn_into::<Function>()) else {
        return true;
    };
    let options = Object::new();
    let how = if claim == Claim::IfFree { "ifAvailable" } else { "steal" };
    let _ = Reflect::set(&options, &how.into(), &JsValue::TRUE);
    let granted = Promise::new(&mut |resolve, _| {
        let on_lock = Closure::once_into_js(move |lock: JsValue| {
            let _ = resolve.call1(&JsValue::NULL, &JsValue::from_bool(!lock.is_null()));
            // Held until the page goes: this promise never settles.
            if lock.is_null() { JsValue::UNDEFINED } else { Promise::new(&mut |_, _| {}).into() }
        });
        let held = request.call3(&locks, &"trellis-writer".into(), &options, &on_lock);
        // Another tab took over: forget everything here, at once.
        if let Ok(held) = held.and_then(|held| held.dyn_into::<Promise>()) {
            let lost = Closure::once_into_js(|_: JsValue| browser::replace_document());
            let _ = Reflect::get(&held, &"catch".into())
                .and_then(|f| f.dyn_into::<Function>())
                .and_then(|catch| catch.call1(&held, &lost));
        }
    });
    wasm_bindgen_futures::JsFuture::from(granted).await.is_ok_and(|granted| granted.is_truthy())
}
