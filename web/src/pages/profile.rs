//! What is strong, in words and a picture with its table; then what gets in the way; then support. No
//! total, no net score, no number unless asked for.

use crate::app::View;
use crate::charts::trellis::{Leaf, Rung, key, trellis};
use crate::components::controls::{
    back, details, heading, lead, link, link_button, notice, second_heading, words,
};
use crate::library::Book;
use crate::pages::measures::{measures, rating, ratings_title};
use crate::pages::other_scores::other_scores;
use crate::pages::paper::from;
use crate::route::Route;
use crate::state::{Open, Sitting};
use crate::text::Phrase;
use assessment_core::answer::{Missing, Responses};
use assessment_core::instrument::ItemAt;
use assessment_core::profile::{Area, BarrierState, Mark, Profile, compose};
use assessment_core::score::{Score, Scores, score};
use assessment_core::session::{Completion, Stage};
use yew::prelude::*;

/// What the page is drawn from.
struct Shown<'a> {
    view: &'a View<'a>,
    sitting: &'a Sitting,
    book: &'a Book,
    profile: Profile,
    responses: Responses,
    scores: Scores,
}

/// The page.
pub fn page(view: &View<'_>, open: &Open, sitting: &Sitting, book: &Book) -> Html {
    let text = view.text;
    let session = &sitting.session;
    let responses = session.responses(&book.instrument);
    let scores = score(&book.instrument, &responses);
    let profile = compose(&book.instrument, &responses, &scores);
    let shown = Shown { view, sitting, book, profile, responses, scores };
    let Stage::Finished(on, completion) = session.stage else {
        return crate::pages::check::page(view, sitting, book);
    };
    let name = open.people.get(&session.start.person).map(|p| p.name.clone()).unwrap_or_default();
    let first = open.first(session.start.person, session.instrument.as_str()).map(|head| head.start.id);
    html! {<>
        { back(view, Route::Person(session.start.person)) }
        { heading(shown.title()) }
        { lead(from(view, sitting).unwrap_or_else(|| text.profile_lead(&view.date(on)))) }
        { other_scores(view, open, sitting, book) }
        if completion == Completion::TooFarApart { { notice(text.profile_not_scored()) } }
        { shown.own_words() }
        { shown.strengths() }
        { shown.groups() }
        { shown.life() }
        { shown.step() }
        { shown.barriers() }
        { shown.support() }
        { shown.urgent() }
        { measures(view, book, &shown.scores) }
        <p class="thanks">{ text.profile_thanks() }</p>
        <div class="page-ends">
            { link_button(view, Route::After(session.start.id), text.after_link()) }
            if first.is_some_and(|first| first != session.start.id) {
                { link_button(view, Route::Change(session.start.id), text.profile_to_change()) }
            }
            { link(view, Route::Person(session.start.person), "stop-link", text.profile_to_person(&name)) }
            { link(view, Route::Instrument(book.edition()), "stop-link", text.instrument_link()) }
        </div>
    </>}
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

    fn own_words(&self) -> Html {
        let text = self.view.text;
        if self.profile.words.is_empty() {
            return Html::default();
        }
        html! {
            <section>
                { second_heading(text.profile_your_words()) }
                { for self.profile.words.iter().map(|(at, words)| html! {
                    <figure class="quote">
                        <figcaption>{ self.item(*at) }</figcaption>
                        <blockquote class="own-words">{ words.clone() }</blockquote>
                    </figure>
                }) }
            </section>
        }
    }

    fn strengths(&self) -> Html {
        let text = self.view.text;
        if self.profile.strengths.is_empty() {
            return Html::default();
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
                { words(sentence) }
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

    fn groups(&self) -> Html {
        let belongs: Vec<ItemAt> = self
            .profile
            .groups
            .iter()
            .flat_map(|area| &area.marks)
            .filter(|(at, mark)| *mark == Mark::HaveNow && self.book.instrument.item(*at).gate.is_some())
            .map(|(at, _)| *at)
            .collect();
        if belongs.is_empty() {
            return Html::default();
        }
        html! {
            <section>
                { second_heading(self.view.text.profile_groups()) }
                <ul class="told" lang={self.lang()}>
                    { for belongs.into_iter().map(|at| html! {
                        <li>{ self.item(at) }</li>
                    }) }
                </ul>
            </section>
        }
    }

    fn life(&self) -> Html {
        let rated: Vec<_> =
            self.profile.ratings.iter().filter_map(|r| r.value.map(|value| (r, value))).collect();
        if rated.is_empty() {
            return Html::default();
        }
        html! {
            <section>
                { second_heading(ratings_title(self.view, self.book)) }
                <dl class="facts">
                    { for rated.into_iter().map(|(one, value)| html! {
                        <div>
                            <dt lang={self.lang()}>{ self.book.scale(one.scale) }</dt>
                            <dd>{ rating(self.view, self.book, &self.responses, one, value) }</dd>
                        </div>
                    }) }
                </dl>
            </section>
        }
    }

    fn step(&self) -> Html {
        let named = self.book.instrument.scales().iter().find_map(|scale| scale.same_text);
        let words = self.profile.words.iter().find(|(at, _)| Some(*at) == named);
        let Some((_, named)) = words else { return Html::default() };
        html! {
            <section>
                { second_heading(self.view.text.profile_commitment()) }
                <blockquote class="own-words">{ named.clone() }</blockquote>
            </section>
        }
    }

    fn barriers(&self) -> Html {
        let text = self.view.text;
        let state = |state: BarrierState| match state {
            BarrierState::Present => text.profile_barrier_present(),
            BarrierState::Absent => text.profile_barrier_absent(),
            BarrierState::NotKnown => text.profile_barrier_not_known(),
        };
        if self.profile.barriers.is_empty() {
            return Html::default();
        }
        let all_clear = self.profile.barriers.iter().all(|b| b.state == BarrierState::Absent);
        html! {
            <section>
                { second_heading(text.profile_barriers()) }
                if all_clear {
                    { words(text.profile_barriers_none()) }
                } else {
                    <dl class="facts">
                        { for self.profile.barriers.iter().map(|barrier| html! {
                            <div>
                                <dt lang={self.lang()}>
                                    { self.book.scale(barrier.scale) }
                                </dt>
                                <dd>{ state(barrier.state) }</dd>
                            </div>
                        }) }
                    </dl>
                }
            </section>
        }
    }

    fn support(&self) -> Html {
        let text = self.view.text;
        if self.profile.support.is_empty() {
            return Html::default();
        }
        let lists: Vec<_> = self.profile.support.iter().filter(|list| !list.items.is_empty()).collect();
        let asked = self.profile.support.iter().any(|list| {
            let scale = self.book.instrument.scale(list.scale);
            scale.reads.iter().any(|at| self.responses.code(*at).is_some())
        });
        html! {
            <section>
                { second_heading(text.profile_support()) }
                if lists.is_empty() {
                    { words(if asked { text.profile_support_none() } else { text.profile_support_not_asked() }) }
                }
                { for lists.into_iter().map(|list| html! {
                    <div class="marks">
                        <h3 class="third-heading" lang={self.lang()}>
                            { self.book.scale(list.scale) }
                        </h3>
                        <ul>{ for list.items.iter().map(|at| html! { <li>{ self.item(*at) }</li> }) }</ul>
                    </div>
                }) }
            </section>
        }
    }

    fn urgent(&self) -> Html {
        if self.profile.urgent.is_empty() {
            return Html::default();
        }
        html! {
            <section>
                { second_heading(self.view.text.profile_urgent()) }
                <ul class="told" lang={self.lang()}>
                    { for self.profile.urgent.iter().map(|(at, code)| html! {
                        <li>{ self.book.option(*at, *code, self.sitting.session.start.setting) }</li>
                    }) }
                </ul>
            </section>
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
