//! The definitions and wordings at hand. The build lists what is offered; a definition is fetched when a page
//! needs it; a wording of somebody else's is there only when the service brought it.

use crate::needs::Ease;
use crate::text::{Language, Phrase};
use assessment_core::instrument::{Code, Instrument, ItemAt, ScaleAt, Setting, WordingRight};
use assessment_core::session::Session;
use assessment_core::wording::{Provenance, SectionWords, Wording};
use assessment_core::{definition, wording};
use std::rc::Rc;

mod list;
mod printing;

pub use list::{Listed, ListedWording, read_list};
pub use printing::Printing;

/// The long assessment.
pub const STRENGTHS_PROFILE: &str = "strengths-profile";
/// Asked between two points, never at one.
pub const BRIEF_CHECK_IN: &str = "brief-check-in";
/// Not an instrument: asked once, after the answers are checked.
pub const ABOUT_YOU: &str = "about-you";

/// One version of an instrument: what a session pins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The instrument's id.
    pub id: String,
    /// Its version.
    pub version: String,
}

/// An instrument and what it says. Without words its items have their topics, and nothing can be asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    /// The definition.
    pub instrument: Rc<Instrument>,
    /// The words on the screen, when somebody supplied them.
    pub wording: Option<Rc<Wording>>,
    /// The same in another language or in simpler words, as far as they are at hand.
    pub others: Vec<Rc<Wording>>,
    /// What a session pins, when its words were brought by the service.
    pub brought: Option<String>,
    /// Packs with recordings of its words, each under the id it is kept under.
    pub sounds: Vec<([u8; 16], Rc<Wording>)>,
}

/// What is offered, and all books at hand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    listed: Vec<Listed>,
    books: Vec<Book>,
}

impl Book {
    /// Reads a definition and, where there is one, its wording.
    #[must_use]
    pub fn read(definition: &str, words: Option<&str>) -> Option<Book> {
        let instrument = definition::parse(definition).ok()?;
        let wording = match words {
            Some(words) => Some(Rc::new(wording::parse(&instrument, words).ok()?)),
            None => None,
        };
        let (instrument, others, sounds) = (Rc::new(instrument), Vec::new(), Vec::new());
        Some(Book { instrument, wording, others, brought: None, sounds })
    }

    /// The same book with these words beside its own. Words that are not of it change nothing.
    #[must_use]
    pub fn beside(mut self, words: &str) -> Book {
        if let Ok(wording) = wording::parse(&self.instrument, words)
            && !self.says(&wording.id())
        {
            self.others.push(Rc::new(wording));
        }
        self
    }

    /// The same instrument in words the service brought, which sessions pin under a name of their own.
    #[must_use]
    pub fn with_brought(&self, pack: [u8; 16], wording: Wording, pin: String) -> Book {
        let (instrument, wording) = (Rc::clone(&self.instrument), Rc::new(wording));
        let recorded = wording.recordings().len() > 0;
        let sounds = recorded.then(|| (pack, Rc::clone(&wording))).into_iter().collect();
        Book { instrument, wording: Some(wording), others: Vec::new(), brought: Some(pin), sounds }
    }

    /// Puts the words of this language on the screen, the simpler ones where these are wanted; of what it has,
    /// those that come nearest. The language counts before the ease.
    pub fn speak(&mut self, language: Language, ease: Ease) {
        let Some(shown) = &mut self.wording else { return };
        for other in &mut self.others {
            if fit(other, language, ease) > fit(shown, language, ease) {
                std::mem::swap(shown, other);
            }
        }
    }

    /// Whether it has words in exactly this language and ease.
    fn has(&self, language: Language, ease: Ease) -> bool {
        self.wording.iter().chain(&self.others).any(|wording| fit(wording, language, ease) == 3)
    }

    /// Whose words are on the screen; none where nobody supplied any.
    #[must_use]
    pub fn provenance(&self) -> Option<Provenance> {
        self.wording.as_ref().map(|wording| wording.provenance)
    }

    /// Which edition it is.
    #[must_use]
    pub fn edition(&self) -> Edition {
        Edition { id: self.instrument.id().to_string(), version: self.instrument.version().to_owned() }
    }

    /// Whether it is of this edition.
    #[must_use]
    pub fn is(&self, edition: &Edition) -> bool {
        self.instrument.id().as_str() == edition.id && self.instrument.version() == edition.version
    }

    /// What a session says its words were; none stood on a screen when there are none.
    #[must_use]
    pub fn wording_id(&self) -> String {
        match (&self.brought, &self.wording) {
            (Some(pin), _) => pin.clone(),
            (None, Some(wording)) => wording.id(),
            (None, None) => String::new(),
        }
    }

    /// Whether these are its words, whichever of them stand on the screen.
    fn says(&self, wording: &str) -> bool {
        self.wording_id() == wording || self.others.iter().any(|other| other.id() == wording)
    }

    /// The language its questions are asked in when the app speaks `language`.
    #[must_use]
    pub fn spoken(&self, _language: Language) -> &str {
        self.wording.as_ref().map_or("en", |wording| &wording.language)
    }

    /// The language its questions are in.
    #[must_use]
    pub fn language(&self) -> &str {
        self.spoken(Language::En)
    }

    /// The name a person sees.
    #[must_use]
    pub fn title(&self) -> &str {
        self.wording.as_ref().map_or(self.instrument.title(), |wording| &wording.title)
    }

    /// What is asked, in the words for a setting; our own topic where nobody supplied words.
    #[must_use]
    pub fn text(&self, at: ItemAt, setting: Setting) -> &str {
        match &self.wording {
            Some(wording) => wording.text(&self.instrument, at, setting),
            None => &self.instrument.item(at).topic,
        }
    }

    /// What is asked in a few words; none where nobody supplied any, and the definition's own are all there are.
    #[must_use]
    pub fn topic(&self, at: ItemAt) -> Option<&str> {
        self.wording.as_ref()?.topic(&self.instrument, at)
    }

    /// What a band of a scale is called; none where nobody supplied names, and the definition's own are all there are.
    #[must_use]
    pub fn band(&self, at: ScaleAt, band: usize) -> Option<&str> {
        self.wording.as_ref()?.band(&self.instrument, at, band)
    }

    /// The question as it is asked: as [`Book::text`], after the stem of its section where there is one.
    #[must_use]
    pub fn question(&self, at: ItemAt, setting: Setting) -> String {
        match &self.wording {
            Some(wording) => wording.question(&self.instrument, at, setting),
            None => self.instrument.item(at).topic.clone(),
        }
    }

    /// What this means.
    #[must_use]
    pub fn help(&self, at: ItemAt) -> Option<&str> {
        self.wording.as_ref()?.help(&self.instrument, at)
    }

    /// Words for the lowest and the highest number.
    #[must_use]
    pub fn ends(&self, at: ItemAt) -> Option<(&str, &str)> {
        self.wording.as_ref()?.ends(&self.instrument, at)
    }

    /// The label of a code, in the words for a setting; our own topic where nobody supplied words.
    #[must_use]
    pub fn option(&self, at: ItemAt, code: Code, setting: Setting) -> String {
        if let Some(wording) = &self.wording {
            return wording.option(&self.instrument, at, code, setting);
        }
        let topic = self.instrument.options(at).iter().find(|option| option.code == code);
        topic.map_or_else(|| self.instrument.code_text(at, code), |option| option.topic.clone())
    }

    /// The label of "does not apply to me", in the words for a setting.
    #[must_use]
    pub fn does_not_apply(&self, at: ItemAt, setting: Setting) -> Option<&str> {
        self.wording.as_ref()?.does_not_apply(&self.instrument, at, setting)
    }

    /// What a section is called.
    #[must_use]
    pub fn section(&self, section: usize) -> Option<&SectionWords> {
        self.wording.as_ref()?.section(&self.instrument, section)
    }

    /// What a scale is called: where nobody supplied words, its id spelt out, and the whole by the
    /// instrument's own name.
    #[must_use]
    pub fn scale(&self, at: ScaleAt) -> String {
        if let Some(wording) = &self.wording {
            return wording.scale(&self.instrument, at).to_owned();
        }
        let id = self.instrument.scale(at).id.as_str();
        if id == "total" {
            return self.instrument.title().to_owned();
        }
        spelt_out(id)
    }

    /// The heading of a section; its id spelt out where nobody supplied words.
    #[must_use]
    pub fn section_title(&self, section: usize) -> String {
        let id = || spelt_out(self.instrument.sections()[section].id.as_str());
        self.section(section).map_or_else(id, |words| words.title.clone())
    }
}

/// How near words come to a language and an ease: 3 is both.
fn fit(wording: &Wording, language: Language, ease: Ease) -> u8 {
    let (spoken, simple) = (wording.language == language.code(), wording.is_easy_read());
    2 * u8::from(spoken) + u8::from(simple == (ease == Ease::Simple))
}

/// An id as words: `social_support` is "Social support".
fn spelt_out(id: &str) -> String {
    let mut name = id.replace(['_', '-'], " ");
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}

impl Library {
    /// A library that offers these instruments and has no book yet.
    #[must_use]
    pub fn of_list(listed: Vec<Listed>) -> Library {
        Library { listed, books: Vec::new() }
    }

    /// Adds a book. One with the same words of the same edition gives way to it.
    pub fn put(&mut self, book: Book) {
        let (edition, words) = (book.edition(), book.wording_id());
        match self.books.iter().position(|there| there.is(&edition) && there.says(&words)) {
            Some(place) => self.books[place] = book,
            None => self.books.push(book),
        }
    }

    /// Takes words away that the service brought.
    pub fn take_away(&mut self, pin: &str) {
        self.books.retain(|book| book.brought.as_deref() != Some(pin));
    }

    /// Puts recordings of the words that come with a book beside it.
    pub fn put_sounds(&mut self, edition: &Edition, pack: [u8; 16], sounds: Rc<Wording>) {
        let ours = |book: &&mut Book| book.is(edition) && book.brought.is_none();
        for book in self.books.iter_mut().filter(ours) {
            book.sounds.retain(|(there, _)| *there != pack);
            book.sounds.push((pack, Rc::clone(&sounds)));
        }
    }

    /// Takes recordings away.
    pub fn take_sounds(&mut self, pack: [u8; 16]) {
        self.books.iter_mut().for_each(|book| book.sounds.retain(|(there, _)| *there != pack));
    }

    /// What is offered, each instrument once, in its newest version.
    pub fn offered(&self) -> impl Iterator<Item = &Listed> {
        let first =
            |n: usize| self.listed[..n].iter().all(|before| before.edition.id != self.listed[n].edition.id);
        (0..self.listed.len()).filter(move |n| first(*n)).map(|n| &self.listed[n])
    }

    /// What can be scored: each version of an instrument after its newest.
    pub fn editions(&self) -> impl Iterator<Item = &Listed> {
        let of = |newest: &Listed| {
            let id = newest.edition.id.clone();
            self.listed.iter().filter(move |line| line.edition.id == id)
        };
        self.offered().flat_map(of)
    }

    /// The line of an instrument in the list.
    #[must_use]
    pub fn listed(&self, id: &str) -> Option<&Listed> {
        self.listed.iter().find(|listed| listed.edition.id == id)
    }

    /// The short name of an instrument; its id where the list has none.
    #[must_use]
    pub fn title(&self, id: &str) -> String {
        self.listed(id).map_or_else(|| id.to_owned(), |listed| listed.title.clone())
    }

    /// The same in a language, where one of its own wordings has a name in it; otherwise it is English.
    #[must_use]
    pub fn title_in(&self, id: &str, language: Language) -> Phrase {
        let english = || Phrase { text: self.title(id), fallback: language != Language::En };
        let wordings = self.listed(id).into_iter().flat_map(|listed| &listed.wordings);
        let mut named = wordings
            .filter(|one| language != Language::En && one.language == language.code())
            .collect::<Vec<_>>();
        // The name of the easy words is another name: it stands only where there is no other.
        named.sort_by_key(|one| one.provenance.starts_with("easy_read"));
        let named = named.first();
        named.map_or_else(english, |one| Phrase { text: one.title.clone(), fallback: false })
    }

    /// The line of an edition; none when this version of the app has no such edition.
    #[must_use]
    pub fn line(&self, edition: &Edition) -> Option<&Listed> {
        self.listed.iter().find(|listed| listed.edition == *edition)
    }

    /// Puts the words of this language and ease on the screen, of all books that have them.
    pub fn speak(&mut self, language: Language, ease: Ease) {
        self.books.iter_mut().for_each(|book| book.speak(language, ease));
    }

    /// The files of the books of ours whose words in this language and ease are not at hand.
    #[must_use]
    pub fn lacking(&self, language: Language, ease: Ease) -> Vec<(Edition, String)> {
        let ours = |book: &&Book| book.wording.is_some() && book.brought.is_none();
        let one = self.books.iter().filter(ours).filter(|book| !book.has(language, ease));
        let file = |edition: &Edition| self.line(edition).map_or(&edition.id, |line| &line.file).clone();
        one.map(|book| (book.edition(), file(&book.edition()))).collect()
    }

    /// Puts words beside those of a book.
    pub fn put_beside(&mut self, edition: &Edition, words: &str) {
        if let Some(book) = self.books.iter_mut().find(|book| book.is(edition)) {
            *book = book.clone().beside(words);
        }
    }

    /// The version of an instrument that new sessions use.
    #[must_use]
    pub fn newest(&self, id: &str) -> Option<&Book> {
        match self.listed(id) {
            Some(listed) => self.find(&listed.edition),
            None => self.books.iter().find(|book| book.instrument.id().as_str() == id),
        }
    }

    /// The very version a session pinned, with the words it pinned; where these are not at hand any more,
    /// those that come with the definition, or none.
    #[must_use]
    pub fn of(&self, session: &Session) -> Option<&Book> {
        let edition = Edition { id: session.instrument.to_string(), version: session.version.clone() };
        let pinned = |book: &&Book| book.is(&edition) && book.says(&session.start.wording);
        self.books.iter().find(pinned).or_else(|| self.find(&edition))
    }

    /// Whether there are words to ask an edition in: its own, or some that were brought.
    #[must_use]
    pub fn askable(&self, edition: &Edition) -> bool {
        let ours = self.line(edition).is_some_and(|line| line.wording == WordingRight::Ours);
        ours || self.all(edition).any(|book| book.wording.is_some())
    }

    /// An edition with the words that come with it, if any.
    #[must_use]
    pub fn find(&self, edition: &Edition) -> Option<&Book> {
        self.books.iter().find(|book| book.is(edition))
    }

    /// An edition with each of its wordings.
    pub fn all<'a, 'b>(&'a self, edition: &'b Edition) -> impl Iterator<Item = &'a Book> + use<'a, 'b> {
        self.books.iter().filter(move |book| book.is(edition))
    }
}

#[cfg(test)]
pub(crate) mod tests;
