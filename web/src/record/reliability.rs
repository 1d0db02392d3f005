//! The stored shape of figures a service brings.

use super::{Unreadable, day, get, get_day, object, read, text, write};
use crate::library::Edition;
use crate::reliability::Figures;

/// Figures as bytes.
#[must_use]
pub fn write_figures(figures: &Figures) -> Vec<u8> {
    write(object([
        ("v", 1.into()),
        ("instrument", text(&figures.about.id)),
        ("version", text(&figures.about.version)),
        ("edition", text(&figures.edition)),
        ("made_on", day(Some(figures.made_on))),
        ("on", day(Some(figures.on))),
        ("file", text(&figures.text)),
    ]))
}

/// Reads figures.
///
/// # Errors
/// [`Unreadable`] for anything that is not this version's shape.
pub fn read_figures(id: [u8; 16], bytes: &[u8]) -> Result<Figures, Unreadable> {
    let shape = read(bytes)?;
    let said = |name: &str| get(&shape, name).map(str::to_owned);
    Ok(Figures {
        id,
        about: Edition { id: said("instrument")?, version: said("version")? },
        edition: said("edition")?,
        made_on: get_day(&shape, "made_on")?.ok_or(Unreadable)?,
        on: get_day(&shape, "on")?.ok_or(Unreadable)?,
        text: said("file")?,
    })
}
