//! What can happen, and what is to be done about it.

use super::{
    Checked, FiguresStep, Handover, InRoom, NotKept, PaperForm, Refused, ShutTrouble, Step, VaultKind,
};
use crate::brought::{Brought, Judged, PackTrouble};
use crate::library::{Book, Edition, Library};
use crate::needs::{Ease, Need};
use crate::notes::{Asked, Concern, Notes, Tap};
use crate::person::{Person, Who};
use crate::record::{Head, Loaded, Parts};
use crate::reliability::Figures;
use crate::route::Route;
use crate::service::Service;
use crate::stored::OtherScores;
use crate::text::{Language, Text};
use crate::typed::Mistyped;
use assessment_core::answer::Answer;
use assessment_core::export::File;
use assessment_core::instrument::Setting;
use assessment_core::presence::{Present, Taps};
use assessment_core::session::{By, Mode, PersonId, Session, SessionId, Side};
use chrono::NaiveDate;
use std::rc::Rc;

/// What a person does, or what an effect brings back.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The words of a language were read.
    Words(Text),
    /// The definitions at hand have more words than before.
    Library(Rc<Library>),
    /// Another language.
    Speak(Language),
    /// Go to a page.
    Go(Route),
    /// Go to a page without leaving the present one behind Back.
    GoInstead(Route),
    /// The browser went to a page (Back, Forward).
    Went(Route),
    /// Ask once more for the second wasm.
    FetchInside,
    /// What came of asking for the second wasm.
    Inside(Option<Text>),
    /// A newer version waits.
    UpdateWaiting,
    /// Another tab took the newer version.
    UpdateTaken,
    /// Use the newer version now.
    TakeUpdate,
    /// What there is on this tablet.
    Found(Result<Found, Refused>),
    /// Make a vault.
    MakeVault {
        /// The passphrase.
        passphrase: Passphrase,
        /// Given a second time.
        again: Passphrase,
    },
    /// Unlock.
    Unlock(Passphrase),
    /// Try with example people.
    TryExamples,
    /// The door did not open.
    NotOpened(ShutTrouble),
    /// The door is open.
    Opened(VaultKind, Box<Loaded>, Rc<Library>),
    /// Lock, or close the examples.
    Lock,
    /// Print the page.
    Print,
    /// Read the page aloud, or stop.
    ReadAloud(Voice),
    /// Hide everything at once.
    Hide,
    /// Everything is covered: forget it.
    Hidden,
    /// Another tab writes: take over from it.
    TakeOver,
    /// Add a person.
    AddPerson(String),
    /// A person is safely kept.
    PersonKept(PersonId, u64),
    /// A person or a session was not kept.
    NotKept(NotKept),
    /// Try again to keep what was not kept.
    KeepAgain,
    /// Something that helps a person, or helps no more.
    Need(PersonId, Need),
    /// A step with what is already known about a person.
    Fact(PersonId, Step),
    /// May answers without the name be used for research?
    Permit(PersonId, Permitted),
    /// Note something to do.
    NoteAction {
        /// For whom.
        person: PersonId,
        /// What.
        what: String,
        /// Who does it.
        who: Who,
        /// Where to go then.
        then: Route,
    },
    /// Something is done, or not done after all.
    ToggleAction(PersonId, usize),
    /// Chooses what to hand over, by the id of an instrument.
    HandInstrument(String),
    /// In which words, by what a session would pin.
    HandWords(String),
    /// Chooses a part to hand over, or not after all.
    HandPart(usize),
    /// Chooses these parts and no others.
    HandParts(Vec<usize>),
    /// Where the person lives, before a new assessment is handed over.
    HandSetting(Setting),
    /// On to the question whether this is the right person.
    HandNext(PersonId),
    /// Hand the tablet over, and how the person was checked.
    HandOver(PersonId, Option<Checked>),
    /// The tablet was not handed over.
    NotHandedOver,
    /// Begin an assessment.
    Begin(PersonId, Beginning),
    /// Begin to type in a completed paper form.
    BeginPaper(PersonId, PaperForm),
    /// Something was typed in from a paper form: for which item, and what.
    Typed(SessionId, String, String),
    /// A session was read, or would not open.
    SessionRead(SessionId, Reading),
    /// A definition was fetched with its words, or not.
    BookRead(Edition, Result<Book, BookTrouble>),
    /// Read the file with words that was chosen.
    BringWords,
    /// A file with words was read, or not taken.
    PackRead(Result<Box<Judged>, PackTrouble>),
    /// Keep the words that were read.
    KeepPack,
    /// Words are safely kept, or not.
    PackKept(Result<Box<Brought>, PackTrouble>),
    /// Take words away that no draft needs.
    TakeWordsAway([u8; 16]),
    /// They are gone.
    PackGone([u8; 16]),
    /// What is done with figures a service brings.
    Figures(FiguresStep),
    /// Try again to read what the tablet did not read.
    ReadAgain,
    /// Words are being typed; what they are comes with the answer.
    Typing(SessionId),
    /// An answer.
    Answer(SessionId, String, Answer),
    /// Something was typed that is no number of its item: in which field, and what. It is said at once or when
    /// somebody wants to go on.
    Mistyped(SessionId, Mistyped),
    /// Somebody else answers now.
    AnsweredBy(SessionId, By),
    /// Open what stands beside an answer.
    SayMore(SessionId, String),
    /// The worker's own view of a question, beside the person's answer.
    SeeDifferently(SessionId, String, Answer),
    /// Words of one side, beside the answer to a question.
    Say(SessionId, String, Side, String),
    /// Go on from a screen; what was passed over is skipped.
    Continue(SessionId, String),
    /// "What this means" was opened beside an item.
    OpenHelp(SessionId, String),
    /// Leave a whole section out, named by one of its items.
    SkipSection(SessionId, String),
    /// Who is there now, said in the section of an item.
    Here(SessionId, String, Present),
    /// Who is there, or how it goes on, said about a whole sitting.
    Room(SessionId, InRoom),
    /// Keep a section, named by one of its items, for a private moment.
    HoldSection(SessionId, String),
    /// How the sitting was.
    Tapped(SessionId, Asked, Tap),
    /// What the link worker wrote down about a concern.
    NoteConcern(SessionId, Concern),
    /// What is kept beside a sitting is safely kept.
    NotesKept(SessionId),
    /// A service's own words, read or changed.
    ServiceRead(Service),
    /// Keep a service's own words.
    KeepService(Service),
    /// A service's own words are safely kept.
    ServiceKept,
    /// A session's answers are safely kept, up to a revision.
    SessionKept(SessionId, u64),
    /// After the answers were checked: the questions about the person.
    AskAboutYou(SessionId),
    /// Finish the assessment.
    Finish(SessionId),
    /// Make the files.
    MakeRelease,
    /// The files.
    ReleaseMade(Option<Made>),
    /// Hand one file over.
    TakeFile(usize),
}

/// What came of reading a session.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// Here it is.
    Opened(Box<Session>),
    /// It will not open; it is kept as it is.
    Shut,
    /// The tablet did not read it this time.
    NotNow,
}

/// What is asked, and where the person lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// The instrument's id.
    pub instrument: String,
    /// Which of its wordings; the one that comes with it when nothing is said.
    pub wording: Option<String>,
    /// Where the person lives now, once chosen.
    pub setting: Option<Setting>,
    /// How it is done.
    pub mode: Mode,
    /// Who else is there; none where nobody was asked.
    pub present: Option<Present>,
}

/// Why a definition is not at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookTrouble {
    /// This version of the app has no such edition.
    Unknown,
    /// The tablet did not read it this time.
    NotNow,
}

/// The files of a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The files.
    pub files: Vec<File>,
    /// Assessments that would not open and so are in none of them.
    pub left_out: u32,
    /// Assessments whose stored scores are not ours. What the files hold is ours.
    pub others: Vec<OtherScores>,
}

/// A passphrase on its way to the worker: never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(pub String);

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase(hidden)")
    }
}

/// What was found on this tablet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing yet.
    Nothing,
    /// A locked vault.
    Vault,
    /// A locked vault, and the tablet is handed over.
    HandedOver,
}

/// Whether a voice is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// Read.
    Read,
    /// Stop.
    Stop,
}

/// The answer to a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permitted {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// Something to be done in the world.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Fetch the words of a language.
    FetchWords(Language),
    /// Fetch the words of the books at hand as simple as this.
    FetchEase(Ease),
    /// Remember the language on this tablet.
    RememberLanguage(Language),
    /// Put the page's address into the bar.
    ShowAddress(Route, History),
    /// Fetch the second wasm.
    FetchInside,
    /// Use the newer version.
    ApplyUpdate,
    /// Make a vault in the worker.
    MakeVault(Passphrase),
    /// Unlock in the worker.
    Unlock(Passphrase),
    /// Open the examples.
    OpenExamples,
    /// Forget everything: replace the document.
    Lock,
    /// Print the page.
    Print,
    /// Read the page aloud, or stop.
    ReadAloud(Voice),
    /// Cover the page with something anybody may see, at once.
    Cover,
    /// Forget everything and leave nothing of the present address behind.
    Forget,
    /// Take over from the tab that writes.
    TakeOver,
    /// Hand the tablet over: put another document in place of this one.
    HandOver(Box<Handover>),
    /// Not after all: somebody went to another page before it was handed over.
    KeepTablet,
    /// To the questions: the tablet is handed over.
    ToHandedOver,
    /// Keep a person.
    KeepPerson(Person),
    /// Keep a session.
    KeepSession(Session, Parts),
    /// Keep what stands beside a sitting.
    KeepNotes(PersonId, SessionId, Notes),
    /// Keep a service's own words.
    KeepService(Service),
    /// Read a session.
    ReadSession(Head),
    /// Fetch a definition and the words that come with it.
    ReadBook(Edition),
    /// Read the file with words that was chosen; its record would have this id, and this day.
    ReadPack([u8; 16], NaiveDate),
    /// Keep words.
    KeepPack(Box<Brought>),
    /// Take words away.
    DropPack([u8; 16]),
    /// Read the file with figures that was chosen; its record would have this id, and this day.
    ReadFigures([u8; 16], NaiveDate),
    /// Keep figures, in the place of those with this id.
    KeepFigures(Box<Figures>, Option<[u8; 16]>),
    /// Take figures away.
    DropFigures([u8; 16]),
    /// Make the files of these sessions.
    MakeRelease(Vec<Leaving>),
    /// Hand a file over.
    Download(File),
}

/// A session that leaves.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaving {
    /// Which.
    pub head: Head,
    /// Days since the person's baseline.
    pub days: i64,
    /// How it was, for both.
    pub taps: Taps,
}

/// How an address goes into the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// As a new entry.
    Push,
    /// In place of the last.
    Replace,
}
