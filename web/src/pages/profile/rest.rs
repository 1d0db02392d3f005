//! The rest of a profile, after what is strong: groups, how life is, the first step, what gets in the way, support.

use super::Shown;
use crate::components::controls::{second_heading, words};
use crate::pages::measures::{rating, ratings_title};
use assessment_core::instrument::ItemAt;
use assessment_core::profile::{Barrier, BarrierState, Mark};
use assessment_core::session::Side;
use yew::prelude::*;

impl Shown<'_> {
    pub(super) fn groups(&self) -> Html {
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

    pub(super) fn life(&self) -> Html {
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

    pub(super) fn step(&self) -> Html {
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

    pub(super) fn barriers(&self) -> Html {
        let text = self.view.text;
        let state = |state: BarrierState| match state {
            BarrierState::Present => text.profile_barrier_present(),
            BarrierState::Absent => text.profile_barrier_absent(),
            BarrierState::NotKnown => text.profile_barrier_not_known(),
        };
        if self.profile.barriers.is_empty() {
            return Html::default();
        }
        // In the worker's view it is not the person who told us.
        let clear = |b: &Barrier| b.state == BarrierState::Absent;
        let all_clear =
            self.side == Side::Person && self.hidden.is_empty() && self.profile.barriers.iter().all(clear);
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

    pub(super) fn support(&self) -> Html {
        let text = self.view.text;
        if self.profile.support.is_empty() {
            return Html::default();
        }
        let lists: Vec<_> = self.profile.support.iter().filter(|list| !list.items.is_empty()).collect();
        if lists.is_empty() && self.side == Side::Worker {
            return Html::default();
        }
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

    pub(super) fn urgent(&self) -> Html {
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
