//! From Fluent's tree to what the running program fills in: pieces, with terms and other messages already put in.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, VariantKey};

use crate::read::Catalogue;

/// A part of a message.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece {
    Text(String),
    /// A value, by its name.
    Value(String),
    /// One of several patterns, by a value: their keys, and which one is taken when none fits.
    Choice(String, Vec<(String, Vec<Piece>)>, usize),
}

/// The pieces of a message.
pub(crate) fn pieces(id: &str, catalogue: &Catalogue) -> Vec<Piece> {
    let pattern = catalogue.get(id).unwrap_or_else(|| panic!("there is no message {id}"));
    let mut pieces = Vec::new();
    Compiler { id, catalogue }.pattern(pattern, &mut pieces);
    pieces
}

struct Compiler<'a> {
    id: &'a str,
    catalogue: &'a Catalogue,
}

impl Compiler<'_> {
    fn pattern(&self, pattern: &Pattern<String>, out: &mut Vec<Piece>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => text(out, value),
                PatternElement::Placeable { expression } => self.expression(expression, out),
            }
        }
    }

    fn expression(&self, expression: &Expression<String>, out: &mut Vec<Piece>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, out),
            Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
                let default = variants.iter().position(|variant| variant.default);
                let variant = |variant: &fluent_syntax::ast::Variant<String>| {
                    let key = match &variant.key {
                        VariantKey::Identifier { name } => name.clone(),
                        VariantKey::NumberLiteral { value } => value.clone(),
                    };
                    let mut pieces = Vec::new();
                    self.pattern(&variant.value, &mut pieces);
                    (key, pieces)
                };
                let default = default.expect("Fluent wants a default");
                out.push(Piece::Choice(id.name.clone(), variants.iter().map(variant).collect(), default));
            }
            other => panic!("{}: only a value chooses between variants: {other:?}", self.id),
        }
    }

    fn inline(&self, inline: &InlineExpression<String>, out: &mut Vec<Piece>) {
        match inline {
            InlineExpression::StringLiteral { value } => text(out, value),
            InlineExpression::VariableReference { id } => out.push(Piece::Value(id.name.clone())),
            InlineExpression::MessageReference { id, attribute: None } => self.put_in(&id.name, out),
            InlineExpression::TermReference { id, attribute: None, arguments: None } => {
                self.put_in(&format!("-{}", id.name), out);
            }
            other => panic!("{}: we use no {other:?}", self.id),
        }
    }

    fn put_in(&self, id: &str, out: &mut Vec<Piece>) {
        assert_ne!(id, self.id, "a message does not hold itself");
        for piece in pieces(id, self.catalogue) {
            match piece {
                Piece::Text(more) => text(out, &more),
                other => out.push(other),
            }
        }
    }
}

/// Texts beside each other are one.
fn text(out: &mut Vec<Piece>, more: &str) {
    match out.last_mut() {
        Some(Piece::Text(text)) => text.push_str(more),
        _ => out.push(Piece::Text(more.to_owned())),
    }
}

/// The values of a message in the order in which they first appear.
pub(crate) fn values(pieces: &[Piece], found: &mut Vec<String>) {
    for piece in pieces {
        let name = match piece {
            Piece::Text(_) => continue,
            Piece::Value(name) | Piece::Choice(name, ..) => name,
        };
        if !found.contains(name) {
            found.push(name.clone());
        }
        if let Piece::Choice(_, variants, _) = piece {
            variants.iter().for_each(|(_, pieces)| values(pieces, found));
        }
    }
}
