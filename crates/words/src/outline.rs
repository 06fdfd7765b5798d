//! What an outline brings, before it does.

use model::Level;

use crate::Words;

impl Words {
    /// `1 aim, 2 primary drivers; 1 under more than one; 3 not linked yet`: how many cards come into which columns, how
    /// many of them stand under several, and how many under none.
    pub fn outline_brings(self, columns: &[(Level, usize)], shared: usize, unlinked: usize) -> String {
        let columns: Vec<String> =
            columns.iter().map(|(level, count)| self.level_count(level.as_str(), *count)).collect();
        let shared = (shared > 0).then(|| self.paste_shared(shared));
        let unlinked = (unlinked > 0).then(|| self.paste_unlinked(unlinked));
        let parts: Vec<String> = [Some(columns.join(", ")), shared, unlinked].into_iter().flatten().collect();
        parts.join("; ")
    }
}
