//! The weight of an answer, wherever the standard lets one live: on the option, on its Coding, on the
//! concept of a ValueSet or of a CodeSystem, as an extension or as a concept's property.

use super::read::Element;
use crate::points::Points;

/// Extensions that hold a weight: R4's, R5's, and those of earlier releases that are still met in R4 files.
const EXTENSIONS: [&str; 6] = [
    "http://hl7.org/fhir/StructureDefinition/ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/itemWeight",
    "http://hl7.org/fhir/StructureDefinition/questionnaire-ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/codesystem-ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/valueset-ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/iso21090-CO-value",
];

/// Properties of a concept that hold a weight.
const PROPERTIES: [&str; 2] = ["itemWeight", "ordinalValue"];

/// A weight and where it was found.
pub(super) struct Found {
    /// The weight.
    pub points: Points,
    /// Its path.
    pub path: String,
}

/// How the addresses of such properties end, whatever a code system calls them.
const ADDRESSES: [&str; 2] = ["#itemWeight", "#ordinalValue"];

/// Every weight that stands on an element.
pub(super) fn on(element: &Element<'_>) -> Vec<Found> {
    let found = element.extensions(&EXTENSIONS).into_iter().chain(properties(element, &PROPERTIES));
    found.filter_map(found_on).collect()
}

/// Every weight under a property that its code system declares to be one, by a name of its own.
pub(super) fn declared(concept: &Element<'_>, names: &[&str]) -> Vec<Found> {
    properties(concept, names).into_iter().filter_map(found_on).collect()
}

/// The names of its own that a code system has for weights.
pub(super) fn names<'a>(system: &Element<'a>) -> Vec<&'a str> {
    let weighs = |one: &Element<'a>| {
        one.text("uri").is_some_and(|uri| ADDRESSES.iter().any(|address| uri.ends_with(address)))
    };
    let named = system.list("property").into_iter().filter(weighs).filter_map(|one| one.text("code"));
    named.filter(|name| !PROPERTIES.contains(name)).collect()
}

fn properties<'a>(element: &Element<'a>, names: &[&str]) -> Vec<Element<'a>> {
    let named = |one: &Element<'_>| one.text("code").is_some_and(|code| names.contains(&code));
    element.list("property").into_iter().filter(named).collect()
}

fn found_on(element: Element<'_>) -> Option<Found> {
    read(&element).map(|points| Found { points, path: element.place() })
}

/// The one weight all these say, or a fault when they say more than one.
pub(super) fn agreed(found: &[Found], of: &str, option: &Element<'_>) -> Option<Points> {
    let first = found.first()?;
    if let Some(other) = found.iter().find(|other| other.points != first.points) {
        option.refuse(format!(
            "{of} weighs {} at {} and {} at {}: say which it is.",
            first.points, first.path, other.points, other.path
        ));
    }
    Some(first.points)
}

fn read(element: &Element<'_>) -> Option<Points> {
    let Some(number) = element.number("value") else {
        element.refuse("A weight is a number, as `valueDecimal`.");
        return None;
    };
    let points = points(&number);
    if points.is_none() {
        element.refuse(format!("{number} is no weight: at most ten digits and two decimals are kept."));
    }
    points
}

/// Reads a FHIR decimal, whose noughts at the end say how precise it is and nothing else.
pub(super) fn points(number: &str) -> Option<Points> {
    match number.split_once('.') {
        None => Points::read(number),
        Some((whole, part)) => match part.trim_end_matches('0') {
            "" => Points::read(whole),
            part => Points::read(&format!("{whole}.{part}")),
        },
    }
}
