//! The preview of a definition, for whoever writes one: `cargo xtask serve --preview FILE`. A program of its own,
//! which no build of the app contains. It has no vault and keeps nothing: answers live as long as the page does.
//! The questions are drawn by the app's own functions; what is said to the author beside them is in English only.

pub mod desk;
mod page;
pub mod steps;

use crate::browser;
use crate::library::Book;
use crate::state::{Action, Sitting};
use crate::text::Text;
use crate::typed::Mistyped;
use assessment_core::instrument::Instrument;
use assessment_core::schedule::{Wave, uk_date};
use assessment_core::session::{By, Mode, PersonId, Session, SessionId, Stamp, Start};
use chrono::NaiveDate;
use desk::{Desk, Found, Whole};
use gloo::events::EventListener;
use steps::{Page, Wanted};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Draws the preview into the page.
pub fn start() {
    std::panic::set_hook(Box::new(|_| browser::stopped()));
    let root = browser::window().document().and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        root.set_text_content(None);
        yew::Renderer::<Preview>::with_root(root).render();
    }
}

/// Owns what the preview knows.
struct Preview {
    wanted: Wanted,
    shown: Option<Shown>,
    moved: bool,
    _back: EventListener,
}

/// What there is to show.
struct Shown {
    text: Text,
    desk: Laid,
}

/// What lies on the desk, ready to draw.
enum Laid {
    /// Faults in place of the page.
    Faults(Vec<String>),
    /// The server did not say what lies there.
    Gone,
    /// A book, and the answers given to it in this page.
    Open(Box<Open>),
}

/// A definition as it is tried out.
struct Open {
    whole: Whole,
    book: Book,
    sitting: Sitting,
}

/// What happens.
enum Message {
    /// The files were read.
    Read(Box<Shown>),
    /// A question was dealt with.
    Did(Action),
    /// To another page.
    Turn(usize),
    /// The browser went to another address.
    Went,
}

impl Component for Preview {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let wanted = Wanted::read(&search());
        let (link, asked) = (ctx.link().clone(), wanted.clone());
        spawn_local(async move {
            if let Some(shown) = read(&asked).await {
                link.send_message(Message::Read(Box::new(shown)));
            }
        });
        let link = ctx.link().clone();
        let back =
            EventListener::new(&browser::window(), "popstate", move |_| link.send_message(Message::Went));
        Preview { wanted, shown: None, moved: false, _back: back }
    }

    fn update(&mut self, _ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Read(shown) => self.shown = Some(*shown),
            Message::Did(action) => self.did(action),
            Message::Turn(n) => {
                self.wanted.page = Page::One(n);
                self.moved = true;
                browser::show_address(&self.wanted.address(), false);
            }
            Message::Went => {
                self.wanted.page = Wanted::read(&search()).page;
                self.moved = true;
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Some(shown) = &self.shown else { return Html::default() };
        let dispatch = ctx.link().callback(Message::Did);
        let turn = |n: usize| ctx.link().callback(move |_: MouseEvent| Message::Turn(n));
        match &shown.desk {
            Laid::Faults(faults) => page::faults(faults),
            Laid::Gone => page::gone(),
            Laid::Open(open) => page::open(&shown.text, &dispatch, &self.wanted, open, &turn),
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        let language = self.shown.as_ref().map_or("en", |shown| shown.text.language().code());
        browser::name_document("Preview – Trellis", language);
        if std::mem::take(&mut self.moved) {
            browser::to_top();
            browser::focus("heading");
        }
    }
}

impl Preview {
    fn did(&mut self, action: Action) {
        let Some(Shown { desk: Laid::Open(open), .. }) = &mut self.shown else { return };
        // Nothing is kept, so everything else a card can ask for has nothing to do here.
        if let Action::Mistyped(_, wrong) = action {
            open.sitting.mistyped = vec![Mistyped { told: true, ..wrong }];
            return;
        }
        let Action::Answer(_, item, answer) = action else { return };
        open.sitting.mistyped.clear();
        let Some(at) = open.book.instrument.find_item(&item) else { return };
        let language = open.book.language().to_owned();
        let wording = open.book.provenance();
        let stamp = Stamp { by: By::Together, language, wording, at: browser::now(), on: today() };
        // An answer the item does not take cannot come from a card made of the item itself.
        let _ = open.sitting.session.answer(&open.book.instrument, at, answer, stamp);
    }
}

/// The words and the files, fetched anew: a file that was mended is shown mended.
async fn read(wanted: &Wanted) -> Option<Shown> {
    let english = Text::parse(&browser::fetch("en.json").await?, None).ok()?;
    let text = match wanted.lang.as_deref() {
        Some(lang) if lang.starts_with("cy") => {
            Text::parse(&browser::fetch("cy.json").await?, Some(&english)).ok()?
        }
        _ => english,
    };
    let found = browser::fetch("desk.json").await.and_then(|said| Desk::read(&said)).map(|desk| desk.check());
    let desk = match found {
        None => Laid::Gone,
        Some(Found::Faults(faults)) => Laid::Faults(faults),
        Some(Found::Whole(whole)) => {
            let book = whole.book(wanted.lang.as_deref());
            let session = begin(&book.instrument, wanted);
            Laid::Open(Box::new(Open { whole: *whole, book, sitting: Sitting::new(session, 0) }))
        }
    };
    Some(Shown { text, desk })
}

fn begin(instrument: &Instrument, wanted: &Wanted) -> Session {
    let start = Start {
        id: SessionId([0; 16]),
        person: PersonId([0; 16]),
        wave: Wave::Baseline,
        mode: Mode::Joint,
        setting: wanted.setting,
        wording: String::new(),
        on: today(),
    };
    Session::begin(instrument, start)
}

fn today() -> NaiveDate {
    uk_date(browser::now().div_euclid(1000))
}

fn search() -> String {
    browser::window().location().search().unwrap_or_default()
}
