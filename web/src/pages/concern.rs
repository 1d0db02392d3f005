//! For the link worker only: did anything concern you, does someone need to be told, whom and how. One tap says that
//! nothing did. The app tells nobody, and never says that it did.

use crate::app::View;
use crate::components::controls::{back, button, heading, link, notice, quiet_button, second_heading, words};
use crate::components::fields;
use crate::library::Book;
use crate::notes::{Answered, Concern, Reason, Told, Word};
use crate::pages::contacts::list;
use crate::pages::here;
use crate::raises::{raised, reasons};
use crate::route::Route;
use crate::service::Service;
use crate::state::{Action, Open, Sitting};
use crate::text::{Phrase, Text};
use assessment_core::schedule::uk_offset_hours;
use yew::prelude::*;

/// The page.
pub fn page(view: &View<'_>, open: &Open, service: &Service, sitting: &Sitting, book: &Book) -> Html {
    let (text, id, person) = (view.text, sitting.session.start.id, sitting.session.start.person);
    let name = open.people.get(&person).map(|person| person.name.clone()).unwrap_or_default();
    let earlier = open.notes.get(&id).map_or(&[][..], |notes| &notes.concerns);
    let dispatch = view.dispatch.clone();
    let onclick = Callback::from(move |_| dispatch.emit(Action::NoteConcern(id, typed())));
    let (yes, no) = (|| text.concern_yes(), || text.concern_no());
    html! {<>
        { back(view, before(open, sitting)) }
        { heading(text.concern_title()) }
        { words(text.concern_eyes()) }
        { flagged(view, sitting, book, &open.hidden(sitting, book, view.today)) }
        { quiet_button(text.concern_nothing(), view.send(Action::NoteConcern(id, Concern::nothing()))) }
        { notice(html! {<><p><b>{ text.concern_first() }</b></p><p>{ text.concern_never() }</p></>}) }
        { pick("anything", text.concern_anything(), [(Answered::Yes, yes()), (Answered::No, no())]) }
        { about(view, sitting, book) }
        { pick("tell-now", text.concern_now(), [(Answered::Yes, yes()), (Answered::No, no())]) }
        { fields::area("whom", text.concern_whom(), Some(text.concern_whom_hint()), "") }
        { pick("told", text.concern_told(),
            [(Told::Told, text.concern_told_yes()), (Told::NotTold, text.concern_told_no())]) }
        { fields::area("why", text.concern_why(), None, "") }
        <div class="go-on">
            { button(text.concern_save(), onclick) }
            { link(view, Route::Person(person), "stop-link", text.profile_to_person(&name)) }
        </div>
        if !earlier.is_empty() {
            { second_heading(text.concern_earlier()) }
            { for earlier.iter().rev().map(|concern| written_down(view, concern)) }
        }
        if !service.contacts.is_empty() {
            { second_heading(text.contacts_title()) }
            { list(text, &service.contacts) }
        }
        if !service.must_tell.is_empty() {
            { second_heading(text.contacts_tell_title()) }
            { list(text, &service.must_tell) }
        }
    </>}
}

/// Where one came from: the taps, or the answers of a paper form.
fn before(open: &Open, sitting: &Sitting) -> Route {
    let id = sitting.session.start.id;
    match sitting.session.paper {
        None => Route::After(id),
        Some(_) if open.answerable(id) => Route::Check(id),
        Some(_) => Route::Profile(id),
    }
}

/// What was ticked and typed.
fn typed() -> Concern {
    let ticked = |reason: &Reason| fields::ticked(&about_id(*reason));
    Concern {
        anything: fields::picked("anything"),
        about: Reason::WORDS.iter().map(|(reason, _)| *reason).filter(ticked).collect(),
        tell_now: fields::picked("tell-now"),
        whom: fields::typed("whom"),
        told_person: fields::picked("told"),
        why: fields::typed("why"),
        ..Concern::default()
    }
}

fn about_id(reason: Reason) -> String {
    format!("about-{}", reason.word())
}

/// The things that raise this page, to tick. None is ticked beforehand; what came up in an answer says so.
fn about(view: &View<'_>, sitting: &Sitting, book: &Book) -> Html {
    let text = view.text;
    let came_up = reasons(&book.instrument, &sitting.session);
    let choice = |(reason, _): &(Reason, &str)| {
        let said = came_up.contains(reason).then(|| text.concern_came_up());
        let label = html! {<>{ named(text, *reason) } if let Some(said) = said { <span class="small">{ " " }{ said }</span> }</>};
        (about_id(*reason), label)
    };
    fields::ticks(text.concern_about(), text.concern_about_hint(), Reason::WORDS.iter().map(choice).collect())
}

fn named(text: &Text, reason: Reason) -> Phrase {
    match reason {
        Reason::NowhereSafe => text.about_nowhere_safe(),
        Reason::Hurt => text.about_hurt(),
        Reason::Suicide => text.about_suicide(),
        Reason::Child => text.about_child(),
        Reason::Exploited => text.about_exploited(),
    }
}

/// One that was written down before, with its day and time. It stays as it was.
fn written_down(view: &View<'_>, concern: &Concern) -> Html {
    let text = view.text;
    let day = view.date(concern.on);
    let kept = match concern.at {
        Some(at) => text.concern_kept_at(&day, &time(at)),
        None => text.concern_kept(&day),
    };
    let answered = |answered: Answered| match answered {
        Answered::Open => None,
        Answered::Yes => Some(text.concern_yes().into()),
        Answered::No => Some(text.concern_no().into()),
    };
    let told = match concern.told_person {
        Told::Open => None,
        Told::Told => Some(text.concern_told_yes().into()),
        Told::NotTold => Some(text.concern_told_no().into()),
    };
    let typed = |words: &str| {
        (!words.is_empty()).then(|| html! { <span class="own-words">{ words.to_owned() }</span> })
    };
    let about = concern.about.iter().map(|reason| html! { <li>{ named(text, *reason) }</li> });
    let about = (!concern.about.is_empty()).then(|| html! { <ul class="told">{ for about }</ul> });
    let rows = [
        (text.concern_anything(), answered(concern.anything)),
        (text.concern_about(), about),
        (text.concern_now(), answered(concern.tell_now)),
        (text.concern_whom(), typed(&concern.whom)),
        (text.concern_told(), told),
        (text.concern_why(), typed(&concern.why)),
    ];
    html! {
        <section class="written-down">
            <p><b>{ kept }</b></p>
            <dl class="govuk-summary-list">
                // What was left open of a concern is said; where nothing concerned anybody, there was nothing to answer.
                { for rows.into_iter().filter(|row| row.1.is_some() || concern.anything != Answered::No).map(|(asked, said): (Phrase, Option<Html>)| html! {
                    <div class="govuk-summary-list__row">
                        <dt class="govuk-summary-list__key">{ asked }</dt>
                        <dd class="govuk-summary-list__value">
                            { said.unwrap_or_else(|| html! { <span class="not-answered">{ text.concern_open() }</span> }) }
                        </dd>
                    </div>
                }) }
            </dl>
        </section>
    }
}

/// The time of day in the UK, as on a clock.
fn time(at: i64) -> String {
    let seconds = at.div_euclid(1000);
    let minutes = seconds.saturating_add(3600 * uk_offset_hours(seconds)).div_euclid(60).rem_euclid(24 * 60);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// The answers that may need somebody to act, in their own words.
fn flagged(view: &View<'_>, sitting: &Sitting, book: &Book, hidden: &[usize]) -> Html {
    let text = view.text;
    let mut raised = raised(&book.instrument, &sitting.session);
    if raised.is_empty() {
        return words(text.concern_raised_none());
    }
    let all = raised.len();
    raised.retain(|(at, _)| !hidden.contains(&book.instrument.item(*at).section));
    let held = here::held_answers(view, sitting, book, if raised.len() < all { hidden } else { &[] });
    let setting = sitting.session.start.setting;
    let spoken = book.spoken(text.language());
    let lang = (spoken != text.language().code()).then(|| spoken.to_owned());
    html! {<>
        { words(text.concern_raised()) }
        { held }
        <ul class="told" {lang}>
            { for raised.into_iter().map(|(at, codes)| html! {
                <li>
                    { book.text(at, setting).to_owned() }{ " " }<br />
                    <b>{ codes.into_iter().map(|code| book.option(at, code, setting)).collect::<Vec<_>>().join(", ") }</b>
                </li>
            }) }
        </ul>
    </>}
}

fn pick<T: Word>(name: &'static str, question: Phrase, choices: [(T, Phrase); 2]) -> Html {
    fields::pick(name, question, choices.map(|(value, label)| (value.word(), label, false)))
}

#[cfg(test)]
mod tests {
    use super::time;

    #[test]
    fn a_time_is_what_the_clock_in_the_room_shows() {
        let rows = [
            // Midnight at the turn of 1970, and a moment before it.
            (0, "00:00"),
            (-1, "23:59"),
            // 2 March 2026, 15:10:59 in winter; 2 July 2026, 23:30 UTC in summer.
            (1_772_464_259_000, "15:10"),
            (1_783_035_000_000, "00:30"),
        ];
        for (at, expected) in rows {
            assert_eq!(time(at), expected, "{at}");
        }
    }
}
