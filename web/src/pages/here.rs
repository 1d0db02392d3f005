//! Who is here: asked once before the first question, then one quiet line over every part, where a tap changes it.

use crate::app::View;
use crate::components::answer_card::{Card, Choice, Lie, card, choice};
use crate::components::fields;
use crate::components::text_answer::TextAnswer;
use crate::needs::{Help, Need};
use crate::screens::{Lay, Screen};
use crate::state::{Action, Open, Sitting};
use crate::text::{Phrase, Text};
use assessment_core::presence::{Company, Present};
use assessment_core::session::{Mode, Stage};
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
    let text = view.text;
    let usual = chosen_mode();
    let mode = |mode: &Mode| Choice {
        value: mode.word().to_owned(),
        chosen: *mode == usual,
        label: match mode {
            Mode::Phone => text.begin_mode_phone().into(),
            Mode::Video => text.begin_mode_video().into(),
            _ => text.begin_mode_joint().into(),
        },
        apart: false,
    };
    let company = chosen_company();
    html! {<>
        { plain_card(MODE, "radio", text.begin_mode(), text.begin_mode_hint(), MODES.iter().map(mode).collect()) }
        { plain_card(COMPANY, "checkbox", text.begin_company(), text.begin_company_hint(), everybody(text, &company)) }
        <div class="govuk-form-group">
            <label class="govuk-label" for={LANGUAGE}>{ text.begin_interpreting() }</label>
            <p id="interpreting-hint" class="govuk-hint">{ text.begin_interpreting_hint() }</p>
            <input id={LANGUAGE} class="govuk-input" autocomplete="off" aria-describedby="interpreting-hint" />
        </div>
    </>}
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

/// How it is to be done; at one screen until something else is chosen.
pub(super) fn chosen_mode() -> Mode {
    let chosen = |mode: &Mode| fields::ticked(&format!("{MODE}-{}", mode.word()));
    MODES.into_iter().find(chosen).unwrap_or(Mode::Joint)
}

/// Who is there; the worker, until somebody says otherwise.
pub(super) fn chosen_company() -> Present {
    let asked = |company: &Company| fields::tick(&format!("{COMPANY}-{}", company.word()));
    let there = |company: &Company| asked(company).unwrap_or(*company == Company::Worker);
    let company: Vec<Company> = Company::ALL.into_iter().filter(there).collect();
    Present::new(&company, &fields::line(LANGUAGE))
}

/// One line over a part: who is here, and a way to change it. Nothing where nobody can see who is there.
pub(super) fn line(view: &View<'_>, sitting: &Sitting, item: &str) -> Html {
    let (text, session) = (view.text, &sitting.session);
    let mode = &session.start.mode;
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
    let (text, id) = (view.text, sitting.session.start.id);
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

fn sentence(text: &Text, mode: &Mode, present: &Present) -> String {
    let call = by_call(mode);
    let said = match present.company() {
        [] if call => text.here_call_alone(),
        [] => text.here_alone(),
        [Company::Worker] if call => text.here_call_two(),
        [Company::Worker] => text.here_two(),
        company => {
            let others: Vec<String> = company.iter().map(|one| other(text, *one, present).plain()).collect();
            let others = others.join(", ");
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
