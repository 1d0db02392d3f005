//! What has changed since the start: for each area a sentence, a then-and-now row and a table. Where no
//! threshold is established it says so and judges nothing; a missing number draws nothing.

use crate::app::View;
use crate::charts::then_now::{ThenNow, key, then_now};
use crate::components::controls::{
    back, details, heading, keep_private, lead, link, link_button, second_heading, words,
};
use crate::library::Book;
use crate::order::ordered;
use crate::pages::measures::ratings_title;
use crate::pages::{here, reliability, waves};
use crate::reliability::Figures;
use crate::route::Route;
use crate::state::{Open, Sitting, hides};
use crate::text::Phrase;
use assessment_core::change::{
    Beside, Change, Compared, Given, NotComparable, Respondent, Time, Verdict, Withheld, compare,
};
use assessment_core::instrument::{HigherIs, Instrument, Intention, ItemAt, ScaleAt};
use assessment_core::points::Points;
use assessment_core::score::{Scores, score};
use assessment_core::session::{By, Session};
use assessment_core::table::Table;
use yew::prelude::*;

/// One time, worked out once.
struct Told<'a> {
    instrument: &'a Instrument,
    scores: Scores,
    /// The words each scale was asked in.
    worded: Vec<String>,
    texts: Table<ItemAt, String>,
}

/// What the page is drawn from.
struct Shown<'a> {
    view: &'a View<'a>,
    book: &'a Book,
    /// What the service brought on how sure a change is.
    figures: Option<&'a Figures>,
    changes: Vec<(ScaleAt, Change)>,
    /// Then and now.
    times: [(&'a Session, &'a Instrument); 2],
}

/// The page.
pub fn page(view: &View<'_>, open: &Open, sitting: &Sitting, book: &Book) -> Html {
    let text = view.text;
    let session = &sitting.session;
    let person = session.start.person;
    let first = open.first(person, session.instrument.as_str());
    let baseline = first.and_then(|head| open.sittings.get(&head.start.id));
    let frame = |body: Html| {
        html! {<>
            { back(view, Route::Person(person)) }
            { heading(text.change_title()) }
            { keep_private(view) }
            { body }
        </>}
    };
    let Some(baseline) = baseline.filter(|baseline| baseline.session.start.id != session.start.id) else {
        return frame(words(text.change_none()));
    };
    let (baseline, figures) = (&baseline.session, open.figures.iter().find(|one| book.is(&one.about)));
    let book = &open.judged(book);
    // Each time by the definition it was given in.
    let Some(earlier) = open.library.of(baseline) else { return frame(words(text.change_none())) };
    let (then, now) = (told(earlier, baseline), told(book, session));
    let change = |at: ScaleAt| {
        let id = book.instrument.scale(at).id.as_str();
        let ways = [(baseline, &then), (session, &now)]
            .map(|(session, told)| session.mode_of(told.instrument, reads(told.instrument, id)));
        let (before, after) = (time(id, baseline, &then, &ways[0]), time(id, session, &now, &ways[1]));
        (at, compare(&book.instrument, at, &before, &after))
    };
    let hidden = open.hidden(sitting, book, view.today);
    let shows = |at: &ScaleAt| !hides(&hidden, &book.instrument, *at);
    let changes = book.instrument.scale_positions().filter(shows).map(change).collect();
    let shown = Shown {
        view,
        book,
        figures,
        changes,
        times: [(baseline, then.instrument), (session, now.instrument)],
    };
    let name = |session: &Session| {
        format!("{}, {}", waves::name(text, &session.start.wave).text, view.date(session.start.on))
    };
    frame(html! {<>
        { here::held_answers(view, sitting, book, &hidden) }
        { lead(text.change_lead(&name(session), &name(baseline))) }
        { key(text.change_then(), text.change_now()) }
        { shown.part(text.change_strengths(), Intention::Strength) }
        { shown.part(text.change_groups(), Intention::Group) }
        { shown.part(ratings_title(view, book), Intention::Rating) }
        { shown.part(text.change_step(), Intention::Commitment) }
        { shown.part(text.change_barriers(), Intention::Barrier) }
        { shown.part(text.change_support(), Intention::Support) }
        { shown.part(view.title(book), Intention::Measure) }
        <div class="page-ends">
            { link_button(view, Route::Profile(session.start.id), text.change_to_profile()) }
            { link(view, Route::Person(person), "stop-link", text.profile_to_person(&open.people.get(&person).map(|p| p.name.clone()).unwrap_or_default())) }
        </div>
    </>})
}

fn told<'a>(book: &'a Book, session: &Session) -> Told<'a> {
    let instrument = &*book.instrument;
    let responses = session.responses(instrument);
    let reads = instrument.scales().iter().map(|scale| &scale.reads);
    Told {
        instrument,
        scores: score(instrument, &responses),
        worded: reads.map(|items| session.worded(instrument, items)).collect(),
        texts: session.texts(instrument),
    }
}

/// The items a scale reads, where the instrument has it.
fn reads<'a>(instrument: &'a Instrument, scale: &str) -> &'a [ItemAt] {
    instrument.find_scale(scale).map_or(&[][..], |at| &instrument.scale(at).reads)
}

/// One time of one scale; whoever answered for the person, did so for this scale.
fn time<'a>(scale: &str, session: &'a Session, told: &'a Told<'a>, mode: &'a str) -> Time<'a> {
    let own = told.instrument.find_scale(scale);
    let items = reads(told.instrument, scale);
    let respondent = match session.given_by(told.instrument, items) {
        Some(By::Worker) => Respondent::Proxy,
        Some(By::Person | By::Together) => Respondent::Person,
        None => Respondent::NotKnown,
    };
    let worded = own.and_then(|at| told.worded.get(at.index()));
    let wording = worded.map_or(session.start.wording.as_str(), String::as_str);
    let practitioner = session.practitioner(told.instrument, items);
    Time {
        instrument: told.instrument,
        setting: session.start.setting,
        scores: &told.scores,
        texts: &told.texts,
        given: Given { wording, mode, respondent, practitioner },
    }
}

impl Shown<'_> {
    fn lang(&self) -> Option<String> {
        self.view.lang(self.book)
    }

    fn name(&self, at: ScaleAt) -> String {
        self.book.scale(at)
    }

    /// Single areas only: a part or a count would only say the same again. A published measure's total is its
    /// own; and a part that figures judge says what its areas, each too short to be judged, cannot.
    fn areas(&self, intention: Intention) -> Vec<&(ScaleAt, Change)> {
        let single = |at: ScaleAt| {
            let scale = self.book.instrument.scale(at);
            let composite = scale.key.parts().is_some();
            let own = intention == Intention::Measure || scale.change.is_some();
            scale.intention == intention && (!composite || own)
        };
        // What has grown comes first; the rest stays in the order asked.
        let rank = |change: &Change| match change {
            Change::Compared(c) => match c.distance_travelled {
                Some(distance) if distance > Points::ZERO => 0,
                Some(distance) if distance < Points::ZERO => 2,
                _ => 1,
            },
            _ => 3,
        };
        ordered(self.changes.iter().filter(|(at, _)| single(*at)), |a, b| rank(&a.1) < rank(&b.1))
    }

    fn part(&self, title: Phrase, intention: Intention) -> Html {
        let text = self.view.text;
        let areas = self.areas(intention);
        if areas.is_empty() {
            return Html::default();
        }
        let differs = |change: &Change| matches!(change, Change::Compared(c) if c.difference != Points::ZERO);
        let open = areas.iter().any(|(_, change)| {
            differs(change) && matches!(change, Change::Compared(c) if c.verdict == Verdict::DifferenceOnly)
        });
        let compared = || {
            areas.iter().filter_map(|(_, change)| match change {
                Change::Compared(compared) => Some(compared),
                _ => None,
            })
        };
        let withheld = compared().find_map(|c| match c.verdict {
            Verdict::Withheld(why) => Some(why),
            _ => None,
        });
        let both_times = compared().any(|c| c.said_beside.contains(&Beside::Practitioner));
        html! {
            <section>
                { second_heading(title.clone()) }
                // Said once for all areas of a part: it is the same for each of them.
                // Something is in the way or it is not: there are no numbers to speak of.
                if open && intention != Intention::Barrier {
                    { words(if compared().any(|c| c.basis.is_some()) { text.change_not_all() } else { text.change_not_established() }) }
                }
                if let Some(why) = withheld { { words(self.withheld(why)) } }
                { self.other_way(&areas) }
                if both_times { { words(text.change_practitioner_both()) } }
                { for areas.iter().map(|(at, change)| self.area(*at, change)) }
                { details(text.change_table(), self.table(title, intention, &areas)) }
            </section>
        }
    }

    /// In which ways the areas of a part were given then and now, where that is not the same.
    fn other_way(&self, areas: &[&(ScaleAt, Change)]) -> Html {
        let differs =
            |change: &Change| matches!(change, Change::Compared(c) if c.said_beside.contains(&Beside::Mode));
        let ids: Vec<&str> = areas
            .iter()
            .filter(|(_, change)| differs(change))
            .map(|(at, _)| self.book.instrument.scale(*at).id.as_str())
            .collect();
        if ids.is_empty() {
            return Html::default();
        }
        let [then, now] = self.times.map(|(session, instrument)| {
            let items: Vec<ItemAt> = ids.iter().flat_map(|id| reads(instrument, id)).copied().collect();
            let modes = session.mode_of(instrument, &items);
            modes.split(' ').map(|mode| self.view.text.mode_name(mode).plain()).collect::<Vec<_>>().join(", ")
        });
        words(self.view.text.change_other_way(&now, &then))
    }

    /// Why nothing is said about a difference.
    fn withheld(&self, why: Withheld) -> Phrase {
        let text = self.view.text;
        match why {
            Withheld::Respondent => text.change_withheld_respondent(),
            Withheld::Practitioner => text.change_withheld_practitioner(),
            Withheld::Language => text.change_withheld_language(),
            Withheld::Wording => text.change_withheld_wording(),
        }
    }

    fn area(&self, at: ScaleAt, change: &Change) -> Html {
        let text = self.view.text;
        let (then, now) = numbers(change);
        html! {
            <article class="area">
                <h3 class="third-heading" lang={self.lang()}>{ self.name(at) }</h3>
                { for self.sentences(at, change).into_iter().map(words) }
                if matches!(change, Change::Compared(compared) if compared.basis.is_some()) {
                    { reliability::behind(self.view, self.book, self.figures, at) }
                }
                // In the way or not is no number: its sentence says all of it.
                if (then.is_some() || now.is_some()) && self.book.instrument.scale(at).intention != Intention::Barrier {
                    { then_now(self.line(at, then, now), self.row_words(at, then, now)) }
                    <p class="small">{ self.direction(at) }</p>
                }
                if matches!(change, Change::Compared(compared) if compared.said_beside.contains(&Beside::Moved)) { { words(text.change_moved()) } }
            </article>
        }
    }

    /// Which end of the line is the better one, beside every line.
    fn direction(&self, at: ScaleAt) -> Phrase {
        let text = self.view.text;
        let scale = self.book.instrument.scale(at);
        match scale.higher_is {
            HigherIs::Better => text.change_higher_number(),
            // To want more support is neither good nor bad, whichever way a scale of it is read.
            HigherIs::Worse if scale.intention == Intention::Support => text.change_higher_neither(),
            HigherIs::Worse => text.change_higher_worse(),
            HigherIs::Neither => text.change_higher_neither(),
        }
    }

    fn line(&self, at: ScaleAt, then: Option<Points>, now: Option<Points>) -> ThenNow {
        let (lowest, highest) = self.book.instrument.scale(at).value_range();
        ThenNow {
            lowest: lowest.in_hundredths(),
            highest: highest.in_hundredths(),
            then: then.map(Points::in_hundredths),
            now: now.map(Points::in_hundredths),
        }
    }

    fn row_words(&self, at: ScaleAt, then: Option<Points>, now: Option<Points>) -> String {
        let (lowest, highest) = self.book.instrument.scale(at).value_range();
        let (from, to) = (self.number(then), self.number(now));
        let picture = self.view.text.change_picture(
            &self.name(at),
            &from,
            &highest.to_string(),
            &lowest.to_string(),
            &to,
        );
        picture.plain()
    }

    fn number(&self, points: Option<Points>) -> String {
        points.map_or_else(|| self.view.text.change_missing().plain(), |points| points.to_string())
    }

    fn sentences(&self, at: ScaleAt, change: &Change) -> Vec<Phrase> {
        let text = self.view.text;
        match change {
            Change::Compared(compared) => self.compared(at, compared),
            Change::NotAssessable { .. } => vec![text.change_too_few()],
            Change::NotComparable(NotComparable::Version) => vec![text.change_version()],
            Change::NotComparable(NotComparable::Setting) => vec![text.change_setting()],
            Change::NotComparable(NotComparable::NamedThing) => vec![text.change_named()],
        }
    }

    fn compared(&self, at: ScaleAt, compared: &Compared) -> Vec<Phrase> {
        let text = self.view.text;
        if self.book.instrument.scale(at).intention == Intention::Barrier {
            let there = |points: Points| points != Points::ZERO;
            return vec![match (there(compared.from), there(compared.to)) {
                (true, true) => text.change_barrier_still(),
                (true, false) => text.change_barrier_gone(),
                (false, true) => text.change_barrier_new(),
                (false, false) => text.change_barrier_clear(),
            }];
        }
        let (area, from, to) = (self.name(at), compared.from.to_string(), compared.to.to_string());
        let numbers = match compared.difference.cmp(&Points::ZERO) {
            std::cmp::Ordering::Greater => text.change_more(&area, &from, &to),
            std::cmp::Ordering::Less => text.change_less(&area, &from, &to),
            std::cmp::Ordering::Equal => text.change_same(&area, &to),
        };
        let verdict = match compared.verdict {
            Verdict::ReliableImprovement => Some(text.change_improved()),
            Verdict::ReliableDeterioration => Some(text.change_deteriorated()),
            Verdict::NoReliableChange => Some(text.change_no_reliable()),
            Verdict::MoreThanNoise => Some(text.change_more_than_noise()),
            Verdict::WithinNoise => Some(text.change_no_reliable()),
            // Said once for the whole part.
            Verdict::DifferenceOnly | Verdict::Withheld(_) => None,
        };
        let ceiling = compared.ceiling.then(|| text.change_ceiling());
        std::iter::once(numbers).chain(verdict).chain(ceiling).collect()
    }

    fn table(&self, title: Phrase, intention: Intention, areas: &[&(ScaleAt, Change)]) -> Html {
        let text = self.view.text;
        // Something is in the way or it is not: a difference of the two says nothing.
        let differs = intention != Intention::Barrier;
        html! {
            <div class="table-room" tabindex="0" role="region" aria-label={title}>
            <table class="govuk-table">
                <thead><tr>
                    <th scope="col">{ text.change_area() }</th>
                    <th scope="col">{ text.change_then() }</th>
                    <th scope="col">{ text.change_now() }</th>
                    if differs { <th scope="col">{ text.change_difference() }</th> }
                </tr></thead>
                <tbody>
                    { for areas.iter().map(|(at, change)| {
                        let (then, now) = numbers(change);
                        let difference = match change {
                            Change::Compared(compared) => Some(compared.difference),
                            _ => None,
                        };
                        html! {
                            <tr>
                                <th scope="row" lang={self.lang()}>{ self.name(*at) }</th>
                                <td>{ self.cell(intention, then) }</td>
                                <td>{ self.cell(intention, now) }</td>
                                if differs { <td>{ self.number(difference) }</td> }
                            </tr>
                        }
                    }) }
                </tbody>
            </table>
            </div>
        }
    }

    fn cell(&self, intention: Intention, points: Option<Points>) -> Html {
        let text = self.view.text;
        match (intention, points) {
            (Intention::Barrier, None) => text.profile_barrier_not_known().into(),
            (Intention::Barrier, Some(Points::ZERO)) => text.profile_barrier_absent().into(),
            (Intention::Barrier, Some(_)) => text.profile_barrier_present().into(),
            _ => self.number(points).into(),
        }
    }
}

fn numbers(change: &Change) -> (Option<Points>, Option<Points>) {
    match change {
        Change::Compared(compared) => (Some(compared.from), Some(compared.to)),
        Change::NotAssessable { from, to } => (*from, *to),
        Change::NotComparable(_) => (None, None),
    }
}
