//! What is strong, in words and a picture with its table; then what gets in the way; then support. No
//! total, no net score, no number unless asked for.

use crate::app::View;
use crate::charts::trellis::{Leaf, Rung, key, trellis};
use crate::components::controls::{
    back, details, heading, keep_private, lead, link, link_button, notice, second_heading, words,
};
use crate::library::Book;
use crate::pages::here;
use crate::pages::measures::measures;
use crate::pages::other_scores::other_scores;
use crate::pages::paper::from;
use crate::pages::question::Asking;
use crate::pages::sides::{self, all_words};
use crate::route::Route;
use crate::state::{Open, Sitting, hides};
use crate::text::Phrase;
use assessment_core::answer::{Missing, Responses};
use assessment_core::instrument::{Instrument, ItemAt};
use assessment_core::profile::{Area, Mark, Profile, compose};
use assessment_core::score::{Score, Scores, score};
use assessment_core::session::{Completion, Side, Stage};
use yew::prelude::*;

mod rest;

/// What the page is drawn from.
struct Shown<'a> {
    view: &'a View<'a>,
    sitting: &'a Sitting,
    book: &'a Book,
    profile: Profile,
    responses: Responses,
    scores: Scores,
    side: Side,
    /// The private sections that are held because of who is there.
    hidden: Vec<usize>,
}

/// The page, in the view of one side. Where the two see nothing differently there is one view only.
pub fn page(view: &View<'_>, open: &Open, sitting: &Sitting, book: &Book, side: Side) -> Html {
    let text = view.text;
    let session = &sitting.session;
    let hidden = open.hidden(sitting, book, view.today);
    let mut differing = session.differing(&book.instrument);
    let side = if differing.is_empty() { Side::Person } else { side };
    let responses = session.responses_of(&book.instrument, side);
    let scores = score(&book.instrument, &responses);
    let mut profile = compose(&book.instrument, &responses, &scores);
    hold_back(&mut profile, &book.instrument, &hidden);
    differing.retain(|at| !hidden.contains(&book.instrument.item(*at).section));
    let shown = Shown { view, sitting, book, profile, responses, scores, side, hidden };
    let asking = Asking { view, book, sitting };
    let Stage::Finished(on, completion) = session.stage else {
        return crate::pages::check::page(view, open, sitting, book);
    };
    let name = open.people.get(&session.start.person).map(|p| p.name.clone()).unwrap_or_default();
    let first = open.first(session.start.person, session.instrument.as_str()).map(|head| head.start.id);
    // A sitting of today is looked back on first.
    let today = open.heads.get(&session.start.id).filter(|head| open.to_look_back(head, view.today));
    let leads = today.map_or(Route::Person(session.start.person), |head| open.look_back(head));
    html! {<>
        { back(view, Route::Person(session.start.person)) }
        { heading(shown.title()) }
        { keep_private(view) }
        { lead(from(view, sitting).unwrap_or_else(|| shown.told_on(&view.date(on)))) }
        { here::ways(text, session) }
        { here::held_answers(view, sitting, book, &shown.hidden) }
        if side == Side::Person && shown.hidden.is_empty() { { other_scores(view, open, sitting, book) } }
        { shown.whose(&differing) }
        if completion == Completion::TooFarApart { { notice(text.profile_not_scored()) } }
        { all_words(&asking, &session.responses(&book.instrument), &shown.hidden) }
        { shown.strengths() }
        { shown.groups() }
        { shown.life() }
        { shown.step() }
        { shown.barriers() }
        { shown.support() }
        { shown.urgent() }
        { measures(view, book, &shown.scores, &shown.hidden) }
        { sides::differing(&asking, &differing) }
        <p class="thanks">{ text.profile_thanks() }</p>
        <div class="page-ends">
            { link_button(view, Route::After(session.start.id), text.after_link()) }
            if first.is_some_and(|first| first != session.start.id) {
                { link_button(view, Route::Change(session.start.id), text.profile_to_change()) }
            }
            { link(view, leads, "stop-link", text.profile_to_person(&name)) }
            { link(view, Route::Instrument(book.edition()), "stop-link", text.instrument_link()) }
        </div>
    </>}
}

/// Leaves out what rests on sections that are held.
fn hold_back(profile: &mut Profile, instrument: &Instrument, hidden: &[usize]) {
    let shows = |at: &ItemAt| !hidden.contains(&instrument.item(*at).section);
    for areas in [&mut profile.strengths, &mut profile.groups] {
        areas.retain(|area| !hides(hidden, instrument, area.scale));
    }
    profile.ratings.retain(|rating| !hides(hidden, instrument, rating.scale));
    profile.barriers.retain(|barrier| !hides(hidden, instrument, barrier.scale));
    profile.support.retain(|list| !hides(hidden, instrument, list.scale));
    profile.words.retain(|(at, _)| shows(at));
    profile.urgent.retain(|(at, _)| shows(at));
}

impl Shown<'_> {
    fn lang(&self) -> Option<String> {
        self.view.lang(self.book)
    }

    /// Strengths lead; what has none says what its answers show.
    fn title(&self) -> Phrase {
        match self.profile.strengths.first() {
            Some(_) => self.view.text.profile_title(),
            None => self.view.text.measure_title(),
        }
    }

    fn item(&self, at: ItemAt) -> Html {
        let words = self.book.text(at, self.sitting.session.start.setting);
        html! { <span lang={self.lang()}>{ words.to_owned() }</span> }
    }

    fn area_name(&self, area: &Area) -> String {
        self.book.scale(area.scale)
    }

    fn told_on(&self, date: &str) -> Phrase {
        match self.side {
            Side::Person => self.view.text.profile_lead(date),
            Side::Worker => self.view.text.profile_worker_lead(date),
        }
    }

    /// Whose view the scores are from, where the two see something differently, and the way to the other.
    fn whose(&self, differing: &[ItemAt]) -> Html {
        let (text, id) = (self.view.text, self.sitting.session.start.id);
        if differing.is_empty() {
            return Html::default();
        }
        let (said, to, label) = match self.side {
            Side::Person => (text.profile_own_view(), Route::WorkerView(id), text.profile_to_worker_view()),
            Side::Worker => (text.profile_worker_view(), Route::Profile(id), text.profile_to_own_view()),
        };
        notice(html! {<>
            <p>{ said }</p>
            <p>{ link(self.view, to, "row-link", label) }</p>
        </>})
    }

    fn strengths(&self) -> Html {
        let text = self.view.text;
        if self.profile.strengths.is_empty() {
            return Html::default();
        }
        if self.profile.strengths.iter().all(|area| counts(area)[..3] == [0, 0, 0]) {
            return html! {
                <section>
                    { second_heading(text.profile_picture_title()) }
                    { words(text.profile_none_at_all()) }
                </section>
            };
        }
        let rungs = self.profile.strengths.iter().map(|area| self.rung(area)).collect();
        html! {<>
            <section>
                { second_heading(text.profile_picture_title()) }
                { trellis(text.profile_picture_title().plain(), rungs) }
                { key(text.profile_have_now(), text.profile_partly(), text.profile_not_yet()) }
                { details(text.profile_table(), self.table()) }
            </section>
            <section>
                { for self.profile.strengths.iter().map(|area| self.area(area)) }
            </section>
            { details(text.profile_numbers(), self.numbers()) }
        </>}
    }

    fn rung(&self, area: &Area) -> Rung {
        let leaf = |(_, mark): &(ItemAt, Mark)| match mark {
            Mark::HaveNow => Some(Leaf::Whole),
            Mark::Partly => Some(Leaf::Half),
            Mark::NotYet => Some(Leaf::Ring),
            Mark::NoAnswer(_) => None,
        };
        let [have, partly, wish, _] = counts(area).map(|n| n.to_string());
        let name = self.area_name(area);
        Rung {
            words: self.view.text.profile_picture_row(&name, &have, &partly, &wish).plain(),
            label: html! { <span lang={self.lang()}>{ name }</span> },
            leaves: area.marks.iter().filter_map(leaf).collect(),
        }
    }

    fn table(&self) -> Html {
        let text = self.view.text;
        html! {
            <div class="table-room" tabindex="0" role="region" aria-label={text.profile_picture_title()}>
            <table class="govuk-table">
                <thead><tr>
                    <th scope="col">{ text.profile_area() }</th>
                    <th scope="col">{ text.profile_have_now() }</th>
                    <th scope="col">{ text.profile_partly() }</th>
                    <th scope="col">{ text.profile_not_yet() }</th>
                    <th scope="col">{ text.profile_no_answer() }</th>
                </tr></thead>
                <tbody>
                    { for self.profile.strengths.iter().map(|area| html! {
                        <tr>
                            <th scope="row" lang={self.lang()}>{ self.area_name(area) }</th>
                            { for counts(area).into_iter().map(|n| html! { <td>{ n }</td> }) }
                        </tr>
                    }) }
                </tbody>
            </table>
            </div>
        }
    }

    fn area(&self, area: &Area) -> Html {
        let text = self.view.text;
        let name = self.area_name(area);
        let [have, partly, wish, _] = counts(area);
        let sentence = if have + partly + wish == 0 {
            text.profile_none_answered()
        } else if have == 0 && partly > 0 {
            // What is partly there is a strength, too: it is said before what is wished for.
            text.profile_some_partly()
        } else {
            text.profile_have(i64::try_from(have).unwrap_or(i64::MAX))
        };
        let list = |label: Html, class: &'static str, wanted: Mark| {
            let items: Vec<ItemAt> =
                area.marks.iter().filter(|(_, mark)| *mark == wanted).map(|(at, _)| *at).collect();
            html! {
                if !items.is_empty() {
                    <div class={classes!("marks", class)}>
                        <h4 class="marks-title">{ label }</h4>
                        <ul>{ for items.into_iter().map(|at| html! { <li>{ self.item(at) }</li> }) }</ul>
                    </div>
                }
            }
        };
        html! {
            <article class="area">
                <h3 class="third-heading" lang={self.lang()}>{ name }</h3>
                if self.side == Side::Person { { words(sentence) } }
                { list(text.profile_have_now().into(), "marks--have", Mark::HaveNow) }
                { list(text.profile_partly().into(), "marks--partly", Mark::Partly) }
                { list(text.profile_not_yet().into(), "marks--wish", Mark::NotYet) }
            </article>
        }
    }

    fn numbers(&self) -> Html {
        let text = self.view.text;
        html! {
            <div class="table-room" tabindex="0" role="region" aria-label={text.profile_numbers()}>
            <table class="govuk-table">
                <thead><tr>
                    <th scope="col">{ text.profile_area() }</th>
                    <th scope="col">{ text.profile_score() }</th>
                </tr></thead>
                <tbody>
                    { for self.profile.strengths.iter().map(|area| html! {
                        <tr>
                            <th scope="row" lang={self.lang()}>{ self.area_name(area) }</th>
                            <td>{ self.number(area) }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
            </div>
        }
    }

    fn number(&self, area: &Area) -> Html {
        let text = self.view.text;
        let most = self.book.instrument.scale(area.scale).range.1.to_string();
        match &area.score {
            Score::NotScorable(_) => text.profile_no_score().into(),
            Score::Scored(scored) => html! {<>
                { text.profile_of(&most, &scored.value.to_string()) }
                if scored.prorated {
                    { ", " }{ text.profile_based_on(&scored.answered.to_string(), &scored.items.to_string()) }
                }
            </>},
        }
    }
}

/// Have now, partly there, would like more of, no answer ("does not apply" counts for none of them).
fn counts(area: &Area) -> [usize; 4] {
    let count = |wanted: fn(&Mark) -> bool| area.marks.iter().filter(|(_, mark)| wanted(mark)).count();
    [
        count(|mark| *mark == Mark::HaveNow),
        count(|mark| *mark == Mark::Partly),
        count(|mark| *mark == Mark::NotYet),
        count(|mark| matches!(mark, Mark::NoAnswer(why) if *why != Missing::DoesNotApply)),
    ]
}
