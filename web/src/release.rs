//! The files of several instruments, laid together: what names its instrument in every row is one file; what
//! does not is a file for each.

use assessment_core::export::File;

/// The files whose rows say which instrument they are of.
const ONE_FOR_ALL: [&str; 3] = ["answers_long.csv", "codebook.csv", "provenance.csv"];

/// The files to hand over, from those of each instrument. One instrument alone has its files as they are.
#[must_use]
pub fn together(sets: Vec<(String, Vec<File>)>) -> Vec<File> {
    let several = sets.len() > 1;
    let mut files: Vec<File> = Vec::new();
    for (id, set) in sets {
        for mut file in set {
            let common = ONE_FOR_ALL.contains(&file.name.as_str());
            match files.iter_mut().find(|there| common && there.name == file.name) {
                Some(there) => there.text.push_str(file.text.split_once('\n').map_or("", |(_, rows)| rows)),
                None => {
                    let named = file.name.starts_with(&format!("answers_{id}"));
                    if several && !common && !named {
                        file.name = file.name.replace(".csv", &format!("_{id}.csv"));
                    }
                    files.push(file);
                }
            }
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(id: &str) -> (String, Vec<File>) {
        let names = [&format!("answers_{id}.csv"), "answers_long.csv", "scores_long.csv", "codebook.csv"];
        let file = |name: &str| File { name: name.to_owned(), text: format!("instrument,{name}\n{id},1\n") };
        (id.to_owned(), names.map(file).into())
    }

    #[test]
    fn rows_that_name_their_instrument_are_one_file_and_the_others_one_for_each() {
        let rows: [(&[&str], &[&str]); 3] = [
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
        ];
        for (ids, expected) in rows {
            let files = together(ids.iter().map(|id| set(id)).collect());
            let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
            assert_eq!(names, expected);
        }
        let mut seen = set("css-5");
        seen.1.push(File { name: "answers_css-5_worker_view.csv".to_owned(), text: String::new() });
        let files = together(vec![set("barc-10"), seen]);
        assert_eq!(files[6].name, "answers_css-5_worker_view.csv", "it names its instrument already");
        assert_eq!(files[1].text, "instrument,answers_long.csv\nbarc-10,1\ncss-5,1\n", "one header");
        assert_eq!(files[5].text, "instrument,scores_long.csv\ncss-5,1\n");
    }
}
