//! Who is here and how it is done: asked before the first question and before a draft is gone on with, then one quiet
//! line over every part, where a tap changes it. What is held while others are here.

use crate::app::View;
use crate::components::answer_card::{Card, Choice, Lie, card, choice};
use crate::components::controls::{back, button, details, heading, lead, link, quiet_button, words};
use crate::components::fields;
use crate::components::text_answer::TextAnswer;
use crate::library::{Book, STRENGTHS_PROFILE};
use crate::needs::{Help, Need};
use crate::route::Route;
use crate::screens::{Lay, Screen};
use crate::state::{Action, InRoom, Open, Sitting};
use crate::text::{Phrase, Text};
use assessment_core::presence::{Company, Present};
use assessment_core::session::{Mode, Session, Stage};
use yew::prelude::*;

/// Ways of asking that a worker can choose on a screen. The first is how it is unless somebody says otherwise.
const MODES: [Mode; 3] = [Mode::Joint, Mode::Phone, Mode::Video];
const MODE: &str = "mode";
const COMPANY: &str = "company";
const LANGUAGE: &str = "interpreting";

/// Whether two people ask and answer at a screen, so that somebody can be there.
fn is_asked(mode: &Mode) -> bool {
    MODES.contains(mode)
}

/// Whether the worker reads out from afar.
fn by_call(mode: &Mode) -> bool {
    matches!(mode, Mode::Phone | Mode::Video)
}

/// What is asked before the first question: how it is done and who is there. Nothing is kept of it before the
/// beginning, so what was ticked on this page stays ticked.
pub(super) fn before(view: &View<'_>) -> Html {
    asked(view, &Mode::Joint, &Present::new(&[Company::Worker], ""))
}

/// How it is done and who is there, with what it is until somebody says otherwise.
fn asked(view: &View<'_>, mode: &Mode, present: &Present) -> Html {
    let text = view.text;
    let usual = chosen_mode(mode);
    let mode = |mode: &Mode| Choice {
        value: mode.word().to_owned(),
        chosen: *mode == usual,
        label: mode_label(text, mode).into(),
        apart: false,
    };
    let company = chosen_company(present);
    html! {<>
        { plain_card(MODE, "radio", text.begin_mode(), text.begin_mode_hint(), MODES.iter().map(mode).collect()) }
        // The language is asked once an interpreter is ticked: the style sheet sees to that, right behind the tick.
        <div class="asks-language">
            { plain_card(COMPANY, "checkbox", text.begin_company(), text.begin_company_hint(), everybody(text, &company)) }
            <div class="govuk-form-group language">
                <label class="govuk-label" for={LANGUAGE}>{ text.begin_interpreting() }</label>
                <p id="interpreting-hint" class="govuk-hint">{ text.begin_interpreting_hint() }</p>
                <input id={LANGUAGE} class="govuk-input" autocomplete="off" aria-describedby="interpreting-hint"
                    defaultvalue={present.interpreting().to_owned()} />
            </div>
        </div>
    </>}
}

fn mode_label(text: &Text, mode: &Mode) -> Phrase {
    match mode {
        Mode::Phone => text.begin_mode_phone(),
        Mode::Video => text.begin_mode_video(),
        _ => text.begin_mode_joint(),
    }
}

/// Asked again before a draft is gone on with: nothing private is on the page, and one tap says that nothing changed.
pub(super) fn again(view: &View<'_>, sitting: &Sitting) -> Html {
    let (text, session) = (view.text, &sitting.session);
    let (id, mode) = (session.start.id, session.mode());
    let last = session.here().filter(|_| is_asked(mode));
    let usual = last.cloned().unwrap_or_else(|| Present::new(&[Company::Worker], ""));
    let onclick = {
        let (dispatch, mode, usual) = (view.dispatch.clone(), mode.clone(), usual.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::Room(id, InRoom::Now(chosen_mode(&mode), chosen_company(&usual))));
        })
    };
    let form = html! {<>{ asked(view, mode, &usual) }{ button(text.here_again_go(), onclick) }</>};
    html! {<>
        { back(view, Route::Person(session.start.person)) }
        { heading(text.here_again_title()) }
        { lead(text.here_again_lead()) }
        { words(text.here_again_private()) }
        if let Some(last) = last {
            { words(text.here_again_last()) }
            <p><b>{ sentence(text, mode, last) }{ "." }</b></p>
            { button(text.here_again_same(), view.send(Action::Room(id, InRoom::Same))) }
            { details(text.here_again_other(), form) }
        } else {
            { form }
        }
    </>}
}

/// What stands where answers are held because of who is there, and the tap that shows them.
pub(super) fn held_answers(view: &View<'_>, sitting: &Sitting, book: &Book, hidden: &[usize]) -> Html {
    let (session, instrument) = (&sitting.session, &book.instrument);
    let responses = session.responses(instrument);
    if hidden.iter().all(|section| session.untouched(instrument, &responses, *section)) {
        return Html::default();
    }
    html! {
        <section class="held held--answers">
            { words(view.text.held_answers()) }
            { quiet_button(view.text.held_answers_show(), view.send(Action::Room(session.start.id, InRoom::Alone))) }
        </section>
    }
}

/// In which ways it was done, where it was more than one.
pub(super) fn ways(text: &Text, session: &Session) -> Html {
    let modes = session.modes();
    let names = modes.iter().map(|mode| text.mode_name(mode.word()).plain());
    match names.reduce(|first, next| text.ways_then(&first, &next).plain()).filter(|_| modes.len() > 1) {
        Some(ways) => html! { <p class="small">{ text.ways_done(&ways) }</p> },
        None => Html::default(),
    }
}

fn plain_card(id: &str, kind: &'static str, question: Phrase, hint: Phrase, choices: Vec<Choice>) -> Html {
    card(Card {
        id: id.to_owned(),
        question: question.into(),
        hint: Some(hint.into()),
        help: None,
        ends: None,
        kind,
        choices,
        lie: if kind == "radio" { Lie::Row } else { Lie::Column },
        onchoose: Callback::noop(),
        standing: None,
        asides: Vec::new(),
        alone: false,
    })
}

fn everybody(text: &Text, present: &Present) -> Vec<Choice> {
    let one = |company: Company| Choice {
        value: company.word().to_owned(),
        chosen: present.has(company),
        label: kind(text, company).into(),
        apart: false,
    };
    Company::ALL.into_iter().map(one).collect()
}

fn kind(text: &Text, company: Company) -> Phrase {
    match company {
        Company::Worker => text.company_worker(),
        Company::Practitioner => text.company_practitioner(),
        Company::Family => text.company_family(),
        Company::Peer => text.company_peer(),
        Company::Interpreter => text.company_interpreter(),
    }
}

/// How it is to be done; as usual until something else is chosen.
fn chosen_mode(usual: &Mode) -> Mode {
    let chosen = |mode: &Mode| fields::ticked(&format!("{MODE}-{}", mode.word()));
    let usual = if is_asked(usual) { usual.clone() } else { Mode::Joint };
    MODES.into_iter().find(chosen).unwrap_or(usual)
}

/// Who is there; as usual, until somebody says otherwise.
fn chosen_company(usual: &Present) -> Present {
    let asked = |company: &Company| fields::tick(&format!("{COMPANY}-{}", company.word()));
    let there = |company: &Company| asked(company).unwrap_or(usual.has(*company));
    let company: Vec<Company> = Company::ALL.into_iter().filter(there).collect();
    Present::new(&company, &fields::line(LANGUAGE))
}

/// What was chosen before the first question.
pub(super) fn chosen() -> (Mode, Present) {
    (chosen_mode(&Mode::Joint), chosen_company(&Present::new(&[Company::Worker], "")))
}

/// One line over a part: who is here, and a way to change it. Nothing where nobody can see who is there.
pub(super) fn line(view: &View<'_>, sitting: &Sitting, item: &str) -> Html {
    let (text, session) = (view.text, &sitting.session);
    let mode = session.mode();
    if session.stage != Stage::Draft || !is_asked(mode) {
        return Html::default();
    }
    let present = session.here();
    let said = present.map_or_else(|| text.here_not_said().plain(), |present| sentence(text, mode, present));
    html! {
        <div class="here" key={format!("here-{item}")}>
            if by_call(mode) { <p class="small">{ text.here_read_out() }</p> }
            <details class="govuk-details">
                <summary class="govuk-details__summary">
                    <span class="here-said">{ said }{ "." }</span>{ " " }
                    <span class="govuk-details__summary-text">{ text.here_change() }</span>
                </summary>
                <div class="govuk-details__text">
                    { change(view, sitting, item, &present.cloned().unwrap_or_default()) }
                </div>
            </details>
        </div>
    }
}

/// Every kind of company to tap. A tap counts at once.
fn change(view: &View<'_>, sitting: &Sitting, item: &str, present: &Present) -> Html {
    let (text, session, id) = (view.text, &sitting.session, sitting.session.start.id);
    let how = |mode: &Mode| Choice {
        value: mode.word().to_owned(),
        chosen: mode == session.mode(),
        label: mode_label(text, mode).into(),
        apart: false,
    };
    let dispatch = view.dispatch.clone();
    let onhow =
        Callback::from(move |word: String| dispatch.emit(Action::Room(id, InRoom::How(Mode::read(&word)))));
    let tell = {
        let (dispatch, item) = (view.dispatch.clone(), item.to_owned());
        move |present: Present| dispatch.emit(Action::Here(id, item.clone(), present))
    };
    let onchoose = {
        let (tell, present) = (tell.clone(), present.clone());
        Callback::from(move |word: String| {
            if let Some(company) = Company::read(&word) {
                tell(present.toggled(company));
            }
        })
    };
    let onwords = {
        let company = present.company().to_vec();
        Callback::from(move |words: String| tell(Present::new(&company, &words)))
    };
    html! {<>
        <fieldset class="answering">
            <legend>{ text.begin_mode() }</legend>
            <div class={Lie::Row.class()}>
                { for MODES.iter().map(|mode| choice("how", "radio", how(mode), &onhow)) }
            </div>
        </fieldset>
        if session.instrument.as_str() == STRENGTHS_PROFILE {
            <p>{ link(view, Route::HandOver(session.start.person), "row-link", text.hand_link()) }</p>
        }
        <fieldset class="answering">
            <legend>{ text.begin_company() }</legend>
            <div class={Lie::Row.class()}>
                { for everybody(text, present).into_iter().map(|one| choice("here", "checkbox", one, &onchoose)) }
            </div>
        </fieldset>
        if present.has(Company::Interpreter) {
            <label class="govuk-label" for="here-language">{ text.here_language() }</label>
            <TextAnswer id="here-language" value={present.interpreting().to_owned()} described_by="here-waits"
                rows={1} {onwords} ontyping={Callback::noop()} />
        }
        <p id="here-waits" class="small" role="status">
            if present.keeps_back() { { text.here_waits() } }
        </p>
    </>}
}

/// Everybody who was there besides the person, in words; nothing when nobody was.
pub(super) fn others(text: &Text, present: &Present) -> String {
    let others: Vec<String> =
        present.company().iter().map(|one| other(text, *one, present).plain()).collect();
    others.join(", ")
}

fn sentence(text: &Text, mode: &Mode, present: &Present) -> String {
    let call = by_call(mode);
    let said = match present.company() {
        [] if call => text.here_call_alone(),
        [] => text.here_alone(),
        [Company::Worker] if call => text.here_call_two(),
        [Company::Worker] => text.here_two(),
        _ => {
            let others = others(text, present);
            if call { text.here_call_list(&others) } else { text.here_list(&others) }
        }
    };
    said.plain()
}

fn other(text: &Text, company: Company, present: &Present) -> Phrase {
    match company {
        Company::Worker => text.here_worker(),
        Company::Practitioner => text.here_practitioner(),
        Company::Family => text.here_family(),
        Company::Peer => text.here_peer(),
        Company::Interpreter if present.interpreting().is_empty() => text.here_interpreter(),
        Company::Interpreter => text.here_interpreter_of(present.interpreting()),
    }
}

/// The way to the other layout, where it makes a difference. It is remembered for the person.
pub(super) fn lay(view: &View<'_>, open: &Open, sitting: &Sitting, screen: &Screen) -> Html {
    let (text, session) = (view.text, &sitting.session);
    let label = match open.lay(session) {
        Lay::OneByOne => text.one_together(),
        Lay::Together if screen.items.len() > 1 => text.one_at_a_time(),
        Lay::Together => return Html::default(),
    };
    let other = view.send(Action::Need(session.start.person, Need::Help(Help::OneAtATime)));
    html! {
        <p class="lay"><button type="button" id="lay" class="text-button" onclick={other}>{ label }</button></p>
    }
}
