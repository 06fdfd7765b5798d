//! Why a file is no workbook that can be read: plain values with names, by which `words` says them.

/// Why a workbook is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// It is something else.
    NotAWorkbook,
    /// It is one of Excel 97 to 2003.
    Old,
    /// It opens only with a password.
    Encrypted,
    /// It unpacks to more than [`LARGEST`](super::LARGEST) bytes.
    UnpacksTooLarge,
    /// It has more than [`MOST_SHEETS`](super::MOST_SHEETS) sheets.
    TooManySheets,
    /// All its sheets together have more than [`LONGEST`](exchange::observations::LONGEST) bytes of text, or more than
    /// [`MOST_CELLS`](exchange::observations::MOST_CELLS) cells.
    TooLong,
    /// Nothing stands in any of its sheets.
    Empty,
    /// It breaks off, or is not what it says it is.
    Damaged,
}

impl Refusal {
    /// All of them.
    pub const ALL: [Refusal; 8] = [
        Refusal::NotAWorkbook,
        Refusal::Old,
        Refusal::Encrypted,
        Refusal::UnpacksTooLarge,
        Refusal::TooManySheets,
        Refusal::TooLong,
        Refusal::Empty,
        Refusal::Damaged,
    ];

    /// Its name in the catalogue of words, and in answers to programs.
    pub const fn name(self) -> &'static str {
        match self {
            Refusal::NotAWorkbook => "not-a-workbook",
            Refusal::Old => "old",
            Refusal::Encrypted => "encrypted",
            Refusal::UnpacksTooLarge => "unpacks-too-large",
            Refusal::TooManySheets => "too-many-sheets",
            Refusal::TooLong => "too-long",
            Refusal::Empty => "empty",
            Refusal::Damaged => "damaged",
        }
    }

    /// The refusal of that name.
    pub fn named(name: &str) -> Option<Refusal> {
        Refusal::ALL.into_iter().find(|refusal| refusal.name() == name)
    }
}
