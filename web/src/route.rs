//! Route to address and back. An address holds ids only, random ones and those of items: no name, answer or score.

mod field;
mod printed;

use crate::known::FactId;
use crate::library::{Edition, STRENGTHS_PROFILE};
use assessment_core::session::{PersonId, SessionId};
pub use field::code_field;
pub use printed::{Print, Printed};

/// A page of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The way in: first start, unlock, or the list once open.
    Home,
    /// Choosing a passphrase for a new vault.
    NewVault,
    /// Adding a person.
    AddPerson,
    /// One person.
    Person(PersonId),
    /// Which parts to hand the tablet over for.
    HandOver(PersonId),
    /// Is this the right person, before the tablet is handed over.
    RightPerson(PersonId),
    /// The way in while the tablet is handed over.
    HandBack,
    /// The tablet is back: what to look at, and what next.
    HandedBack(SessionId),
    /// What helps a person.
    Needs(PersonId),
    /// What is already known about a person.
    Known(PersonId),
    /// Writing down a fact: a new one, or one anew.
    Fact(PersonId, Option<FactId>),
    /// What is already known, gone through with the person.
    KnownTogether(PersonId),
    /// The same at the beginning of a sitting.
    KnownFirst(SessionId),
    /// Choosing another assessment for a person.
    Another(PersonId),
    /// Before an assessment begins: whose, and the id of which instrument.
    Begin(PersonId, String),
    /// Before a completed paper form is typed in: whose, and the id of which instrument.
    BeginPaper(PersonId, String),
    /// Typing in a completed paper form; at the field of an item, where one is named.
    Paper(SessionId, Option<String>),
    /// The questions on one screen, named by one of its items.
    Question {
        /// Which sitting.
        session: SessionId,
        /// An item on the screen.
        item: String,
        /// Where Continue leads.
        then: Then,
    },
    /// What comes next is sensitive: said beforehand, with a way round it. Named by the section's first item.
    HeadsUp {
        /// Which sitting.
        session: SessionId,
        /// The first item of the section.
        item: String,
        /// Where its last screen leads.
        then: Then,
        /// Whether it was chosen to go on with whoever is there.
        room: Room,
    },
    /// A break: nothing of the sitting is on the screen.
    Break(SessionId),
    /// Something could not wait: sort it first.
    SortFirst(SessionId),
    /// All answers of a sitting.
    Check(SessionId),
    /// About you.
    AboutYou(SessionId),
    /// What one finished assessment shows.
    Profile(SessionId),
    /// The same from the link worker's view, where the two see something differently.
    WorkerView(SessionId),
    /// After a sitting: how it was, for both.
    After(SessionId),
    /// After a sitting, for the link worker only.
    Concern(SessionId),
    /// What changed since the start.
    Change(SessionId),
    /// Taking scores out.
    TakeOut,
    /// Who to call. Readable while locked.
    Contacts,
    /// Setting who to call, and what a worker must pass on.
    Service,
    /// The questions of an instrument on paper, as asked where the person lives.
    Form(String, Printed),
    /// About an instrument in one version.
    Instrument(Edition),
    /// Words a service brings.
    Words,
    /// Figures a service brings on how sure a change is.
    Reliability,
    /// How answers are kept safe.
    Security,
    /// Who can use it, and what is not right yet.
    Statement,
    /// No such page.
    Lost,
}

/// Where Continue leads from a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Then {
    /// The next screen.
    #[default]
    Next,
    /// Straight back to the answers.
    Check,
}

/// Whether a sensitive section may be asked before whoever is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Room {
    /// Nobody chose yet: before others it is held.
    #[default]
    Ask,
    /// It was chosen to go on with everybody there.
    AsItIs,
}

impl Route {
    /// Where Continue leads from a page of a sitting.
    #[must_use]
    pub fn then(&self) -> Then {
        match self {
            Route::Question { then, .. } | Route::HeadsUp { then, .. } => *then,
            _ => Then::Next,
        }
    }

    /// Whether the page is about nobody and can be read while the tablet is locked.
    #[must_use]
    pub fn about_the_app(&self) -> bool {
        matches!(self, Route::Security | Route::Statement | Route::Contacts)
    }

    /// Before the long assessment begins.
    #[must_use]
    pub fn begin(person: PersonId) -> Route {
        Route::Begin(person, STRENGTHS_PROFILE.to_owned())
    }

    /// Whom a page is about that is about no sitting.
    #[must_use]
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Route::Person(id)
            | Route::Needs(id)
            | Route::Known(id)
            | Route::Fact(id, _)
            | Route::KnownTogether(id)
            | Route::HandOver(id)
            | Route::RightPerson(id)
            | Route::Another(id)
            | Route::Begin(id, _)
            | Route::BeginPaper(id, _) => Some(*id),
            _ => None,
        }
    }

    /// Reads the path of an address. Anything unknown is [`Route::Lost`].
    #[must_use]
    pub fn read(path: &str) -> Route {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let person = |text: &str| read_id(text).map(PersonId);
        let session = |text: &str| read_id(text).map(SessionId);
        let route = match parts.as_slice() {
            [] => Some(Route::Home),
            ["new"] => Some(Route::NewVault),
            ["add"] => Some(Route::AddPerson),
            ["hand-back"] => Some(Route::HandBack),
            ["person", id, "hand-over"] => person(id).map(Route::HandOver),
            ["person", id, "hand-over", "person"] => person(id).map(Route::RightPerson),
            ["sitting", id, "back"] => session(id).map(Route::HandedBack),
            ["take-out"] => Some(Route::TakeOut),
            ["form", id, words @ ..] => {
                Printed::read(words).map(|printed| Route::Form((*id).to_owned(), printed))
            }
            ["instrument", id, version] => {
                Some(Route::Instrument(Edition { id: (*id).to_owned(), version: (*version).to_owned() }))
            }
            ["words"] => Some(Route::Words),
            ["figures"] => Some(Route::Reliability),
            ["security"] => Some(Route::Security),
            ["accessibility"] => Some(Route::Statement),
            ["contacts"] => Some(Route::Contacts),
            ["service"] => Some(Route::Service),
            ["person", id] => person(id).map(Route::Person),
            ["person", id, "helps"] => person(id).map(Route::Needs),
            ["person", id, "known"] => person(id).map(Route::Known),
            ["person", id, "known", "together"] => person(id).map(Route::KnownTogether),
            ["person", id, "known", "add"] => person(id).map(|id| Route::Fact(id, None)),
            ["person", id, "known", fact] => {
                person(id).zip(read_id(fact)).map(|(id, fact)| Route::Fact(id, Some(FactId(fact))))
            }
            ["sitting", id, "known"] => session(id).map(Route::KnownFirst),
            ["sitting", id, "break"] => session(id).map(Route::Break),
            ["sitting", id, "after"] => session(id).map(Route::After),
            ["sitting", id, "worker"] => session(id).map(Route::Concern),
            ["sitting", id, "next", item, more @ ..] => {
                let (then, room) = match more {
                    [] => (Then::Next, Room::Ask),
                    ["again"] => (Then::Check, Room::Ask),
                    ["now"] => (Then::Next, Room::AsItIs),
                    ["again", "now"] => (Then::Check, Room::AsItIs),
                    _ => return Route::Lost,
                };
                session(id).map(|session| Route::HeadsUp { session, item: (*item).to_owned(), then, room })
            }
            ["person", id, "another"] => person(id).map(Route::Another),
            ["person", id, "begin"] => person(id).map(Route::begin),
            ["person", id, "begin", which] => person(id).map(|id| Route::Begin(id, (*which).to_owned())),
            ["person", id, "paper", which] => person(id).map(|id| Route::BeginPaper(id, (*which).to_owned())),
            ["sitting", id, "paper"] => session(id).map(|id| Route::Paper(id, None)),
            ["sitting", id, "paper", item] => {
                session(id).map(|id| Route::Paper(id, Some((*item).to_owned())))
            }
            ["sitting", id, "first"] => session(id).map(Route::SortFirst),
            ["sitting", id, "check"] => session(id).map(Route::Check),
            ["sitting", id, "about-you"] => session(id).map(Route::AboutYou),
            ["sitting", id, "profile"] => session(id).map(Route::Profile),
            ["sitting", id, "profile", "worker"] => session(id).map(Route::WorkerView),
            ["sitting", id, "change"] => session(id).map(Route::Change),
            ["sitting", id, "question", item] => session(id).map(|session| Route::Question {
                session,
                item: (*item).to_owned(),
                then: Then::Next,
            }),
            ["sitting", id, "question", item, "again"] => session(id).map(|session| Route::Question {
                session,
                item: (*item).to_owned(),
                then: Then::Check,
            }),
            _ => None,
        };
        route.unwrap_or(Route::Lost)
    }

    /// The path of its address.
    #[must_use]
    pub fn address(&self) -> String {
        match self {
            Route::Home => "/".to_owned(),
            Route::NewVault => "/new".to_owned(),
            Route::AddPerson => "/add".to_owned(),
            Route::HandBack => "/hand-back".to_owned(),
            Route::HandOver(id) => format!("/person/{}/hand-over", hex(&id.0)),
            Route::RightPerson(id) => format!("/person/{}/hand-over/person", hex(&id.0)),
            Route::HandedBack(id) => format!("/sitting/{}/back", hex(&id.0)),
            Route::TakeOut => "/take-out".to_owned(),
            Route::Instrument(edition) => format!("/instrument/{}/{}", edition.id, edition.version),
            Route::Form(id, printed) => {
                format!("/form/{}", [&[id.as_str()], &printed.words()[..]].concat().join("/"))
            }
            Route::Words => "/words".to_owned(),
            Route::Reliability => "/figures".to_owned(),
            Route::Security => "/security".to_owned(),
            Route::Statement => "/accessibility".to_owned(),
            Route::Contacts => "/contacts".to_owned(),
            Route::Service => "/service".to_owned(),
            Route::Lost => "/lost".to_owned(),
            Route::Person(id) => format!("/person/{}", hex(&id.0)),
            Route::Needs(id) => format!("/person/{}/helps", hex(&id.0)),
            Route::Known(id) => format!("/person/{}/known", hex(&id.0)),
            Route::KnownTogether(id) => format!("/person/{}/known/together", hex(&id.0)),
            Route::Fact(id, None) => format!("/person/{}/known/add", hex(&id.0)),
            Route::Fact(id, Some(fact)) => format!("/person/{}/known/{}", hex(&id.0), hex(&fact.0)),
            Route::KnownFirst(id) => format!("/sitting/{}/known", hex(&id.0)),
            Route::HeadsUp { session, item, then, room } => {
                let again = if *then == Then::Check { "/again" } else { "" };
                let now = if *room == Room::AsItIs { "/now" } else { "" };
                format!("/sitting/{}/next/{item}{again}{now}", hex(&session.0))
            }
            Route::Break(id) => format!("/sitting/{}/break", hex(&id.0)),
            Route::After(id) => format!("/sitting/{}/after", hex(&id.0)),
            Route::Concern(id) => format!("/sitting/{}/worker", hex(&id.0)),
            Route::Another(id) => format!("/person/{}/another", hex(&id.0)),
            Route::Begin(id, which) if which == STRENGTHS_PROFILE => format!("/person/{}/begin", hex(&id.0)),
            Route::Begin(id, which) => format!("/person/{}/begin/{which}", hex(&id.0)),
            Route::BeginPaper(id, which) => format!("/person/{}/paper/{which}", hex(&id.0)),
            Route::Paper(id, None) => format!("/sitting/{}/paper", hex(&id.0)),
            Route::Paper(id, Some(item)) => format!("/sitting/{}/paper/{item}", hex(&id.0)),
            Route::SortFirst(id) => format!("/sitting/{}/first", hex(&id.0)),
            Route::Check(id) => format!("/sitting/{}/check", hex(&id.0)),
            Route::AboutYou(id) => format!("/sitting/{}/about-you", hex(&id.0)),
            Route::Profile(id) => format!("/sitting/{}/profile", hex(&id.0)),
            Route::WorkerView(id) => format!("/sitting/{}/profile/worker", hex(&id.0)),
            Route::Change(id) => format!("/sitting/{}/change", hex(&id.0)),
            Route::Question { session, item, then } => {
                let again = if *then == Then::Check { "/again" } else { "" };
                format!("/sitting/{}/question/{item}{again}", hex(&session.0))
            }
        }
    }

    /// The page's own word, for `data-page` and its title.
    #[must_use]
    pub fn page(&self) -> &'static str {
        match self {
            Route::Home => "home",
            Route::NewVault => "new",
            Route::AddPerson => "add",
            Route::HandBack => "hand-back",
            Route::HandOver(_) => "hand-over",
            Route::RightPerson(_) => "right-person",
            Route::HandedBack(_) => "handed-back",
            Route::TakeOut => "take-out",
            Route::Form(..) => "form",
            Route::Instrument(_) => "instrument",
            Route::Words => "words",
            Route::Reliability => "figures",
            Route::Security => "security",
            Route::Statement => "statement",
            Route::Contacts => "contacts",
            Route::Service => "service",
            Route::HeadsUp { .. } => "heads-up",
            Route::Break(_) => "break",
            Route::After(_) => "after",
            Route::Concern(_) => "concern",
            Route::Lost => "lost",
            Route::Person(_) => "person",
            Route::Needs(_) => "needs",
            Route::Known(_) => "known",
            Route::Fact(..) => "fact",
            Route::KnownTogether(_) => "known-together",
            Route::KnownFirst(_) => "known-first",
            Route::Another(_) => "another",
            Route::Begin(..) => "begin",
            Route::BeginPaper(..) => "begin-paper",
            Route::Paper(..) => "paper",
            Route::SortFirst(_) => "sort-first",
            Route::Check(_) => "check",
            Route::AboutYou(_) => "about-you",
            Route::Profile(_) => "profile",
            Route::WorkerView(_) => "worker-view",
            Route::Change(_) => "change",
            Route::Question { .. } => "question",
        }
    }

    /// The sitting a page is about, whose answers must be at hand.
    #[must_use]
    pub fn session(&self) -> Option<SessionId> {
        match self {
            Route::Question { session, .. }
            | Route::HeadsUp { session, .. }
            | Route::Break(session)
            | Route::KnownFirst(session)
            | Route::After(session)
            | Route::Concern(session)
            | Route::HandedBack(session)
            | Route::Paper(session, _)
            | Route::SortFirst(session)
            | Route::Check(session)
            | Route::AboutYou(session)
            | Route::Profile(session)
            | Route::WorkerView(session)
            | Route::Change(session) => Some(*session),
            _ => None,
        }
    }

    /// Whether the two look at a page together: one about a sitting that is not for the link worker alone.
    #[must_use]
    pub fn shared(&self) -> bool {
        let alone = matches!(self, Route::Concern(_) | Route::HandedBack(_) | Route::Paper(..));
        self.session().is_some() && !alone
    }
}

/// 32 lower-case hexadecimal digits.
#[must_use]
pub fn hex(id: &[u8; 16]) -> String {
    id.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads [`hex`].
#[must_use]
pub fn read_id(text: &str) -> Option<[u8; 16]> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if text.len() != 32 || !plain {
        return None;
    }
    let mut id = [0; 16];
    for (n, byte) in id.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * n..2 * n + 2], 16).ok()?;
    }
    Some(id)
}

#[cfg(test)]
mod tests;
