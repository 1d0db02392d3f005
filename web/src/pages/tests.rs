//! What is drawn before the second wasm is there says only what came with the first page: [`Text`] stops a
//! test that says anything else.

use super::{page, title};
use crate::app::View;
use crate::components::frame::frame;
use crate::route::Route;
use crate::state::{AppState, Arrival, Refused, Shut, ShutTrouble, Stage, Update, start};
use crate::text::Text;
use yew::Callback;

fn door() -> Text {
    let words = include_str!(concat!(env!("OUT_DIR"), "/en-door.json"));
    Text::parse(words, None).expect("this build's own words")
}

fn draw(text: &Text, state: &AppState) -> &'static str {
    let dispatch = Callback::noop();
    let view = View {
        text,
        today: state.today,
        dispatch: &dispatch,
        inside: None,
        pictures: crate::needs::Pictures::Without,
    };
    assert!(!title(text, state).as_str().is_empty());
    let page = page(&view, state);
    let name = page.name;
    let _drawn = frame(&view, state, page);
    name
}

fn shut(vault: bool, handed: bool, trouble: Option<ShutTrouble>) -> Stage {
    Stage::Shut(Shut { vault, handed, busy: trouble.is_none(), trouble })
}

#[test]
fn every_page_before_the_second_wasm_has_its_words() {
    let text = door();
    let troubles = [
        None,
        Some(ShutTrouble::WrongPassphrase),
        Some(ShutTrouble::Wait(1)),
        Some(ShutTrouble::Wait(9)),
        Some(ShutTrouble::TooShort),
        Some(ShutTrouble::NotTheSame),
        Some(ShutTrouble::Damaged),
        Some(ShutTrouble::Memory),
        Some(ShutTrouble::Stopped),
    ];
    let mut stages = vec![Stage::Starting];
    stages.extend([Refused::NotSecure, Refused::NoDatabase, Refused::OtherTab].map(Stage::Refused));
    for trouble in troubles {
        stages.extend([(false, false), (true, false), (true, true)].map(|(v, h)| shut(v, h, trouble)));
    }
    let routes = [Route::Home, Route::NewVault, Route::Security, Route::Contacts, Route::Statement];
    let mut drawn = Vec::new();
    for stage in stages {
        for route in routes.clone() {
            for inside in [Arrival::Coming, Arrival::Failed] {
                for update in [Update::None, Update::Waiting, Update::Replaced] {
                    let today = "2026-11-25".parse().expect("a date");
                    let state =
                        AppState { stage: stage.clone(), inside, update, ..start(route.clone(), today) };
                    drawn.push(draw(&text, &state));
                }
            }
        }
    }
    drawn.sort_unstable();
    drawn.dedup();
    assert_eq!(drawn, ["first", "hand-back", "new", "reading", "refused", "starting", "unlock", "unread"]);
}

#[test]
#[should_panic(expected = "is said, but not there")]
fn the_door_does_not_say_what_lies_behind_it() {
    let _unsaid = door().people_title();
}
