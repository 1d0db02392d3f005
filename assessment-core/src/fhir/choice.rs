//! The options of a choice item: its own, or those of a ValueSet that stands in the same file.

use super::read::Element;
use super::weight::{self, Found};
use crate::points::Points;
use std::collections::BTreeMap;

/// More options than this is no list a person is shown.
const MOST: usize = 500;
/// Concepts below concepts: deeper than this is no list either.
const DEEPEST: usize = 8;

const EXCLUSIVE: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";

/// One option.
pub(super) struct Choice {
    /// The code system, when there is one.
    pub system: Option<String>,
    /// The code in that system; for a plain text the text itself.
    pub code: String,
    /// What a person is shown.
    pub label: String,
    /// Our own name for it: the code, or its number in the list when the code is what a person is shown.
    pub topic: String,
    /// Whether it cannot be chosen beside another.
    pub alone: bool,
    /// Its weight.
    pub weight: Option<Points>,
    /// Where it stands.
    pub path: String,
}

/// The value sets and code systems of the file.
pub(super) struct Terms<'a> {
    contained: Vec<Element<'a>>,
    bundled: Vec<Element<'a>>,
    /// Every concept of every code system, by the system's address and its code.
    concepts: BTreeMap<&'a str, BTreeMap<&'a str, Element<'a>>>,
    /// What a code system calls the weights of its concepts, by its address.
    weights: BTreeMap<&'a str, Vec<&'a str>>,
}

/// A concept as a value set lists it.
struct Member<'a> {
    system: Option<&'a str>,
    code: &'a str,
    display: Option<&'a str>,
    element: Element<'a>,
}

/// The options of a choice item, each with its weight if there is one. Says what is wrong with them.
pub(super) fn choices(item: &Element<'_>, link: &str, terms: &Terms<'_>) -> Vec<Choice> {
    let own = item.list("answerOption");
    let mut read: Vec<Choice> = match item.text("answerValueSet") {
        Some(_) if !own.is_empty() => {
            item.refuse(format!(
                "`{link}` has both `answerOption` and `answerValueSet`: only one may stand."
            ));
            Vec::new()
        }
        Some(address) => terms.choices(item, link, address),
        None => own.iter().filter_map(|option| own_choice(option, link, terms)).collect(),
    };
    for (n, choice) in read.iter_mut().enumerate() {
        let shown = choice.code == choice.label && Points::read(&choice.code).is_none();
        choice.topic = if shown { format!("option {}", n + 1) } else { choice.code.clone() };
    }
    if own.is_empty() && !item.has("answerValueSet") {
        item.refuse(format!("`{link}` is a choice without options."));
    }
    if read.len() > MOST {
        item.refuse(format!("`{link}` has {} options; at most {MOST} are read.", read.len()));
    }
    for (n, choice) in read.iter().enumerate().take(MOST) {
        let same = |other: &Choice| other.system == choice.system && other.code == choice.code;
        if read[..n].iter().any(same) {
            item.refuse(format!("`{link}` offers `{}` twice.", choice.code));
        }
    }
    read
}

fn own_choice(option: &Element<'_>, link: &str, terms: &Terms<'_>) -> Option<Choice> {
    option.refuse_modifiers();
    let coding = option.inner_typed("value", "Coding").filter(|_| option.has("valueCoding"));
    let mut found = weight::on(option);
    let (system, code, label) = match (&coding, option.typed("value")) {
        (Some(coding), _) => {
            found.extend(weight::on(coding));
            let Some(code) = coding.text("code") else {
                coding.refuse(format!("`{link}` has an option without a code."));
                return None;
            };
            let system = coding.text("system");
            found.extend(terms.weights(system, code));
            (system, code.to_owned(), coding.text("display").unwrap_or(code).to_owned())
        }
        (None, Some((kind @ ("String" | "Integer"), value))) => {
            found.extend(option.inner(&format!("_value{kind}")).iter().flat_map(weight::on));
            let shown = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            (None, shown.clone(), shown)
        }
        _ => {
            option.refuse(format!("`{link}` has an option that is no code, text or whole number."));
            return None;
        }
    };
    let weight = weight::agreed(&found, &format!("`{link}`, option `{code}`"), option);
    let alone = option.extensions(&[EXCLUSIVE]).iter().any(|one| one.flag("valueBoolean"));
    let system = system.map(str::to_owned);
    Some(Choice { system, code, label, topic: String::new(), alone, weight, path: option.place() })
}

impl<'a> Terms<'a> {
    /// Those contained in the Questionnaire, named `#id`, and those beside it in a Bundle, named by `url`.
    pub(super) fn new(contained: Vec<Element<'a>>, bundled: Vec<Element<'a>>) -> Terms<'a> {
        let mut concepts: BTreeMap<&str, BTreeMap<&str, Element<'a>>> = BTreeMap::new();
        let mut weights: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for codes in contained.iter().chain(&bundled) {
            let Some(url) = codes.text("url").filter(|_| codes.text("resourceType") == Some("CodeSystem"))
            else {
                continue;
            };
            weights.entry(url).or_default().extend(weight::names(codes));
            let mut members = Vec::new();
            flatten(codes, "concept", None, 0, &mut members);
            let by_code = concepts.entry(url).or_default();
            for member in members {
                by_code.entry(member.code).or_insert(member.element);
            }
        }
        Terms { contained, bundled, concepts, weights }
    }

    fn choices(&self, item: &Element<'_>, link: &str, address: &str) -> Vec<Choice> {
        let Some(set) = self.find("ValueSet", address) else {
            item.fault(
                "answerValueSet",
                format!("`{link}` takes its options from {address}, which does not stand in this file."),
            );
            return Vec::new();
        };
        let Some(members) = self.members(&set, link) else { return Vec::new() };
        if members.is_empty() {
            set.refuse(format!("`{link}` takes its options from here, and there are none."));
        }
        members.iter().map(|member| self.choice(&set, member, link)).collect()
    }

    fn choice(&self, set: &Element<'a>, member: &Member<'a>, link: &str) -> Choice {
        let mut found: Vec<Found> = weight::on(&member.element);
        // A list that was worked out (`expansion`) leaves the weights where the set was composed.
        for include in set.inner("compose").iter().flat_map(|compose| compose.list("include")) {
            let same = |one: &Element<'_>| one.text("code") == Some(member.code);
            let system = include.text("system");
            if system.is_none() || member.system.is_none() || system == member.system {
                found.extend(include.list("concept").iter().filter(|one| same(one)).flat_map(weight::on));
            }
        }
        found.extend(self.weights(member.system, member.code));
        let weight = weight::agreed(&found, &format!("`{link}`, option `{}`", member.code), &member.element);
        let known = || self.concept(member.system, member.code).and_then(|one| one.text("display"));
        Choice {
            system: member.system.map(str::to_owned),
            code: member.code.to_owned(),
            label: member.display.or_else(known).unwrap_or(member.code).to_owned(),
            topic: String::new(),
            alone: false,
            weight,
            path: member.element.place(),
        }
    }

    /// Contained resources are named by `#id`, all others by address, with or without a version.
    fn find(&self, kind: &str, address: &str) -> Option<Element<'a>> {
        let of_kind = |one: &&Element<'a>| one.text("resourceType") == Some(kind);
        if let Some(id) = address.strip_prefix('#') {
            return self.contained.iter().filter(of_kind).find(|one| one.text("id") == Some(id)).cloned();
        }
        let (url, version) = address.split_once('|').map_or((address, None), |(u, v)| (u, Some(v)));
        let same = |one: &&Element<'a>| {
            one.text("url") == Some(url)
                && (version.is_none() || one.text("version").is_none_or(|v| Some(v) == version))
        };
        self.contained.iter().chain(&self.bundled).filter(of_kind).find(same).cloned()
    }

    fn members(&self, set: &Element<'a>, link: &str) -> Option<Vec<Member<'a>>> {
        set.refuse_modifiers();
        let mut members = Vec::new();
        if let Some(expansion) = set.inner("expansion").filter(|expansion| expansion.has("contains")) {
            flatten(&expansion, "contains", None, 0, &mut members);
            return Some(members);
        }
        let Some(compose) = set.inner("compose") else {
            set.refuse(format!("`{link}` takes its options from here, and this lists none."));
            return None;
        };
        let mut whole = true;
        let mut rules: Vec<String> =
            compose.has("exclude").then(|| compose.at("exclude")).into_iter().collect();
        for include in compose.list("include") {
            rules.extend(
                ["filter", "valueSet"].iter().filter(|rule| include.has(rule)).map(|n| include.at(n)),
            );
            let system = include.text("system");
            if include.has("concept") {
                flatten(&include, "concept", system, 0, &mut members);
            } else if let Some(codes) = system.and_then(|system| self.complete(system)) {
                flatten(&codes, "concept", system, 0, &mut members);
            } else {
                whole = false;
                include.refuse(format!(
                    "`{link}` takes its options from all of {}, which does not stand in this file as a whole.",
                    system.unwrap_or("a code system")
                ));
            }
        }
        for path in &rules {
            set.refuse(format!(
                "`{link}` takes its options from here; a rule such as {path} is not worked out."
            ));
        }
        (whole && rules.is_empty()).then_some(members)
    }

    /// A code system that lists all it has.
    fn complete(&self, system: &str) -> Option<Element<'a>> {
        self.find("CodeSystem", system).filter(|codes| codes.text("content") == Some("complete"))
    }

    /// The concept of a code system in this file.
    fn concept(&self, system: Option<&str>, code: &str) -> Option<&Element<'a>> {
        self.concepts.get(system?)?.get(code)
    }

    fn weights(&self, system: Option<&str>, code: &str) -> Vec<Found> {
        let Some(concept) = self.concept(system, code) else { return Vec::new() };
        let names = system.and_then(|system| self.weights.get(system)).map(Vec::as_slice).unwrap_or_default();
        let mut found = weight::on(concept);
        found.extend(weight::declared(concept, names));
        found
    }
}

/// Concepts, and those below them; what is abstract only groups others.
fn flatten<'a>(
    element: &Element<'a>,
    list: &str,
    system: Option<&'a str>,
    depth: usize,
    members: &mut Vec<Member<'a>>,
) {
    if depth > DEEPEST {
        element.refuse(format!("Concepts stand more than {DEEPEST} deep here."));
        return;
    }
    for one in element.list(list) {
        let system = one.text("system").or(system);
        if let Some(code) = one.text("code").filter(|_| !one.flag("abstract")) {
            members.push(Member { system, code, display: one.text("display"), element: one.clone() });
        }
        flatten(&one, list, system, depth + 1, members);
    }
}
