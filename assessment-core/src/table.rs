//! Values by key, in key order, in one list: a map for the few hundred things a tablet holds.
//!
//! The standard maps cost the browser's first load several kilobytes for every pair of types; this one
//! costs a few hundred bytes. Looking up takes the logarithm of the length; adding at the end, which is how
//! sorted records arrive, takes no time at all.

use std::borrow::Borrow;
use std::ops::Index;

/// A sorted list of keys and values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<K, V>(Vec<(K, V)>);

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Table(Vec::new())
    }
}

impl<K: Ord, V> Table<K, V> {
    /// An empty table.
    #[must_use]
    pub fn new() -> Self {
        Table::default()
    }

    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0.binary_search_by(|(there, _)| there.borrow().cmp(key))
    }

    /// The value of a key.
    #[must_use]
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().map(|place| &self.0[place].1)
    }

    /// The value of a key, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().map(|place| &mut self.0[place].1)
    }

    /// Whether there is a value.
    #[must_use]
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// Puts a value under a key and gives the one that stood there.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find(&key) {
            Ok(place) => Some(std::mem::replace(&mut self.0[place].1, value)),
            Err(place) => {
                self.0.insert(place, (key, value));
                None
            }
        }
    }

    /// The value of a key, made first when there is none.
    pub fn or_insert_with(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let place = match self.find(&key) {
            Ok(place) => place,
            Err(place) => {
                self.0.insert(place, (key, make()));
                place
            }
        };
        &mut self.0[place].1
    }

    /// Keys and values, in key order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl ExactSizeIterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// The values, in key order.
    pub fn values(&self) -> impl ExactSizeIterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: Ord, V> Index<&K> for Table<K, V> {
    type Output = V;

    /// The value of a key that is known to be there; panics when it is not.
    fn index(&self, key: &K) -> &V {
        self.get(key).expect("the caller knows the key is there")
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Table<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut table = Table::new();
        for (key, value) in pairs {
            table.insert(key, value);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn values_are_found_by_key_and_come_in_key_order() {
        let mut table: Table<String, i32> = Table::new();
        for (key, value, before) in [("m", 1, None), ("z", 2, None), ("a", 3, None), ("m", 4, Some(1))] {
            assert_eq!(table.insert(key.to_owned(), value), before, "{key} = {value}");
        }
        let all: Vec<(&str, i32)> = table.iter().map(|(key, value)| (key.as_str(), *value)).collect();
        assert_eq!(all, [("a", 3), ("m", 4), ("z", 2)]);
        assert_eq!((table.get("m"), table.get("b"), table.len()), (Some(&4), None, 3));
        assert!(table.contains_key("z") && !table.contains_key("y") && !table.is_empty());
    }

    #[test]
    fn a_value_is_made_only_when_there_is_none() {
        let mut table: Table<i32, Vec<i32>> = Table::new();
        for (key, expected) in [(2, 1), (1, 1), (2, 2)] {
            let list = table.or_insert_with(key, Vec::new);
            list.push(key);
            assert_eq!(list.len(), expected, "{key}");
        }
        assert_eq!(table.keys().copied().collect::<Vec<_>>(), [1, 2]);
    }
}
