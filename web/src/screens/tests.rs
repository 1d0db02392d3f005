use super::*;
use crate::library::tests::strengths_profile;
use assessment_core::instrument::Setting;

/// Answers written as `drugs=1 drink=0`; `*` stands for everything else, answered with its first code.
fn responses(instrument: &Instrument, setting: Setting, given: &str) -> Responses {
    let pairs: Vec<(&str, &str)> = given.split_whitespace().filter_map(|pair| pair.split_once('=')).collect();
    for (id, _) in &pairs {
        assert!(*id == "*" || instrument.find_item(id).is_some(), "there is no item {id}");
    }
    Responses::settle(instrument, setting, |at| {
        let id = instrument.item(at).id.as_str();
        let cell = pairs.iter().find(|(item, _)| *item == id).or(pairs.iter().find(|(item, _)| *item == "*"));
        match cell {
            None => Answer::NOT_REACHED,
            Some((_, cell)) => match Missing::read(cell) {
                Some(missing) => Answer::Missing(missing),
                None => Answer::Coded(cell.parse().expect("a code or a missing code")),
            },
        }
    })
}

/// The screens of one section, each as the ids on it.
fn of_section(setting: Setting, given: &str, section: &str) -> Vec<String> {
    let instrument = strengths_profile().instrument;
    let all = screens(&instrument, &responses(&instrument, setting, given), Lay::Together);
    let here = all.iter().filter(|screen| instrument.sections()[screen.section].id.as_str() == section);
    here.map(|screen| ids(&instrument, screen)).collect()
}

fn ids(instrument: &Instrument, screen: &Screen) -> String {
    let ids: Vec<&str> = screen.items.iter().map(|at| instrument.item(*at).id.as_str()).collect();
    ids.join(" ")
}

#[test]
fn a_screen_holds_what_two_people_talk_about_at_once() {
    let community = Setting::Community;
    let custody = Setting::Custody;
    let groups = "group_support group_active group_interest group_faith group_helping";
    let supports = [
        "support_housing support_everyday support_substances support_habits support_mind",
        "support_health support_family support_safety support_legal support_work",
    ];
    let rows: &[(Setting, &str, &str, &[&str])] = &[
        // Open questions together, what is urgent alone.
        (community, "", "hopes", &["matters helped_before hope_for"]),
        (community, "", "today", &["cannot_wait"]),
        // The four of a strength together.
        (community, "", "looking_after_myself", &["own_food own_body own_ask own_sleep"]),
        (community, "", "giving_back", &["give_kind give_share give_part give_relied"]),
        // A gate alone until it is answered, then what it opens.
        (community, "", "groups", &["groups_any"]),
        (community, "groups_any=skipped", "groups", &["groups_any"]),
        (community, "groups_any=prefer_not_to_say", "groups", &["groups_any"]),
        (community, "groups_any=1", "groups", &["groups_any", groups]),
        (community, "groups_any=0", "groups", &["groups_any", "group_try"]),
        // Five ratings together; ten supports as five and five.
        (community, "", "life_now", &["life_mind life_body life_home life_people life_whole"]),
        (community, "", "support", &supports),
        (custody, "", "support", &supports),
        // What one wants to work on stands alone, then how one feels about it.
        (
            community,
            "",
            "commitment",
            &["named_thing", "commit_matters commit_ready commit_able commit_ask commit_on"],
        ),
        // Home is asked about differently in custody, whatever was answered before.
        (community, "", "home", &["home_tonight"]),
        (community, "home_tonight=1", "home", &["home_tonight", "home_lose home_temporary"]),
        (community, "home_tonight=0", "home", &["home_tonight"]),
        (custody, "", "home", &["home_release"]),
        (custody, "home_tonight=1", "home", &["home_release"]),
        // A gate behind a gate.
        (community, "", "substance_use", &["drink drugs"]),
        (community, "drugs=0 drink=0", "substance_use", &["drink drugs"]),
        (community, "drink=1", "substance_use", &["drink drugs", "drink_in_the_way"]),
        (community, "drugs=1", "substance_use", &["drink drugs", "drugs_in_the_way inject"]),
        (
            community,
            "drugs=1 inject=1",
            "substance_use",
            &["drink drugs", "drugs_in_the_way inject", "inject_share"],
        ),
        // What a closed gate hides stays hidden, even when it was answered once.
        (community, "drugs=0 inject=1", "substance_use", &["drink drugs"]),
        (community, "justice_new=1", "justice", &["justice_new", "justice_kind"]),
        (community, "", "nowhere", &[]),
    ];
    for (setting, given, section, expected) in rows {
        assert_eq!(of_section(*setting, given, section), *expected, "{section} given `{given}`");
    }
}

#[test]
fn every_question_that_is_asked_stands_on_exactly_one_screen_in_its_order() {
    let instrument = strengths_profile().instrument;
    let given = ["", "*=1", "*=0", "*=skipped", "groups_any=1 drugs=1 drink=1 justice_new=1"];
    for setting in [Setting::Community, Setting::Custody] {
        for given in given {
            let responses = responses(&instrument, setting, given);
            let all = screens(&instrument, &responses, Lay::Together);
            let shown: Vec<ItemAt> = all.iter().flat_map(|screen| screen.items.clone()).collect();
            let asked: Vec<ItemAt> = instrument.positions().filter(|at| responses.asks(*at)).collect();
            assert_eq!(shown, asked, "given `{given}`");
            for (n, screen) in all.iter().enumerate() {
                assert!((1..=AT_MOST).contains(&screen.items.len()), "{}", ids(&instrument, screen));
                for at in &screen.items {
                    assert_eq!(instrument.item(*at).section, screen.section);
                    assert_eq!(screen_of(&all, *at), Some(n));
                }
            }
            let hidden = instrument.positions().find(|at| !responses.asks(*at));
            assert_eq!(hidden.and_then(|at| screen_of(&all, at)), None, "given `{given}`");
        }
    }
}

#[test]
fn no_answer_moves_the_screen_it_is_given_on() {
    let instrument = strengths_profile().instrument;
    let given = ["", "*=skipped", "groups_any=1 home_tonight=1 drugs=1 drink=1 inject=1 justice_new=1"];
    for setting in [Setting::Community, Setting::Custody] {
        for given in given {
            let before = screens(&instrument, &responses(&instrument, setting, given), Lay::Together);
            for (screen, at) in
                before.iter().flat_map(|screen| screen.items.iter().map(move |at| (screen, *at)))
            {
                let id = &instrument.item(at).id;
                for option in instrument.options(at) {
                    let now = responses(&instrument, setting, &format!("{id}={} {given}", option.code));
                    let after = screens(&instrument, &now, Lay::Together);
                    let here = screen_of(&after, at).map(|n| &after[n].items);
                    assert_eq!(here, Some(&screen.items), "{id} = {} given `{given}`", option.code);
                }
            }
        }
    }
}

#[test]
fn the_parts_of_a_section_are_counted_from_one() {
    let instrument = strengths_profile().instrument;
    type Row = (&'static str, &'static str, &'static [(usize, usize)]);
    let rows: &[Row] = &[
        ("", "hopes", &[(1, 1)]),
        ("", "support", &[(1, 2), (2, 2)]),
        ("", "commitment", &[(1, 2), (2, 2)]),
        ("drugs=1 drink=1 inject=1", "substance_use", &[(1, 4), (2, 4), (3, 4), (4, 4)]),
    ];
    for (given, section, expected) in rows {
        let all = screens(&instrument, &responses(&instrument, Setting::Community, given), Lay::Together);
        let here = all.iter().filter(|screen| instrument.sections()[screen.section].id.as_str() == *section);
        let parts: Vec<(usize, usize)> = here.map(|screen| screen.part).collect();
        assert_eq!(parts, *expected, "{section}");
    }
}

#[test]
fn one_goes_on_at_the_first_screen_nobody_came_to() {
    let instrument = strengths_profile().instrument;
    let rows = [
        ("", Some("matters helped_before hope_for")),
        ("matters=skipped helped_before=skipped", Some("matters helped_before hope_for")),
        ("matters=skipped helped_before=prefer_not_to_say hope_for=cleared", Some("cannot_wait")),
        ("*=skipped own_sleep=not_reached", Some("own_food own_body own_ask own_sleep")),
        // Skipped, refused and cleared were come to.
        ("*=skipped", None),
        ("*=prefer_not_to_say", None),
        ("*=cleared", None),
        // A gate that opened after everything else was done.
        ("*=skipped groups_any=0 group_try=not_reached", Some("group_try")),
        // What a closed gate hides waits for nobody.
        ("*=skipped drugs=0 inject=not_reached drugs_in_the_way=not_reached", None),
        (
            "*=skipped commit_on=not_reached",
            Some("commit_matters commit_ready commit_able commit_ask commit_on"),
        ),
    ];
    for (given, expected) in rows {
        let responses = responses(&instrument, Setting::Community, given);
        let all = screens(&instrument, &responses, Lay::Together);
        let found = first_open(&all, &responses).map(|n| ids(&instrument, &all[n]));
        assert_eq!(found.as_deref(), expected, "given `{given}`");
    }
    assert_eq!(first_open(&[], &responses(&instrument, Setting::Community, "")), None);
}

#[test]
fn a_part_is_spread_over_screens_evenly() {
    let at = strengths_profile().instrument.positions().next().expect("an item");
    let rows: &[(usize, &[usize])] = &[
        (1, &[1]),
        (5, &[5]),
        (6, &[3, 3]),
        (7, &[4, 3]),
        (10, &[5, 5]),
        (11, &[4, 4, 3]),
        (16, &[4, 4, 4, 4]),
    ];
    for (items, expected) in rows {
        let spread = evenly(Screen { section: 0, items: vec![at; *items], part: (1, 1) });
        let sizes: Vec<usize> = spread.iter().map(|screen| screen.items.len()).collect();
        assert_eq!(sizes, *expected, "{items} questions");
    }
}
