//! The words of the home page, in one place.

use exchange::outline::Preview;

pub(super) const NAME: &str = "Tributary";
pub(super) const SKIP: &str = "Skip to the projects on this device";
pub(super) const PROMISE: &str =
    "No account, no e-mail address. Only people who have a project’s link can open it.";

/// The first box.
pub(super) mod sentence {
    pub(in crate::pages::home) const QUESTION: &str = "What are you trying to improve?";
    pub(in crate::pages::home) const HINT: &str = "One sentence is enough, and you can change it at any time. Please do not write about a patient by name.";
    pub(in crate::pages::home) const START: &str = "Start";
    pub(in crate::pages::home) const START_NOW: &str = "Start now, without questions";
    pub(in crate::pages::home) const NEXT: &str = "Three short questions follow. Each can be left open.";
    pub(in crate::pages::home) const MISSING: &str = "Write one sentence first, or start blank.";
}

/// The three questions.
pub(super) mod question {
    use crate::pages::home::aim::Question;

    pub(in crate::pages::home) const NEXT: &str = "Next";
    pub(in crate::pages::home) const FINISH: &str = "Start the project";
    pub(in crate::pages::home) const UNKNOWN: &str = "Don’t know yet";
    pub(in crate::pages::home) const BACK: &str = "Back";
    pub(in crate::pages::home) const START_NOW: &str = "Start now, skip the rest";

    pub(in crate::pages::home) fn asked(question: Question) -> &'static str {
        match question {
            Question::Whom => "For whom, and where?",
            Question::HowMuch => "How much, from what to what?",
            Question::When => "By when?",
        }
    }

    pub(in crate::pages::home) fn hint(question: Question) -> &'static str {
        match question {
            Question::Whom => "Such as: adults in crisis who come to the emergency department",
            Question::HowMuch => "Such as: from 140 to 60 minutes. A rough figure is a good start.",
            Question::When => "Such as: 30 June 2027",
        }
    }

    pub(in crate::pages::home) fn place(question: Question) -> String {
        format!("Question {} of {}", question as usize + 1, Question::ALL.len())
    }
}

/// The picture beside the box.
pub(super) mod sketch {
    pub(in crate::pages::home) const NAME: &str = "Your aim so far";
    pub(in crate::pages::home) const AIM: &str = "Aim";
    pub(in crate::pages::home) const EMPTY: &str = "Your sentence becomes the aim of a driver diagram.";
    pub(in crate::pages::home) const DRIVERS: &str = "What affects it?";
    pub(in crate::pages::home) const IDEAS: &str = "What could we test?";
}

/// Other ways to begin.
pub(super) mod ways {
    pub(in crate::pages::home) const HEADING: &str = "Or begin in another way";
    pub(in crate::pages::home) const BLANK: (&str, &str) = ("Start blank", "An empty diagram, at once.");
    pub(in crate::pages::home) const EXAMPLE: (&str, &str) =
        ("Look at an example", "Five finished projects; your copy is yours to change.");
    pub(in crate::pages::home) const OUTLINE: (&str, &str) =
        ("Paste an outline", "Indented lines from Word, Excel, a chat or an e-mail.");
    pub(in crate::pages::home) const FILE: (&str, &str) =
        ("Open a file", "A project that was saved as JSON.");
    pub(in crate::pages::home) const EXAMPLES: &str = "Look at an example";
    pub(in crate::pages::home) const EXAMPLES_HINT: &str =
        "Each opens as a copy of your own. Change anything; the example stays as it is.";
}

/// The outline dialog.
pub(super) mod outline {
    use model::Level;

    pub(in crate::pages::home) const TITLE: &str = "Paste an outline";
    pub(in crate::pages::home) const LABEL: &str = "One card a line, indented by two spaces or a tab";
    pub(in crate::pages::home) const HINT: &str = "The first line is the aim. A line that begins with > is a change idea. Bullets and numbers are understood.";
    pub(in crate::pages::home) const EMPTY: &str = "The columns appear here before anything is made.";
    pub(in crate::pages::home) const COLUMNS: &str = "What it becomes";
    pub(in crate::pages::home) const MAKE: &str = "Make the project";
    pub(in crate::pages::home) const CANCEL: &str = "Cancel";
    pub(in crate::pages::home) fn column(level: Level) -> &'static str {
        match level {
            Level::Aim => "Aim",
            Level::Primary => "Primary drivers",
            Level::Secondary => "Secondary drivers",
            Level::Tertiary => "Tertiary drivers",
            Level::Idea => "Change ideas",
        }
    }

    pub(in crate::pages::home) fn more(count: usize) -> String {
        format!("… {count} more")
    }

    pub(in crate::pages::home) const SAMPLE_LABEL: &str = "Show how it looks";
    pub(in crate::pages::home) const SAMPLE: &str = "Fewer falls on ward 7, from 12 to 6 a month, by June
\tPeople move safely
\t\tThe way to the toilet is clear
\t\t\t> Night lights along the way
\t\t\t> Slippers that fit
\tStaff notice risk early
\t\tRisk is spoken of at handover
\t\t\t> One falls question at each handover
";
}

/// The projects on this device.
pub(super) mod known {
    pub(in crate::pages::home) const HEADING: &str = "Projects on this device";
    pub(in crate::pages::home) const NONE: &str = "None yet. What you start or open here is listed here.";
    pub(in crate::pages::home) const FORGET: &str = "Forget";
    pub(in crate::pages::home) const UNDO: &str = "Undo";
    pub(in crate::pages::home) const UNTITLED: &str = "Untitled project";
    pub(in crate::pages::home) const SHARED: &str = "This is a shared computer";
    pub(in crate::pages::home) const SHARED_HINT: &str =
        "Then nothing stays here after the browser is closed: keep your links elsewhere.";
    pub(in crate::pages::home) const SHARED_ON: &str = "Nothing will stay on this computer after the browser is closed, but edits that are not sent yet: they stay until they are. Owner links are in this tab only now.";
    pub(in crate::pages::home) const SHARED_OFF: &str = "This computer keeps your projects again.";

    /// What a role means to the one who has it.
    pub(in crate::pages::home) fn role(name: &str) -> &'static str {
        match name {
            "owner" => "You own it",
            "editor" => "You can edit",
            "contributor" => "You can add ideas",
            _ => "You can read",
        }
    }

    pub(in crate::pages::home) fn forgot(title: &str) -> String {
        format!("Forgot “{title}” on this device. The project itself stays.")
    }

    pub(in crate::pages::home) const OWNER_LINK: &str = "This device has the project’s owner link, and the link goes with it. If nobody else has it, nobody can delete the project or look after its links any more.";
    pub(in crate::pages::home) const COPY: &str = "Copy the owner link";
    pub(in crate::pages::home) const COPIED: &str = "Copied. Paste it where you will find it again.";
    pub(in crate::pages::home) const NOT_COPIED: &str =
        "This browser did not let the link be copied. Select it here and copy it by hand:";
    pub(in crate::pages::home) const ADDRESS: &str = "Owner link";
    pub(in crate::pages::home) const CANCEL: &str = "Cancel";

    pub(in crate::pages::home) fn really_forget(title: &str) -> String {
        format!("Forget “{title}”?")
    }

    pub(in crate::pages::home) fn forget(title: &str) -> String {
        format!("Forget “{title}” on this device")
    }

    pub(in crate::pages::home) fn opened(when: &str) -> String {
        format!("opened {when}")
    }
}

/// What is going on, and what went wrong.
pub(super) mod making {
    pub(in crate::pages::home) const PROJECT: &str = "Making the project…";
    pub(in crate::pages::home) const READING: &str = "Reading the file…";
    pub(in crate::pages::home) const FETCHING: &str = "Fetching the example…";
    pub(in crate::pages::home) const AGAIN: &str = "Try again";
    pub(in crate::pages::home) const CLOSE: &str = "Close";
    pub(in crate::pages::home) const KEY_TITLE: &str = "A creation key is needed";
    pub(in crate::pages::home) const KEY_LABEL: &str = "Creation key";
    pub(in crate::pages::home) const KEY_HINT: &str = "Whoever runs this Tributary decides who may start projects here, and can give you the key. Opening a project that exists needs none.";
    pub(in crate::pages::home) const KEY_WRONG: &str =
        "That key is not right. Check for a missing or a doubled letter.";
    pub(in crate::pages::home) const KEY_USE: &str = "Use this key";

    pub(in crate::pages::home) const OFFLINE: &str =
        "There is no connection, and a new project needs one. What you wrote is still here.";
    pub(in crate::pages::home) const TOO_LARGE: &str =
        "This project is too large for this Tributary. Split it, or take out what is old. Nothing was made.";
    pub(in crate::pages::home) const TOO_MANY: &str =
        "Too many new projects just now. Wait a minute and try again.";
    pub(in crate::pages::home) const FULL: &str = "This Tributary cannot keep anything just now. Wait a minute and try again; what you wrote is still here.";
    pub(in crate::pages::home) const FILE_TOO_LARGE: &str =
        "This file is larger than any project. Is it the right one?";
    pub(in crate::pages::home) const FILE_UNREADABLE: &str =
        "The browser could not read this file. Is it empty, or open in another program?";
    pub(in crate::pages::home) const EXAMPLE_MISSING: &str =
        "The example could not be fetched. Try again in a moment.";

    pub(in crate::pages::home) fn refused(detail: &str) -> String {
        format!("No project was made: {detail}")
    }

    pub(in crate::pages::home) fn file_fault(name: &str, fault: &str) -> String {
        format!("“{name}” cannot be opened. {fault} Nothing was made.")
    }
}

/// How long ago something was, from a minute to a week; longer ago, a date says more.
pub(super) fn ago(minutes: u64) -> Option<String> {
    let plural = |count: u64, one: &str| match count {
        1 => format!("1 {one} ago"),
        many => format!("{many} {one}s ago"),
    };
    match minutes {
        0 => Some("just now".to_owned()),
        1..60 => Some(plural(minutes, "minute")),
        60..1440 => Some(plural(minutes / 60, "hour")),
        1440..2880 => Some("yesterday".to_owned()),
        2880..10080 => Some(plural(minutes / 1440, "day")),
        _ => None,
    }
}

/// An outline's columns and what is worth knowing of its links.
pub(super) fn counts(preview: &Preview) -> String {
    let text = preview.to_string();
    if text.is_empty() { String::new() } else { format!("{text}.") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn h6_recent_times_are_told_in_words() {
        for (minutes, expected) in [
            (0, Some("just now")),
            (1, Some("1 minute ago")),
            (59, Some("59 minutes ago")),
            (60, Some("1 hour ago")),
            (1439, Some("23 hours ago")),
            (1440, Some("yesterday")),
            (2880, Some("2 days ago")),
            (10079, Some("6 days ago")),
            (10080, None),
        ] {
            assert_eq!(ago(minutes).as_deref(), expected, "{minutes}");
        }
    }
}
