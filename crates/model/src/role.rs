//! Who may do what: the one permission table (rules P). The relay enforces it, the app only greys a button.

use std::fmt;

/// What a key allows its holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Sees everything, changes nothing.
    Viewer,
    /// Sends ideas, comments and votes, and is seen.
    Contributor,
    /// Changes anything.
    Editor,
    /// An editor who also makes links, restores, erases and deletes.
    Owner,
}

/// What somebody wants to do in a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Read the project, live.
    Read,
    /// Be present: name, colour, pointer.
    BePresent,
    /// Send an idea, a comment or a vote.
    Contribute,
    /// Change the document; hold a workshop.
    Edit,
    /// Make, label, expire and revoke links; restore, erase and delete.
    Own,
}

impl Role {
    /// All roles, the one with the fewest rights first.
    pub const ALL: [Role; 4] = [Role::Viewer, Role::Contributor, Role::Editor, Role::Owner];

    /// Whether this role may do that (rule P1: the table of the roles).
    pub const fn may(self, action: Action) -> bool {
        let least = match action {
            Action::Read => Role::Viewer,
            Action::BePresent | Action::Contribute => Role::Contributor,
            Action::Edit => Role::Editor,
            Action::Own => Role::Owner,
        };
        self as u8 >= least as u8
    }

    /// The role's name in addresses, frames and storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Role::Viewer => "viewer",
            Role::Contributor => "contributor",
            Role::Editor => "editor",
            Role::Owner => "owner",
        }
    }

    /// The role of that name.
    pub fn parse(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.as_str() == name)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p1_each_role_may_do_what_the_table_says() {
        let table = [
            (Action::Read, [true, true, true, true]),
            (Action::BePresent, [false, true, true, true]),
            (Action::Contribute, [false, true, true, true]),
            (Action::Edit, [false, false, true, true]),
            (Action::Own, [false, false, false, true]),
        ];
        for (action, row) in table {
            assert_eq!(Role::ALL.map(|role| role.may(action)), row, "{action:?}");
        }
    }

    #[test]
    fn p1_a_role_is_read_back_by_its_name() {
        for role in Role::ALL {
            assert_eq!(Role::parse(role.as_str()), Some(role));
        }
        assert_eq!(Role::parse("admin"), None);
    }
}
