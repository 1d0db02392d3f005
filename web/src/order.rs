//! Short lists in order. The standard sorts cost the first load some kilobytes for every type they are used
//! with; a list of people fits on a screen, and inserting each where it belongs is as quick.

/// The items in order; those that are equal stay as they came.
pub fn ordered<T>(items: impl IntoIterator<Item = T>, before: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let mut ordered: Vec<T> = Vec::new();
    for item in items {
        let place = ordered.iter().rposition(|there| !before(&item, there)).map_or(0, |n| n + 1);
        ordered.insert(place, item);
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::ordered;

    #[test]
    fn items_come_in_order_and_equal_ones_as_they_came() {
        let rows: [(&[(i32, char)], &str); 4] = [
            (&[], ""),
            (&[(1, 'a')], "a"),
            (&[(2, 'a'), (1, 'b'), (3, 'c'), (1, 'd')], "bdac"),
            (&[(1, 'a'), (1, 'b'), (0, 'c'), (1, 'd')], "cabd"),
        ];
        for (items, expected) in rows {
            let letters: String =
                ordered(items.iter().copied(), |a, b| a.0 < b.0).into_iter().map(|item| item.1).collect();
            assert_eq!(letters, expected, "{items:?}");
        }
    }
}
