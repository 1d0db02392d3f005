//! Handing the tablet over: which parts, is this the right person, and then away. Everything the person will
//! be asked is settled here, while the answers given so far are still at hand.

use super::{Action, Effect, FormTrouble, Open, Outside};
use crate::library::{Book, Listed, STRENGTHS_PROFILE};
use crate::needs::Ease;
use crate::record::Head;
use crate::route::Route;
use crate::text::Language;
use assessment_core::answer::{Answer, Missing};
use assessment_core::instrument::{Instrument, ItemAt, ItemId, Setting};
use assessment_core::session::{Mode, PersonId, Session, SessionId, Start};
use assessment_core::table::Table;

/// What is being chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handing {
    /// Which instrument; the long assessment where nobody chose another.
    pub instrument: Option<String>,
    /// In which words, where there is a choice: what a session would pin.
    pub words: Option<String>,
    /// The sections chosen, by their place in the instrument.
    pub sections: Vec<usize>,
    /// Where the person lives, when no draft says so.
    pub setting: Option<Setting>,
    /// It is being handed over.
    pub busy: bool,
}

/// How the worker made sure that this is the right person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// They said their name.
    Name,
    /// They said when they last met.
    Met,
    /// The worker knows them.
    Known,
}

/// What is handed over.
#[derive(Clone, Debug, PartialEq)]
pub struct Handover {
    /// The session the answers go into, as it is.
    pub session: Session,
    /// The items, by id, in the instrument's order.
    pub items: Vec<String>,
    /// Answers that those items depend on, and no others.
    pub known: Session,
    /// How the page is dressed for this person: class names.
    pub dress: String,
    /// How plainly they are asked.
    pub ease: Ease,
    /// The language they would rather use, where their needs say one.
    pub language: Option<Language>,
    /// The words of the session, where the service brought them.
    pub words: Option<String>,
    /// Packs with recordings of its words, each under its id.
    pub recordings: Vec<([u8; 16], String)>,
}

/// A part that can be handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its place in the instrument.
    pub section: usize,
    /// How many questions are still open in it.
    pub questions: usize,
}

pub(super) fn reduce(
    open: &mut Open,
    outside: &Outside,
    action: Action,
    effects: &mut Vec<Effect>,
) -> Option<Route> {
    match action {
        Action::HandPart(section) => {
            let chosen = &mut open.handing.sections;
            match chosen.iter().position(|there| *there == section) {
                Some(n) => {
                    chosen.remove(n);
                }
                None => chosen.push(section),
            }
        }
        Action::HandInstrument(id) => {
            // Its questions may not be at hand yet; the page stays, and so does focus.
            let edition = open.library.listed(&id).map(|listed| listed.edition.clone());
            effects.extend(edition.filter(|edition| !open.has_book(edition)).map(Effect::ReadBook));
            open.handing = Handing { instrument: Some(id), ..Handing::default() };
            open.form = None;
        }
        Action::HandWords(words) => open.handing.words = Some(words),
        Action::HandParts(sections) => open.handing.sections = sections,
        Action::HandSetting(setting) => open.handing.setting = Some(setting),
        Action::HandNext(person) => {
            open.form = trouble(open, outside, person);
            return open.form.is_none().then_some(Route::RightPerson(person));
        }
        Action::HandOver(person, checked) => {
            open.form = trouble(open, outside, person);
            if open.form.is_none() && checked.is_none() {
                open.form = Some(FormTrouble::NotChecked);
            }
            let over = handover(open, outside, person).filter(|_| open.form.is_none() && !open.handing.busy);
            open.handing.busy |= over.is_some();
            effects.extend(over.map(|over| Effect::HandOver(Box::new(over))));
        }
        Action::NotHandedOver => {
            open.handing.busy = false;
            open.form = Some(FormTrouble::NotHandedOver);
        }
        _ => {}
    }
    None
}

fn trouble(open: &Open, outside: &Outside, person: PersonId) -> Option<FormTrouble> {
    // What is not kept yet would be gone with the document.
    if !open.not_kept.is_empty() {
        return Some(FormTrouble::NotHandedOver);
    }
    let Some((session, book)) = open.to_hand(outside, person) else {
        return Some(FormTrouble::NotHandedOver);
    };
    // What it was begun in may be gone: then there is nothing to ask in.
    if book.wording.is_none() {
        return Some(FormTrouble::NotHandedOver);
    }
    if open.draft_to_hand(person).is_none() {
        if open.words_to_hand().len() > 1 && open.handing.words.is_none() {
            return Some(FormTrouble::NoWords);
        }
        if open.handing.setting.is_none() {
            return Some(FormTrouble::NoSetting);
        }
    }
    let chosen = items(&book.instrument, &session, &open.handing.sections);
    chosen.is_empty().then_some(FormTrouble::NoPart)
}

fn handover(open: &Open, outside: &Outside, person: PersonId) -> Option<Handover> {
    let (session, book) = open.to_hand(outside, person)?;
    let instrument = &book.instrument;
    let chosen = items(instrument, &session, &open.handing.sections);
    let known = known(instrument, &session, &chosen);
    let ids = chosen.iter().map(|at| instrument.item(*at).id.to_string()).collect();
    let needs = &open.people.get(&person)?.needs;
    let (dress, ease, language) = (needs.dress(), needs.ease(), needs.language);
    let pinned = open.brought.iter().find(|brought| brought.pin == session.start.wording);
    let words = pinned.map(|brought| brought.text.clone());
    let recordings = open.recordings(book).map(|brought| (brought.id, brought.text.clone())).collect();
    Some(Handover { session, items: ids, known, dress, ease, language, words, recordings })
}

impl Handing {
    /// The id of the instrument that is handed over.
    #[must_use]
    pub fn instrument(&self) -> &str {
        self.instrument.as_deref().unwrap_or(STRENGTHS_PROFILE)
    }
}

impl Open {
    /// What can be handed over: what is offered and has words to ask in.
    pub fn handed_out(&self) -> impl Iterator<Item = &Listed> {
        self.library.offered().filter(|listed| self.askable(&listed.edition))
    }

    /// The words a new session could be handed over in.
    #[must_use]
    pub fn words_to_hand(&self) -> Vec<&Book> {
        let Some(newest) = self.library.newest(self.handing.instrument()) else { return Vec::new() };
        self.library.all(&newest.edition()).filter(|book| book.wording.is_some()).collect()
    }

    /// The session that can be handed over, a draft or a new one, and its book.
    #[must_use]
    pub fn to_hand(&self, outside: &Outside, person: PersonId) -> Option<(Session, &Book)> {
        let library = &self.library;
        if !self.people.contains_key(&person) {
            return None;
        }
        if let Some(draft) = self.draft_to_hand(person) {
            let session = self.sittings.get(&draft.start.id)?.session.clone();
            let book = library.of(&session)?;
            return Some((session, book));
        }
        let words = self.words_to_hand();
        let chosen = |book: &&&Book| self.handing.words.as_ref() == Some(&book.wording_id());
        let book = *words.iter().find(chosen).or(words.first())?;
        let start = Start {
            id: SessionId(outside.fresh),
            person,
            wave: self.wave(person, self.handing.instrument(), outside.today),
            mode: Mode::Alone,
            setting: self.handing.setting.unwrap_or_default(),
            wording: book.wording_id(),
            on: outside.today,
        };
        Some((Session::begin(&book.instrument, start), book))
    }

    /// The draft that is gone on with. One that will not open is left as it is.
    #[must_use]
    pub fn draft_to_hand(&self, person: PersonId) -> Option<&Head> {
        self.draft(person, self.handing.instrument())
            .filter(|head| !self.sealed_shut.contains(&head.start.id))
    }
}

/// The parts with questions still open.
#[must_use]
pub fn parts(instrument: &Instrument, session: &Session) -> Vec<Part> {
    let count = |section: usize| Part { section, questions: items(instrument, session, &[section]).len() };
    (0..instrument.sections().len()).map(count).filter(|part| part.questions > 0).collect()
}

/// The items of some sections that are open: nobody came to them, or they were passed over without anybody
/// saying that they would rather not. What was answered or refused is not asked again.
#[must_use]
pub fn items(instrument: &Instrument, session: &Session, sections: &[usize]) -> Vec<ItemAt> {
    let responses = session.responses(instrument);
    let mut chosen: Vec<ItemAt> = Vec::new();
    for at in instrument.positions() {
        let item = instrument.item(at);
        let open = match session.answer_to(instrument, at) {
            Answer::Missing(Missing::PreferNotToSay | Missing::DoNotKnow | Missing::DoesNotApply) => false,
            Answer::Missing(_) => true,
            _ => false,
        };
        // What stands behind a gate is given out with the gate, or when the gate is open already.
        let reached = item.gate.as_ref().is_none_or(|gate| chosen.contains(&gate.item)) || responses.asks(at);
        if sections.contains(&item.section) && item.asked_in(session.start.setting) && open && reached {
            chosen.push(at);
        }
    }
    chosen
}

/// The session with nothing in it but the answers that the chosen items' gates depend on.
fn known(instrument: &Instrument, session: &Session, chosen: &[ItemAt]) -> Session {
    let mut needed: Vec<ItemId> = Vec::new();
    for at in chosen {
        let mut gate = instrument.item(*at).gate.as_ref();
        while let Some(condition) = gate.filter(|gate| !chosen.contains(&gate.item)) {
            needed.push(instrument.item(condition.item).id.clone());
            gate = instrument.item(condition.item).gate.as_ref();
        }
    }
    let mut entries = Table::new();
    for (item, list) in session.entries.iter().filter(|(item, _)| needed.contains(item)) {
        entries.insert(item.clone(), list.last().cloned().into_iter().collect());
    }
    // Nothing of what the worker sees or wrote leaves with it, nor who was there and how it
    // went on.
    let (worker_view, words, present, ways) = Default::default();
    Session { entries, worker_view, words, present, ways, took: None, ..session.clone() }
}
