//! The stored shape of words a service brings.

use super::{Unreadable, day, get, get_day, object, read, text, write};
use crate::brought::{Brought, Whose};
use crate::library::{Edition, ListedWording};

/// A pack as bytes.
#[must_use]
pub fn write_pack(brought: &Brought) -> Vec<u8> {
    let mut shape = object([
        ("v", 1.into()),
        ("instrument", text(&brought.edition.id)),
        ("version", text(&brought.edition.version)),
        ("pin", text(&brought.pin)),
        ("title", text(&brought.about.title)),
        ("language", text(&brought.about.language)),
        ("provenance", text(&brought.about.provenance)),
        ("licence", text(&brought.about.licence)),
        ("on", day(Some(brought.on))),
        ("pack", text(&brought.text)),
    ]);
    if let Some(reviewed) = &brought.about.reviewed {
        shape["reviewed"] = text(reviewed);
    }
    if brought.whose == Whose::App {
        shape["whose"] = text("app");
    }
    write(shape)
}

/// Reads a pack.
///
/// # Errors
/// [`Unreadable`] for anything that is not this version's shape.
pub fn read_pack(id: [u8; 16], bytes: &[u8]) -> Result<Brought, Unreadable> {
    let shape = read(bytes)?;
    let said = |name: &str| get(&shape, name).map(str::to_owned);
    Ok(Brought {
        id,
        whose: match shape.get("whose").map(serde_json::Value::as_str) {
            None => Whose::Service,
            Some(Some("app")) => Whose::App,
            Some(_) => return Err(Unreadable),
        },
        edition: Edition { id: said("instrument")?, version: said("version")? },
        pin: said("pin")?,
        about: ListedWording {
            title: said("title")?,
            language: said("language")?,
            provenance: said("provenance")?,
            licence: said("licence")?,
            reviewed: shape["reviewed"].as_str().map(str::to_owned),
        },
        on: get_day(&shape, "on")?.ok_or(Unreadable)?,
        text: said("pack")?,
    })
}
