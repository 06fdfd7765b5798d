//! A tree as JSON text: indented by one space a level, ending in a line break.

use serde_json::Value;

use super::node::Node;

/// Prints a tree.
pub(super) fn print(node: &Node) -> String {
    let mut printer = Printer::default();
    printer.node(node);
    printer.text.push('\n');
    printer.text
}

#[derive(Default)]
struct Printer {
    text: String,
    depth: usize,
}

impl Printer {
    fn node(&mut self, node: &Node) {
        match node {
            Node::Literal(literal) => self.text.push_str(literal),
            Node::Text(text) => self.quoted(text),
            Node::Object(fields) => self.between(['{', '}'], fields, |printer, (name, node)| {
                printer.quoted(name);
                printer.text.push_str(": ");
                printer.node(node);
            }),
            Node::List(list) => {
                self.between(['[', ']'], &list.items, |printer, (_, node)| printer.node(node));
            }
        }
    }

    fn between<T>(&mut self, [open, close]: [char; 2], items: &[T], print: impl Fn(&mut Self, &T)) {
        self.text.push(open);
        self.depth += 1;
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.text.push(',');
            }
            self.line();
            print(self, item);
        }
        self.depth -= 1;
        if !items.is_empty() {
            self.line();
        }
        self.text.push(close);
    }

    fn line(&mut self) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n(' ', self.depth));
    }

    fn quoted(&mut self, text: &str) {
        self.text.push_str(&Value::from(text).to_string());
    }
}
