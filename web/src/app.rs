//! Owns the state, draws the page of the route, hands effects to `effect`.

use crate::browser;
use crate::components::frame;
use crate::effect::World;
use crate::inside::{Fetch, Inside};
use crate::library::Book;
use crate::needs::Pictures;
use crate::pages;
use crate::route::Route;
use crate::screens::Lay;
use crate::sounds::Recorded;
use crate::state::{Action, AppState, Arrival, Instead, Outside, Reduce, Stage, at_the_door, start};
use crate::text::{Phrase, Text};
use assessment_core::schedule::uk_date;
use gloo::events::EventListener;
use yew::prelude::*;

/// The one struct component; everything else is a function of its state.
pub struct App {
    state: Option<AppState>,
    world: World,
    shown: Shown,
    _listeners: Vec<EventListener>,
}

/// What was on the screen last, to know when focus must move.
#[derive(Default, PartialEq)]
struct Shown {
    page: String,
    trouble: String,
    language: String,
    dress: String,
    recorded: Vec<Recorded>,
}

/// What the app is started with.
#[derive(Clone, Properties)]
pub struct Start {
    /// How the second wasm is fetched.
    pub inside: Fetch,
}

impl PartialEq for Start {
    /// It is started once, with the same one.
    fn eq(&self, _: &Start) -> bool {
        true
    }
}

/// What every page is given.
pub struct View<'a> {
    /// The words.
    pub text: &'a Text,
    /// The day.
    pub today: chrono::NaiveDate,
    /// Where actions go.
    pub dispatch: &'a Callback<Action>,
    /// The second wasm, once it is there.
    pub inside: Option<&'static Inside>,
    /// Whether pictures stand beside questions.
    pub pictures: Pictures,
}

impl View<'_> {
    /// A callback that sends one action.
    pub fn send<E>(&self, action: Action) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.emit(action.clone()))
    }

    /// The language of a book's words, when it is not the page's.
    #[must_use]
    pub fn lang(&self, book: &Book) -> Option<String> {
        let spoken = book.spoken(self.text.language());
        (spoken != self.text.language().code()).then(|| spoken.to_owned())
    }

    /// What an instrument is called; marked when that is English on a page that is not.
    #[must_use]
    pub fn title(&self, book: &Book) -> Phrase {
        Phrase { text: book.title().to_owned(), fallback: self.lang(book).as_deref() == Some("en") }
    }

    /// A day as people write it.
    #[must_use]
    pub fn date(&self, day: chrono::NaiveDate) -> String {
        use chrono::Datelike;
        self.text.long_date(day.year(), day.month(), day.day())
    }
}

impl Component for App {
    type Message = Action;
    type Properties = Start;

    fn create(ctx: &Context<Self>) -> Self {
        let world = World::new(ctx.props().inside);
        let dispatch = ctx.link().callback(|action: Action| action);
        world.begin(dispatch.clone());
        let window = browser::window();
        let on = |name: &'static str, action: fn() -> Action| {
            let dispatch = dispatch.clone();
            EventListener::new(&window, name, move |_| dispatch.emit(action()))
        };
        let listeners = vec![
            on("popstate", || Action::Went(Route::read(&browser::path()))),
            on("trellis-update", || Action::UpdateWaiting),
            on("trellis-replaced", || Action::UpdateTaken),
            on("trellis-hide", || Action::Hidden),
        ];
        let state = Some(start(Route::read(&browser::path()), outside().today));
        App { state, world, shown: Shown::default(), _listeners: listeners }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let Some(state) = self.state.take() else { return false };
        // A tablet opens only once the second wasm is there.
        let next = self.world.inside().map_or(at_the_door as Reduce, |inside| inside.reduce);
        let (state, effects) = next(state, &outside(), action);
        self.state = Some(state);
        for effect in effects {
            self.world.perform(effect, ctx.link().callback(|action: Action| action));
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Some(state) = &self.state else { return Html::default() };
        // Until the words are read the page's own "opening" stays where it is.
        let Some(text) = &state.text else { return Html::default() };
        let dispatch = ctx.link().callback(|action: Action| action);
        let view = View {
            text,
            today: state.today,
            dispatch: &dispatch,
            inside: self.world.inside().filter(|_| state.inside == Arrival::There),
            pictures: Pictures::of(&dress(state)),
        };
        frame::frame(&view, state, pages::page(&view, state))
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        let Some(state) = &self.state else { return };
        let Some(text) = &state.text else { return };
        let shown = Shown {
            page: page_key(state),
            trouble: trouble_key(state),
            language: text.language().code().to_owned(),
            dress: dress(state),
            recorded: self.world.inside().map_or(Vec::new(), |inside| (inside.recorded)(state)),
        };
        if shown == self.shown {
            return;
        }
        if shown.page != self.shown.page {
            browser::stop_reading();
        }
        // Another page may say other words that are recorded.
        if !shown.recorded.is_empty() || !self.shown.recorded.is_empty() {
            browser::note_recorded(&shown.recorded);
        }
        let page = pages::title(text, state);
        let title: Phrase = match shown.trouble.as_str() {
            "" => text.page_title(page.as_str()),
            _ => text.page_title_error(page.as_str()),
        };
        browser::name_document(title.as_str(), &shown.language);
        if shown.dress != self.shown.dress {
            browser::dress(&shown.dress);
        }
        let first = self.shown == Shown::default();
        if shown.trouble != self.shown.trouble && !shown.trouble.is_empty() {
            browser::focus("error-summary");
        } else if !first && shown.page != self.shown.page {
            browser::to_top();
            browser::focus("heading");
            if let Some(field) = state.route.field() {
                browser::focus(&field);
            }
        }
        if shown.page != self.shown.page {
            browser::mark("page");
        }
        self.shown = shown;
    }
}

/// A page about somebody is dressed as helps them.
fn dress(state: &AppState) -> String {
    match &state.stage {
        Stage::Open(open) => open.about(&state.route).map(|person| person.needs.dress()).unwrap_or_default(),
        _ => String::new(),
    }
}

/// Two states with the same key are the same page to whoever listens to it.
fn page_key(state: &AppState) -> String {
    let stage = match &state.stage {
        _ if state.on_its_way() => "reading",
        Stage::Starting => "starting",
        Stage::Refused(_) => "refused",
        Stage::Shut(_) => "shut",
        Stage::Open(open) if !open.ready(&state.route) => "reading",
        // Laid out otherwise it has another heading.
        Stage::Open(open) => match state.route.session().and_then(|id| open.sittings.get(&id)) {
            _ if open.instead(&state.route, state.today) == Some(Instead::WhoIsHere) => "who is here",
            _ if open.instead(&state.route, state.today) == Some(Instead::KeptBack) => "kept back",
            Some(sitting) if open.lay(&sitting.session) == Lay::OneByOne => "one by one",
            _ => "open",
        },
    };
    format!("{stage} {}", state.route.address())
}

fn trouble_key(state: &AppState) -> String {
    match &state.stage {
        Stage::Shut(shut) if shut.trouble.is_some() => state.mistakes.to_string(),
        Stage::Open(open) if open.form.is_some() => state.mistakes.to_string(),
        _ => String::new(),
    }
}

fn outside() -> Outside {
    let at = browser::now();
    Outside { today: uk_date(at.div_euclid(1000)), at, fresh: browser::fresh_id() }
}
