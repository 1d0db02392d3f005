//! Journeys in the service's words, over a tablet that is played here.

mod assessing;
mod beside;
mod bringing;
mod caring;
mod caseload;
mod easy;
mod figures;
mod handing;
mod here;
mod instruments;
mod keeping;
mod known;
mod language;
mod mended;
mod needs;
mod opening;
mod paper;
mod reading;
mod room;
mod scenario;
mod typing;
mod walk;
mod waves;
