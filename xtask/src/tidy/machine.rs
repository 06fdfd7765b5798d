//! Nothing belongs to one machine: no file names a folder of whoever wrote it.

use super::Fault;
use super::files::{Files, TextFile};

/// Beginnings of such folders, in two parts so that this file does not name them.
const FOLDERS: &[(&str, &str)] = &[("/ro", "ot/"), ("/wo", "rk/"), ("/ho", "me/"), ("/Us", "ers/")];

/// Lines that name a folder of one machine.
pub(super) fn faults(files: &Files) -> Vec<Fault> {
    files.all.iter().flat_map(in_file).collect()
}

fn in_file(file: &TextFile) -> impl Iterator<Item = Fault> {
    let lines = file.lines().filter_map(|(line, text)| Some((line, folder(text)?)));
    lines.map(|(line, folder)| {
        let advice =
            format!("{folder}… is a folder of one machine: write the path from the root of the repository");
        Fault { path: file.path.clone(), line, advice }
    })
}

fn folder(line: &str) -> Option<String> {
    let folders = FOLDERS.iter().map(|(first, second)| format!("{first}{second}"));
    folders.into_iter().find(|folder| line.match_indices(folder).any(|(at, _)| begins(line, at)))
}

/// Whether a path begins here, instead of going on.
fn begins(line: &str, at: usize) -> bool {
    !line[..at].ends_with(|before: char| before.is_alphanumeric() || "._-~/}".contains(before))
}

#[cfg(test)]
mod tests {
    use super::faults;
    use crate::tidy::tests::check;

    #[test]
    fn a_folder_of_one_machine_is_found() {
        let text = format!("see src/{0}a\nsee \"{0}a\"\n", concat!("/wo", "rk/").trim_start_matches('/'));
        check(faults, &[("README.md", &text)], &[]);
        let text = format!("fine\nsee `{}a`\n", concat!("/wo", "rk/"));
        check(faults, &[("README.md", &text)], &["README.md:2: "]);
    }
}
