//! Writes the functions, and beside them the messages of every language in their order.

use std::fmt::Write;

use crate::compile::{Piece, pieces, values};
use crate::read::Catalogue;

/// What stands in the crate: `impl Words` with a function a message, and the tables they look into.
pub(crate) fn code(catalogues: &[Catalogue]) -> String {
    let mut functions = String::new();
    let mut texts = vec![String::new(); catalogues.len()];
    let mut patterns = vec![String::new(); catalogues.len()];
    let (mut text_count, mut pattern_count) = (0, 0);
    for id in catalogues[0].keys().filter(|id| !id.starts_with('-')) {
        // What a language does not say yet is said in the first one; a test finds it.
        let said: Vec<Vec<Piece>> = catalogues
            .iter()
            .map(|catalogue| pieces(id, if catalogue.contains_key(id) { catalogue } else { &catalogues[0] }))
            .collect();
        let mut names = Vec::new();
        values(&said[0], &mut names);
        for (other, at) in said.iter().skip(1).zip(1..) {
            let mut theirs = names.clone();
            values(other, &mut theirs);
            assert_eq!(theirs, names, "{id}: language {at} names a value that the first one does not have");
        }
        let comment = shown(&said[0]).replace('\n', " ");
        let name = id.replace('-', "_");
        if names.is_empty() {
            write!(functions, "    /// {comment}\n    pub fn {name}(self) -> &'static str {{ self.text({text_count}) }}\n")
        } else {
            let parameters: String = names.iter().map(|name| format!(", {name}: impl Into<Argument<'a>>")).collect();
            let arguments: Vec<String> = names.iter().map(|name| format!("{name}.into()")).collect();
            write!(
                functions,
                "    /// {comment}\n    pub fn {name}<'a>(self{parameters}) -> String {{ self.filled({pattern_count}, &[{}]) }}\n",
                arguments.join(", ")
            )
        }
        .expect("writing to a string succeeds");
        for (language, said) in said.iter().enumerate() {
            let out = if names.is_empty() { &mut texts[language] } else { &mut patterns[language] };
            let item = if names.is_empty() { format!("{:?}", shown(said)) } else { list(said, &names) };
            writeln!(out, "        {item},").expect("writing to a string succeeds");
        }
        if names.is_empty() { text_count += 1 } else { pattern_count += 1 }
    }
    let languages = catalogues.len();
    let table =
        |rows: &[String]| rows.iter().map(|rows| format!("    [\n{rows}    ],\n")).collect::<String>();
    format!(
        "impl Words {{\n{functions}}}\n\n\
         static TEXTS: [[&str; {text_count}]; {languages}] = [\n{}];\n\n\
         static PATTERNS: [[&[Piece]; {pattern_count}]; {languages}] = [\n{}];\n",
        table(&texts),
        table(&patterns)
    )
}

fn list(pieces: &[Piece], names: &[String]) -> String {
    let place =
        |name: &String| names.iter().position(|other| other == name).expect("its values were gathered");
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) => format!("Piece::Text({text:?})"),
        Piece::Value(name) => format!("Piece::Value({})", place(name)),
        Piece::Choice(name, variants, default) => {
            let variants: Vec<String> =
                variants.iter().map(|(key, pieces)| format!("({key:?}, {})", list(pieces, names))).collect();
            format!("Piece::Choice({}, &[{}], {default})", place(name), variants.join(", "))
        }
    };
    format!("&[{}]", pieces.iter().map(piece).collect::<Vec<_>>().join(", "))
}

/// A message as it reads, with the names of its values.
fn shown(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Value(name) => format!("{{{name}}}"),
            Piece::Choice(_, variants, default) => shown(&variants[*default].1),
        })
        .collect()
}
