use super::*;

/// Two questions about strengths, of which a part is sensitive, and a total with two bands; and words for it.
fn announced() -> (Instrument, Value) {
    let bands = json!({
        "bands": [{"from": 0, "name": "low"}, {"from": 2, "name": "high"}], "bands_source": sample::source(),
    });
    let items = json!([choice("s1", "three"), choice("s2", "yes_no"), number("life", 0, 10)]);
    let mut definition =
        sample::definition(items, json!([with(scale("total", sum(&["s1", "s2"]), [0, 3]), bands)]));
    definition["sections"][2]["sensitive"] = json!(true);
    let mut pack = super::pack();
    for item in ["s1", "s2", "life"] {
        pack["items"][item]["topic"] = json!(format!("about {item}"));
    }
    pack["items"]["s1"]["custody"] = json!("I sleep well in here");
    pack["options"]["three"].as_object_mut().expect("labels").remove("does_not_apply");
    pack["sections"]["strengths"]["heads_up"] = json!("These go deep.");
    pack["scales"]["total"]["bands"] = json!(["Isel", "Uchel"]);
    (sample::parse(&definition), pack)
}

#[test]
fn a_pack_may_name_bands_and_topics_and_say_what_comes() {
    let (instrument, pack) = announced();
    let wording = parse(&instrument, &pack.to_string()).expect("a good pack");
    let life = sample::at(&instrument, "life");
    let total = sample::scale_at(&instrument, "total");
    assert_eq!([0, 1, 2].map(|n| wording.band(&instrument, total, n)), [Some("Isel"), Some("Uchel"), None]);
    assert_eq!(wording.topic(&instrument, life), Some("about life"));
    let said = |n| wording.section(&instrument, n).and_then(|words| words.heads_up.as_deref());
    assert_eq!((said(2), said(3)), (Some("These go deep."), None));
    let instrument = super::instrument();
    let plain = parse(&instrument, &super::pack().to_string()).expect("one without");
    assert_eq!(plain.topic(&instrument, life), None);
    assert_eq!(plain.band(&instrument, total, 0), None);
}

#[test]
fn names_of_bands_and_topics_are_for_all_or_for_none() {
    let (instrument, good) = announced();
    let rows = [
        ("/scales/total/bands", json!(["Isel"]), "scales.total.bands"),
        ("/scales/total/bands", json!(["Isel", "Canolig", "Uchel"]), "scales.total.bands"),
        ("/scales/total/bands", json!(["Isel", " "]), "scales.total.bands"),
        ("/scales/total/bands", json!("Isel"), "scales.total.bands"),
        ("/scales/total/bands", json!([]), ""),
        ("/items/s2/topic", json!(null), "items.s2.topic"),
        ("/items/s2/topic", json!(""), "items.s2.topic"),
        ("/sections/strengths/heads_up", json!(" "), "sections.strengths.heads_up"),
        ("/sections/groups/heads_up", json!("More."), "sections.groups.heads_up"),
    ];
    for (pointer, value, expected) in rows {
        let mut pack = good.clone();
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer begins with /");
        let parent = pack.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
        parent.insert(name.to_owned(), value.clone());
        let faults = parse(&instrument, &pack.to_string()).map_or_else(|faults| faults, |_| Vec::new());
        let found: Vec<String> = faults.into_iter().map(|fault| fault.path).collect();
        assert_eq!(found.join(" "), expected, "{pointer} = {value}");
    }
    let mut pack = super::pack();
    pack["scales"]["total"]["bands"] = json!(["Isel", "Uchel"]);
    assert_eq!(paths(&pack.to_string()), "scales.total.bands", "a scale without bands");
}
