//! The five example projects. The relay serves them as files, `/examples/<name>.json`, so that the app need not carry them.

/// A project to look at, and to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// Its name in addresses and commands: `/examples/<name>.json`.
    pub name: &'static str,
    /// Its title, as in the file.
    pub title: &'static str,
}

/// The examples, in the order in which they are offered.
pub const EXAMPLES: [Example; 5] = [
    Example { name: "crisis-care", title: "Crisis care in the emergency department" },
    Example { name: "staff-support", title: "Supporting staff to give compassionate care" },
    Example { name: "whole-system-flow", title: "Flow of frail older people through a health economy" },
    Example { name: "improvement-network", title: "An improvement network across a health system" },
    Example { name: "value-and-resilience", title: "Value and resilience after a surge" },
];

impl Example {
    /// The example of that name.
    pub fn named(name: &str) -> Option<Example> {
        EXAMPLES.into_iter().find(|example| example.name == name)
    }

    /// Its project JSON. Whoever calls this carries all five files (75 KB); the app fetches the one it needs instead.
    pub fn json(self) -> &'static str {
        match self.name {
            "crisis-care" => include_str!("../../../public/examples/crisis-care.json"),
            "staff-support" => include_str!("../../../public/examples/staff-support.json"),
            "whole-system-flow" => include_str!("../../../public/examples/whole-system-flow.json"),
            "improvement-network" => include_str!("../../../public/examples/improvement-network.json"),
            "value-and-resilience" => include_str!("../../../public/examples/value-and-resilience.json"),
            _ => "",
        }
    }
}
