//! What an outline brings, before it does.

use model::Level;

use crate::Words;

impl Words {
    /// `1 aim, 2 primary drivers; 1 under more than one; 3 not linked yet`: how many cards come into which columns, how
    /// many of them stand under several, and how many under none.
    pub fn outline_brings(self, columns: &[(Level, usize)], shared: usize, unlinked: usize) -> String {
        let columns: Vec<String> =
            columns.iter().map(|(level, count)| self.counted(*level, *count)).collect();
        let mut brings = columns.join(", ");
        for (count, words) in
            [(shared, self.outline_shared(shared)), (unlinked, self.outline_unlinked(unlinked))]
        {
            if count > 0 {
                brings += "; ";
                brings += &words;
            }
        }
        brings
    }

    /// So many cards of that level: `2 primary drivers`.
    fn counted(self, level: Level, count: usize) -> String {
        match level {
            Level::Aim => self.outline_aims(count),
            Level::Primary => self.outline_primaries(count),
            Level::Secondary => self.outline_secondaries(count),
            Level::Tertiary => self.outline_tertiaries(count),
            Level::Idea => self.outline_ideas(count),
        }
    }
}
