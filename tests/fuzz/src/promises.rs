//! What must hold for every text that is read as a definition, as a pack or as FHIR, whoever wrote it: no panic,
//! no hang, every fault with its place and a sentence, and what parses can be used.
//!
//! The fuzzer runs these on texts it makes, `tests/main.rs` on the texts it found worth keeping.

use assessment_core::answer::{Answer, Missing, Responses, accept};
use assessment_core::catalogue::folders;
use assessment_core::definition::{self, Fault};
use assessment_core::instrument::{Code, HigherIs, Instrument, ItemAt, ItemKind, Setting};
use assessment_core::score::{Score, score};
use assessment_core::{codebook, fhir, wording};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// Longest time for one text of at most 64 kB (the longest of ours has some 30), on a busy machine and with
/// the fuzzer's counters in the code.
const PATIENCE: Duration = Duration::from_millis(500);

/// Reads a text as a definition, uses what comes out, and panics where a promise is broken.
pub fn definition(text: &str) {
    in_time(|| match definition::parse(text) {
        Err(faults) => well_said(&faults),
        Ok(instrument) => {
            says_the_same_printed_again(text, &instrument);
            can_be_used(&instrument);
        }
    });
}

/// Reads a text as a wording pack of the instrument it names (the first of ours when it names none).
pub fn pack(text: &str) {
    in_time(|| {
        let named = wording::instrument_of(text);
        if let Err(faults) = &named {
            well_said(faults);
        }
        let named = named.unwrap_or_default();
        let folder = folders().iter().find(|folder| folder.name == named).unwrap_or(&folders()[0]);
        let instrument = definition::parse(folder.definition).expect("what is shipped parses");
        match wording::parse(&instrument, text) {
            Err(faults) => well_said(&faults),
            Ok(wording) => says_everything(&instrument, &wording),
        }
    });
}

/// Reads a text as a Questionnaire of FHIR, and as one that carries its own responses.
pub fn fhir(text: &str) {
    in_time(|| match fhir::import(text) {
        Err(faults) => well_said(&faults),
        Ok(imported) => {
            let instrument = definition::parse(&imported.definition).expect("what is imported parses");
            can_be_used(&instrument);
            for (_, words) in &imported.wordings {
                says_everything(&instrument, &wording::parse(&instrument, words).expect("so do its words"));
            }
            imported.notes.iter().for_each(|note| well_said(std::slice::from_ref(note)));
            comes_home(&instrument, &imported);
        }
    });
    in_time(|| match fhir::judge(&[text], |_| [0; 32]) {
        Err(faults) => faults.iter().for_each(|(_, fault)| well_said(std::slice::from_ref(fault))),
        Ok(judged) => {
            can_be_used(&judged.instrument);
            judged.rows.iter().for_each(|row| inside_the_range(&judged.instrument, &row.responses));
            judged.differences.iter().for_each(|(_, fault)| well_said(std::slice::from_ref(fault)));
        }
    });
}

/// What was taken in goes out as a Questionnaire of ours and comes back as it left.
fn comes_home(instrument: &Instrument, imported: &fhir::Imported) {
    let names: Vec<String> =
        imported.wordings.iter().map(|(language, _)| format!("wording.{language}.json")).collect();
    let texts = imported.wordings.iter().map(|(_, text)| text.as_str());
    let wordings: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(texts).collect();
    let papers = fhir::Papers { instrument, definition: &imported.definition, wordings: &wordings };
    let home = fhir::import(&fhir::questionnaire(&papers));
    assert_eq!(home.map(|home| home.definition).as_ref(), Ok(&imported.definition), "it is another at home");
}

/// The fastest of three: a machine that was busy for a moment breaks no promise.
fn in_time(read: impl Fn()) {
    let mut fastest = Duration::MAX;
    for _ in 0..3 {
        let begun = Stopwatch::start();
        read();
        fastest = fastest.min(begun.spent());
        if fastest <= PATIENCE {
            return;
        }
    }
    panic!("it took {} ms", fastest.as_millis());
}

/// Counts the processor time of this thread where the system tells it (Linux), else the clock: a fuzzer that had to
/// wait for others was not slow.
struct Stopwatch {
    clock: Instant,
    processor: Option<Duration>,
}

impl Stopwatch {
    fn start() -> Stopwatch {
        Stopwatch { clock: Instant::now(), processor: processor() }
    }

    fn spent(&self) -> Duration {
        let processor = self.processor.zip(processor());
        processor.map_or_else(|| self.clock.elapsed(), |(before, now)| now.saturating_sub(before))
    }
}

/// The first number of `schedstat`: nanoseconds this thread has run.
fn processor() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

fn well_said(faults: &[Fault]) {
    assert!(!faults.is_empty(), "refused without a fault");
    for fault in faults {
        assert!(!fault.path.is_empty(), "no place: {fault}");
        assert!(!fault.to_string().contains(char::is_control), "more than one line: {fault:?}");
        assert!(fault.sentence.ends_with('.') && fault.sentence.len() > 5, "no sentence: {fault}");
    }
}

/// The same JSON laid out in another way is the same instrument.
fn says_the_same_printed_again(text: &str, instrument: &Instrument) {
    let value: serde_json::Value = serde_json::from_str(text).expect("it has just been read");
    let printed = serde_json::to_string_pretty(&value).expect("JSON prints");
    assert_eq!(definition::parse(&printed).as_ref(), Ok(instrument), "printed again it is another");
}

fn can_be_used(instrument: &Instrument) {
    let rows = codebook::describe(instrument);
    let named: BTreeSet<&str> = rows.iter().map(|row| row.variable.as_str()).collect();
    assert!(instrument.items().iter().all(|item| named.contains(item.id.as_str())), "an item has no row");
    for setting in [Setting::Community, Setting::Custody] {
        let skipped = |_: ItemAt| Answer::Missing(Missing::Skipped);
        let low = |at| end(instrument, at, Iterator::min);
        let high = |at| end(instrument, at, Iterator::max);
        let mixed = |at: ItemAt| if at.index().is_multiple_of(3) { skipped(at) } else { high(at) };
        inside_the_range(instrument, &Responses::settle(instrument, setting, skipped));
        inside_the_range(instrument, &Responses::settle(instrument, setting, low));
        inside_the_range(instrument, &Responses::settle(instrument, setting, high));
        inside_the_range(instrument, &Responses::settle(instrument, setting, mixed));
    }
}

/// The answer at one end of an item.
fn end(instrument: &Instrument, at: ItemAt, pick: fn(std::vec::IntoIter<Code>) -> Option<Code>) -> Answer {
    let codes: Vec<Code> = match &instrument.item(at).kind {
        ItemKind::Number { from, to, .. } => vec![*from, *to],
        _ => instrument.options(at).iter().map(|option| option.code).collect(),
    };
    let code = pick(codes.into_iter());
    let answer = match (&instrument.item(at).kind, code) {
        (ItemKind::Text, _) => Answer::Text("words".to_owned()),
        (ItemKind::Several { .. }, Some(code)) => Answer::Several(BTreeSet::from([code])),
        (_, Some(code)) => Answer::Coded(code),
        (_, None) => Answer::NOT_REACHED,
    };
    assert_eq!(accept(instrument, at, &answer), Ok(()), "{} refuses its own code", instrument.item(at).id);
    answer
}

fn inside_the_range(instrument: &Instrument, responses: &Responses) {
    let scores = score(instrument, responses);
    for (scale, score) in instrument.scales().iter().zip(scores.iter()) {
        let Score::Scored(scored) = score else { continue };
        let (low, high) = scale.value_range();
        assert!(
            (low..=high).contains(&scored.value),
            "{} = {} leaves {low} to {high}",
            scale.id,
            scored.value
        );
        assert_eq!(scored.band.is_some(), !scale.bands.is_empty(), "{}: a value without a band", scale.id);
        assert!(scored.items > 0, "{}: a number that rests on nothing", scale.id);
        if scale.higher_is != HigherIs::Neither && !scored.prorated {
            assert!(scored.answered > 0, "{}: a number without an answer", scale.id);
        }
    }
}

fn says_everything(instrument: &Instrument, wording: &wording::Wording) {
    assert!(!wording.id().is_empty());
    for at in instrument.positions() {
        for setting in [Setting::Community, Setting::Custody] {
            let _ = wording.text(instrument, at, setting);
        }
        assert!(!wording.text(instrument, at, Setting::Community).trim().is_empty(), "nothing is asked");
        let number = matches!(instrument.item(at).kind, ItemKind::Number { .. });
        assert!(wording.ends(instrument, at).is_some() || !number, "a number without ends");
        for option in instrument.options(at) {
            let _ = wording.option(instrument, at, option.code, Setting::Custody);
        }
        if instrument.item(at).may_not_apply {
            assert!(
                wording.does_not_apply(instrument, at, Setting::Community).is_some(),
                "no words for does not apply"
            );
        }
    }
    for section in 0..instrument.sections().len() {
        assert!(wording.section(instrument, section).is_some(), "a section without words");
    }
}
