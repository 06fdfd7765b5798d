//! What is wrong with cells, in words.

use exchange::observations::Fault;

use crate::language::say;

/// What is wrong with a cell, in words.
pub fn fault_words(fault: Fault) -> &'static str {
    match fault {
        Fault::NotANumber => say().measures_not_a_number(),
        Fault::UnclearNumber => say().measures_ambiguous(),
        Fault::RepeatedDate => say().measures_taken(),
        Fault::NoDenominator => say().measures_part_missing(),
        Fault::NumeratorAbove => say().measures_above(),
        Fault::DenominatorZero => say().measures_zero(),
        Fault::NumeratorNegative | Fault::DenominatorNegative => say().measures_negative(),
        Fault::NoteWithoutValue => say().measures_note_alone(),
        _ => say().measures_not_a_date(),
    }
}
