//! The files of several instruments, laid together: what names its instrument in every row is one file; what
//! does not is a file for each.

use assessment_core::export::File;

/// The files whose rows say which instrument they are of.
const ONE_FOR_ALL: [&str; 4] = ["answers_long.csv", "codebook.csv", "provenance.csv", "sittings.csv"];

/// The files of one version of one instrument.
#[derive(Clone, Debug)]
pub struct Set {
    /// The instrument.
    pub id: String,
    /// Its version, when there is a newer one.
    pub superseded: Option<String>,
    /// Its files, under the names they have alone.
    pub files: Vec<File>,
}

impl Set {
    /// What a file of its own is called beside other sets.
    fn named(&self, name: &str) -> String {
        let mut stem = name.trim_end_matches(".csv").to_owned();
        for part in [Some(&self.id), self.superseded.as_ref()].into_iter().flatten() {
            let part = format!("_{part}");
            if !stem.contains(&part) {
                stem.push_str(&part);
            }
        }
        stem + ".csv"
    }
}

/// The files to hand over, from those of each instrument. One instrument alone has its files as they are; those
/// of a superseded version carry it in their names, since their columns are others.
#[must_use]
pub fn together(sets: Vec<Set>) -> Vec<File> {
    let alone = sets.len() == 1 && sets[0].superseded.is_none();
    let mut files: Vec<File> = Vec::new();
    for set in sets {
        for file in &set.files {
            let common = ONE_FOR_ALL.contains(&file.name.as_str());
            match files.iter_mut().find(|there| common && there.name == file.name) {
                Some(there) => there.text.push_str(file.text.split_once('\n').map_or("", |(_, rows)| rows)),
                None if common || alone => files.push(file.clone()),
                None => files.push(File { name: set.named(&file.name), text: file.text.clone() }),
            }
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `id` or `id@version`.
    fn set(edition: &str) -> Set {
        let (id, version) = edition.split_once('@').map_or((edition, None), |(id, v)| (id, Some(v)));
        let names = [&format!("answers_{id}.csv"), "answers_long.csv", "scores_long.csv", "codebook.csv"];
        let file = |name: &str| File { name: name.to_owned(), text: format!("instrument,{name}\n{id},1\n") };
        Set { id: id.to_owned(), superseded: version.map(str::to_owned), files: names.map(file).into() }
    }

    #[test]
    fn rows_that_name_their_instrument_are_one_file_and_the_others_one_for_each() {
        let rows: [(&[&str], &[&str]); 4] = [
            (&[], &[]),
            (&["barc-10"], &["answers_barc-10.csv", "answers_long.csv", "scores_long.csv", "codebook.csv"]),
            (
                &["barc-10", "css-5"],
                &[
                    "answers_barc-10.csv",
                    "answers_long.csv",
                    "scores_long_barc-10.csv",
                    "codebook.csv",
                    "answers_css-5.csv",
                    "scores_long_css-5.csv",
                ],
            ),
            (
                &["css-5", "css-5@1.0.0"],
                &[
                    "answers_css-5.csv",
                    "answers_long.csv",
                    "scores_long_css-5.csv",
                    "codebook.csv",
                    "answers_css-5_1.0.0.csv",
                    "scores_long_css-5_1.0.0.csv",
                ],
            ),
        ];
        for (ids, expected) in rows {
            let files = together(ids.iter().map(|id| set(id)).collect());
            let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
            assert_eq!(names, expected);
        }
        let mut seen = set("css-5");
        seen.files.push(File { name: "answers_css-5_worker_view.csv".to_owned(), text: String::new() });
        let files = together(vec![set("barc-10"), seen]);
        assert_eq!(files[6].name, "answers_css-5_worker_view.csv", "it names its instrument already");
        assert_eq!(files[1].text, "instrument,answers_long.csv\nbarc-10,1\ncss-5,1\n", "one header");
        assert_eq!(files[5].text, "instrument,scores_long.csv\ncss-5,1\n");
    }
}
