//! Owns the state of a handed-over page, draws it, hands effects to `keep`.

use super::keep::World;
use super::pages;
use super::state::{Action, Effect, Handed, Outside, Stage, reduce, start};
use super::steps::read_address;
use crate::browser;
use crate::text::Text;
use assessment_core::schedule::uk_date;
use gloo::events::{EventListener, EventListenerOptions};
use yew::prelude::*;

/// The one struct component of the handed-over page.
pub struct App {
    state: Option<Handed>,
    world: World,
    /// The page, its language, and what has to be mended, as they were last on the screen.
    shown: (String, String, String),
    /// Whether anything was said to be recorded.
    recorded: bool,
    _listeners: Vec<EventListener>,
}

/// What every page is given.
pub(super) struct View<'a> {
    pub text: &'a Text,
    pub dispatch: &'a Callback<Action>,
}

impl View<'_> {
    /// A callback that sends one action.
    pub fn send<E>(&self, action: Action) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.emit(action.clone()))
    }
}

impl Component for App {
    type Message = Action;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let world = World::default();
        let dispatch = ctx.link().callback(|action: Action| action);
        world.begin(dispatch.clone());
        let on = |target: &web_sys::EventTarget, name: &'static str, action: fn() -> Action| {
            let dispatch = dispatch.clone();
            let options = EventListenerOptions::run_in_capture_phase();
            EventListener::new_with_options(target, name, options, move |_| dispatch.emit(action()))
        };
        let window = browser::window();
        let mut listeners = vec![
            on(&window, "popstate", || Action::Went(read_address(&browser::path()))),
            on(&window, "pointerdown", || Action::Touched),
            on(&window, "keydown", || Action::Touched),
            on(&window, "pageshow", || Action::Tick),
            on(&window, "trellis-hide", || Action::Hidden),
        ];
        // A tablet that wakes up covers the page before anybody reads it.
        listeners
            .extend(window.document().map(|document| on(&document, "visibilitychange", || Action::Tick)));
        App { state: Some(start()), world, shown: Default::default(), recorded: false, _listeners: listeners }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let Some(state) = self.state.take() else { return false };
        // A touch changes what is drawn only when it finds the page covered.
        let quiet =
            action == Action::Touched && !matches!(&state.stage, Stage::Asking(a) if a.over.is_some());
        let at = browser::now();
        let outside = Outside { today: uk_date(at.div_euclid(1000)), at };
        let (state, effects) = reduce(state, outside, action);
        let covered = matches!(&state.stage, Stage::Asking(a) if a.over.is_some());
        self.state = Some(state);
        for effect in effects {
            let ends = matches!(effect, Effect::End(_));
            self.world.perform(effect, ctx.link().callback(|action: Action| action));
            if ends {
                break;
            }
        }
        !quiet || covered
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Some(state) = &self.state else { return Html::default() };
        // Until the words are read the page's own "opening" stays where it is.
        let Some(text) = &state.text else { return Html::default() };
        let dispatch = ctx.link().callback(|action: Action| action);
        pages::page(&View { text, dispatch: &dispatch }, &state.stage)
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        let Some(state) = &self.state else { return };
        let Some(text) = &state.text else { return };
        let shown =
            (pages::key(&state.stage), text.language().code().to_owned(), pages::trouble(&state.stage));
        if shown == self.shown {
            return;
        }
        if shown.0 != self.shown.0 {
            browser::stop_reading();
        }
        // What ended says nothing more.
        let recorded = self.world.recorded();
        if !recorded.is_empty() || self.recorded {
            browser::note_recorded(&recorded);
            self.recorded = !recorded.is_empty();
        }
        // The same title on every page: a list of titles tells nothing.
        let title = text.handed_title();
        let title = match shown.2.as_str() {
            "" => text.page_title(title.as_str()),
            _ => text.page_title_error(title.as_str()),
        };
        browser::name_document(title.as_str(), &shown.1);
        if shown.2 != self.shown.2 && !shown.2.is_empty() {
            browser::focus("error-summary");
        } else if self.shown != Default::default() && shown.0 != self.shown.0 {
            browser::to_top();
            browser::focus("heading");
        }
        if shown.0 != self.shown.0 {
            browser::mark("page");
        }
        self.shown = shown;
    }
}
