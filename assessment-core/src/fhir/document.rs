//! A file of FHIR: a Questionnaire, or a Bundle that holds one together with the value sets and code systems
//! it takes its options from, and perhaps with responses and their stored scores.

use super::choice::Terms;
use super::read::Element;
use crate::definition::{Faults, json};
use serde_json::Value;

/// More than this is no questionnaire and no file of answers that one would check by eye.
const MOST_BYTES: usize = 64 << 20;

/// What a file, or several files read together, hold.
pub(super) struct Document<'a> {
    /// The resources in file order, those inside Bundles with the address that stands beside them there.
    resources: Vec<(Option<&'a str>, Element<'a>)>,
    files: &'a [Read],
}

/// A file whose JSON was read, and what is wrong with it.
pub(super) struct Read {
    value: Option<Value>,
    /// What is wrong with it.
    pub faults: Faults,
}

/// Reads the JSON of a file.
pub(super) fn parse(text: &str) -> Read {
    let faults = Faults::default();
    Read { value: whole(text, &faults), faults }
}

fn whole(text: &str, faults: &Faults) -> Option<Value> {
    if text.len() > MOST_BYTES {
        faults.add("1:1", format!("The file is larger than {} MiB.", MOST_BYTES >> 20));
        return None;
    }
    json::read(text, faults)
}

impl<'a> Document<'a> {
    /// What files hold that were read already.
    pub(super) fn of(files: &'a [Read]) -> Document<'a> {
        let mut document = Document { resources: Vec::new(), files };
        for file in files {
            let whole = file.value.as_ref().and_then(|value| Element::of(value, String::new(), &file.faults));
            whole.into_iter().for_each(|resource| document.take(resource));
        }
        document
    }

    /// Which file an element stands in, counted from 0.
    pub(super) fn file_of(&self, element: &Element<'_>) -> usize {
        self.files.iter().position(|file| std::ptr::eq(&file.faults, element.faults())).unwrap_or_default()
    }

    /// Says what is wrong with the files as a whole. A file that could not be read said so itself.
    pub(super) fn refuse(&self, sentence: String) {
        if let Some(file) = self.files.iter().find(|file| file.value.is_some()) {
            file.faults.add("resourceType", sentence);
        }
    }

    fn take(&mut self, resource: Element<'a>) {
        match resource.text("resourceType") {
            Some("Bundle") => {
                for entry in resource.list("entry") {
                    // A Bundle in a Bundle holds nothing that belongs here.
                    let address = entry.text("fullUrl");
                    self.resources.extend(entry.inner("resource").map(|inner| (address, inner)));
                }
            }
            Some(_) => self.resources.push((None, resource)),
            None => resource.fault("resourceType", "This is not FHIR: it does not say which resource it is."),
        }
    }

    /// The resources of a kind.
    pub(super) fn all(&self, kind: &str) -> Vec<Element<'a>> {
        let all = self.resources.iter().map(|(_, resource)| resource);
        all.filter(|one| one.text("resourceType") == Some(kind)).cloned().collect()
    }

    /// For each resource of a kind, what a reference may call it: the address beside it, its kind and id.
    pub(super) fn names(&self, kind: &str) -> Vec<Vec<String>> {
        let of_kind = self.resources.iter().filter(|(_, one)| one.text("resourceType") == Some(kind));
        let names = |(address, one): &(Option<&str>, Element<'_>)| {
            let local = one.text("id").map(|id| format!("{kind}/{id}"));
            address.map(str::to_owned).into_iter().chain(local).collect()
        };
        of_kind.map(names).collect()
    }

    /// The one Questionnaire there is.
    pub(super) fn questionnaire(&self) -> Option<Element<'a>> {
        let mut found = self.all("Questionnaire");
        match found.len() {
            1 => found.pop(),
            0 => {
                self.refuse("There is no Questionnaire here (FHIR R4, as JSON).".to_owned());
                None
            }
            n => {
                self.refuse(format!("There are {n} Questionnaires here; one at a time is read."));
                None
            }
        }
    }

    /// The value sets and code systems a Questionnaire may take its options from.
    pub(super) fn terms(&self, questionnaire: &Element<'a>) -> Terms<'a> {
        let mut bundled = self.all("ValueSet");
        bundled.extend(self.all("CodeSystem"));
        Terms::new(questionnaire.list("contained"), bundled)
    }
}
