use super::*;
use crate::needs::{Ease, Pictures};
use assessment_core::instrument::Setting;

#[test]
fn every_route_reads_back_from_its_address() {
    let (person, session) = (PersonId([7; 16]), SessionId([0xab; 16]));
    let question = |then| Route::Question { session, item: "own_sleep".to_owned(), then };
    let heads_up = |then, room| Route::HeadsUp { session, item: "drink".to_owned(), then, room };
    let form = |setting, ease, pictures| {
        Route::Form("strengths-profile".to_owned(), Printed { setting, ease, pictures, print: Print::Usual })
    };
    let routes = [
        Route::Home,
        Route::NewVault,
        Route::AddPerson,
        Route::TakeOut,
        form(Setting::Community, Ease::Usual, Pictures::Without),
        form(Setting::Community, Ease::Simple, Pictures::Without),
        form(Setting::Custody, Ease::Usual, Pictures::With),
        form(Setting::Custody, Ease::Simple, Pictures::With),
        Route::Form("strengths-profile".to_owned(), Printed { print: Print::Large, ..Printed::default() }),
        Route::Instrument(Edition { id: "barc-10".to_owned(), version: "1.0.0".to_owned() }),
        Route::Words,
        Route::Reliability,
        Route::Security,
        Route::Statement,
        Route::Contacts,
        Route::Service,
        heads_up(Then::Next, Room::Ask),
        heads_up(Then::Check, Room::Ask),
        heads_up(Then::Next, Room::AsItIs),
        heads_up(Then::Check, Room::AsItIs),
        Route::Break(session),
        Route::After(session),
        Route::Concern(session),
        Route::Lost,
        Route::HandBack,
        Route::HandOver(person),
        Route::RightPerson(person),
        Route::HandedBack(session),
        Route::Person(person),
        Route::Needs(person),
        Route::Another(person),
        Route::begin(person),
        Route::Begin(person, "distance-travelled".to_owned()),
        Route::BeginPaper(person, STRENGTHS_PROFILE.to_owned()),
        Route::Paper(session, None),
        Route::Paper(session, Some("own_food".to_owned())),
        question(Then::Next),
        question(Then::Check),
        Route::SortFirst(session),
        Route::Check(session),
        Route::AboutYou(session),
        Route::Profile(session),
        Route::WorkerView(session),
        Route::Change(session),
    ];
    for route in routes {
        assert_eq!(Route::read(&route.address()), route);
    }
}

#[test]
fn an_address_that_leads_nowhere_is_lost() {
    let rows = [
        "/person",
        "/person/zz",
        "/person/ABABABABABABABABABABABABABABABAB",
        "/sitting/abababababababababababababababab",
        "/sitting/abababababababababababababababab/nothing",
        "/sitting/abababababababababababababababab/next/drink/now/again",
        "/../etc",
        "/form/strengths-profile/community",
        "/form/strengths-profile/easy/custody",
        "/form/strengths-profile/easy/easy",
        "/form/strengths-profile/large/easy",
    ];
    for path in rows {
        assert_eq!(Route::read(path), Route::Lost, "{path}");
    }
}
