//! The pictures that may stand beside questions: the chosen ones of an icon package, as one file of symbols. Their
//! size, weight and colour are the style sheet's.

use crate::places::{Tree, read};
use crate::shelf::Shelf;
use serde_json::Value;

/// The icon package.
pub const PACKAGE: &str = "lucide-static";

/// What a shape may be, and what it may say of itself.
const SHAPES: [&str; 7] = ["path", "circle", "rect", "line", "ellipse", "polyline", "polygon"];
const SAYS: [&str; 16] =
    ["d", "cx", "cy", "r", "x", "y", "width", "height", "rx", "ry", "x1", "x2", "y1", "y2", "points", "fill"];

/// Puts the file on the shelf. `web/pictures.json` says which icon each of our names stands for.
pub fn put(tree: &Tree, shelf: &mut Shelf) -> Result<(), String> {
    let folder = tree.web().join("node_modules").join(PACKAGE);
    let parse = |bytes: Vec<u8>, what: &str| -> Result<Value, String> {
        serde_json::from_slice(&bytes).map_err(|why| format!("{what} is not JSON: {why}."))
    };
    let chosen = parse(read(&tree.web().join("pictures.json"))?, "web/pictures.json")?;
    let drawn = parse(read(&folder.join("icon-nodes.json"))?, PACKAGE)?;
    let mut symbols = String::new();
    for (name, icon) in chosen.as_object().into_iter().flatten() {
        symbols.push_str(&symbol(name, icon.as_str().unwrap_or_default(), &drawn)?);
    }
    shelf.put("pictures.svg", format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{symbols}</svg>"));
    Ok(())
}

/// One picture, without any size, weight or colour of its own.
fn symbol(name: &str, icon: &str, drawn: &Value) -> Result<String, String> {
    let shapes = drawn[icon].as_array().ok_or_else(|| {
        format!("web/pictures.json wants `{icon}` for `{name}`, and {PACKAGE} has no such icon.")
    })?;
    let mut inside = String::new();
    for shape in shapes {
        inside.push_str(
            &one(shape).ok_or_else(|| format!("`{icon}` of {PACKAGE} is drawn in a way we do not know."))?,
        );
    }
    Ok(format!("<symbol id=\"{name}\" viewBox=\"0 0 24 24\">{inside}</symbol>"))
}

fn one(shape: &Value) -> Option<String> {
    let tag = shape[0].as_str().filter(|tag| SHAPES.contains(tag))?;
    let plain = |c: char| c.is_ascii_alphanumeric() || " .,-".contains(c);
    let mut said = String::new();
    for (field, value) in shape[1].as_object()? {
        let value = value.as_str().filter(|value| value.chars().all(plain))?;
        if !SAYS.contains(&field.as_str()) {
            return None;
        }
        said.push_str(&format!(" {field}=\"{value}\""));
    }
    Some(format!("<{tag}{said}/>"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_icon_becomes_a_symbol_and_one_that_is_not_there_or_not_plain_is_refused() {
        let drawn = json!({
            "sun": [["circle", {"cx": "12", "cy": "12", "r": "4"}], ["path", {"d": "M12 2v2"}]],
            "run": [["script", {}]],
            "tap": [["path", {"onclick": "go"}]],
            "end": [["path", {"d": "M1\"/><script>"}]],
        });
        let sun = "<symbol id=\"good_day\" viewBox=\"0 0 24 24\"><circle cx=\"12\" cy=\"12\" r=\"4\"/><path d=\"M12 2v2\"/></symbol>";
        assert_eq!(symbol("good_day", "sun", &drawn).as_deref(), Ok(sun));
        for icon in ["moon", "run", "tap", "end"] {
            assert!(symbol("x", icon, &drawn).is_err(), "{icon}");
        }
    }
}
