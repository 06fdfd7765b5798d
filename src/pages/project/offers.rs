//! Everything one can ask a project for, in one table: the palette, the menu of the bar, the tools and a card's menu
//! take their words from it.

use figure::ColourBy;
use leptos::prelude::*;
use model::Level;
use model::role::{Action, Role};
use words::{Language, Words};

use super::{advice, card_menu, pictures, print, save};
use crate::diagram::commands;
use crate::diagram::keys::{self, Command};
use crate::language::{change, say};
use crate::state::ProjectState;
use crate::state::session::view::{Hand, Section, Shows};
use crate::state::session::{Dialog, Pictured};
use crate::ui::{Icon, after_paint};

type Said = fn(Words) -> &'static str;

/// One thing to ask for.
pub struct Offer {
    /// What stands before its words, where it is one of several.
    of: Option<Said>,
    /// Its words.
    pub words: Said,
    /// A drawing before them.
    pub icon: Option<Icon>,
    /// What it does.
    pub deed: Deed,
    /// What it needs.
    needs: Needs,
    /// Where it stands in the menu of the bar, if it does.
    pub menu: Option<Group>,
}

/// What is done when it is asked for.
#[derive(Debug, Clone, Copy)]
pub enum Deed {
    /// A command of the keys, or one of a card's menu
    Run(Command),
    /// Picture, both or outline
    Show(Shows),
    /// What the colours say
    Colour(ColourBy),
    /// The column of the card one is on
    Level(Level),
    /// A dialog
    Open(fn() -> Dialog),
    /// Anything else
    Call(fn(ProjectState)),
}

/// What must be so before something can be asked for.
#[derive(Debug, Clone, Copy)]
struct Needs {
    action: Action,
    on: On,
}

/// Where one must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum On {
    Anywhere,
    Picture,
    Card,
    /// A row of the outline that stands under another.
    RowUnder,
}

/// The groups of the bar's menu, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// What is taken along
    Take,
    /// What is looked at or set
    Look,
    /// What cannot be taken back
    End,
}

impl Group {
    /// All of them.
    pub const ALL: [Group; 3] = [Group::Take, Group::Look, Group::End];
}

/// Where one is, as far as an offer asks.
#[derive(Debug, Clone, Copy)]
pub struct Here {
    role: Role,
    level: Option<Level>,
    picture: bool,
    row_under: bool,
}

const READ: Needs = Needs { action: Action::Read, on: On::Anywhere };
const EDIT: Needs = Needs { action: Action::Edit, on: On::Anywhere };
const OWN: Needs = Needs { action: Action::Own, on: On::Anywhere };
const SEE: Needs = Needs { action: Action::Read, on: On::Picture };
const READ_CARD: Needs = Needs { action: Action::Read, on: On::Card };
const EDIT_CARD: Needs = Needs { action: Action::Edit, on: On::Card };
const EDIT_ROW: Needs = Needs { action: Action::Edit, on: On::RowUnder };

const fn offer(words: Said, icon: Icon, deed: Deed, needs: Needs) -> Offer {
    Offer { of: None, words, icon: Some(icon), deed, needs, menu: None }
}

const fn run(words: Said, icon: Icon, command: Command, needs: Needs) -> Offer {
    offer(words, icon, Deed::Run(command), needs)
}

const fn colour(words: Said, by: ColourBy) -> Offer {
    Offer { of: Some(Words::view_colour_by), ..offer(words, Icon::Colours, Deed::Colour(by), READ) }
}

const fn level(words: Said, level: Level) -> Offer {
    let deed = Deed::Level(level);
    Offer { of: Some(Words::card_level), words, icon: None, deed, needs: EDIT_CARD, menu: None }
}

impl Offer {
    const fn within(self, group: Group) -> Self {
        Offer { menu: Some(group), ..self }
    }

    /// All its words: "Colour by: Status".
    pub fn label(&self) -> String {
        let words = (self.words)(say());
        self.of.map_or_else(|| words.to_owned(), |of| format!("{}: {words}", of(say())))
    }

    /// The keys that do the same; empty when there are none.
    pub fn keys(&self) -> String {
        match self.deed {
            Deed::Run(command) => keys::shown_for(command),
            _ => String::new(),
        }
    }

    /// Whether it can be asked for here.
    pub fn is_for(&self, here: &Here) -> bool {
        let there = match self.needs.on {
            On::Anywhere => true,
            On::Picture => here.picture,
            On::Card => here.level.is_some(),
            On::RowUnder => here.row_under,
        };
        let another = match self.deed {
            Deed::Level(level) => here.level.is_some_and(|now| now != level && now != Level::Aim),
            _ => true,
        };
        there && another && here.role.may(self.needs.action)
    }
}

impl Here {
    /// Where one is now.
    pub fn now(state: &ProjectState) -> Self {
        let current = state.session.current.get_untracked();
        let level = |card| state.document.structure.with_untracked(|structure| structure.level(&card));
        let row = state.outline.current.get_untracked();
        let view = state.session.view;
        let diagram = !view.section.with_untracked(Section::measures);
        Here {
            role: state.role.get_untracked(),
            // Elsewhere one is on no card.
            level: current.and_then(level).filter(|_| diagram),
            picture: diagram && view.shows.get_untracked().picture(),
            row_under: diagram
                && view.hand.get_untracked() == Hand::Outline
                && row.is_some_and(|row| row.under.is_some()),
        }
    }
}

impl Deed {
    /// Whether it is seen only where the diagram is.
    fn is_of_diagram(self) -> bool {
        use Command::{Keys, Palette, Redo, Undo};
        !matches!(self, Deed::Open(_) | Deed::Call(_) | Deed::Run(Undo | Redo | Keys | Palette))
    }

    /// Does it.
    pub fn run(self, state: ProjectState) {
        if self.is_of_diagram() {
            state.session.view.show_diagram();
        }
        match self {
            Deed::Run(command) => commands::run(&state, command),
            Deed::Show(shows) => state.session.view.show(shows),
            Deed::Colour(by) => state.session.view.colour_by.set(by),
            Deed::Level(level) => {
                if let Some(card) = state.session.current.get_untracked() {
                    card_menu::set_level(state, &card, level);
                }
            }
            Deed::Open(dialog) => state.session.dialog.set(Some(dialog())),
            Deed::Call(call) => call(state),
        }
    }
}

/// The offer of a command.
pub fn of(command: Command) -> Option<&'static Offer> {
    OFFERS.iter().find(|offer| matches!(offer.deed, Deed::Run(other) if other == command))
}

/// What the colours can say.
pub fn colours() -> impl Iterator<Item = (ColourBy, &'static Offer)> {
    OFFERS.iter().filter_map(|offer| match offer.deed {
        Deed::Colour(by) => Some((by, offer)),
        _ => None,
    })
}

/// What of the diagram can be on the page.
pub fn shows() -> impl Iterator<Item = (Shows, &'static Offer)> {
    OFFERS.iter().filter_map(|offer| match offer.deed {
        Deed::Show(shows) => Some((shows, offer)),
        _ => None,
    })
}

/// The language this page is not in.
fn other_language(words: Words) -> Language {
    match words.language() {
        Language::English => Language::Welsh,
        Language::Welsh => Language::English,
    }
}

/// In the order of the palette.
pub const OFFERS: &[Offer] = &[
    run(Words::card_write, Icon::Write, Command::Write, EDIT_CARD),
    run(Words::card_add_below, Icon::Plus, Command::Below, EDIT_CARD),
    run(Words::card_add_inside, Icon::Inside, Command::Inside, EDIT_CARD),
    run(Words::card_duplicate, Icon::Copy, Command::Duplicate, EDIT_CARD),
    run(Words::card_move_to, Icon::Move, Command::MoveTo, EDIT_CARD),
    run(Words::card_move_up, Icon::ArrowUp, Command::MoveUp, EDIT_CARD),
    run(Words::card_move_down, Icon::ArrowDown, Command::MoveDown, EDIT_CARD),
    run(Words::card_promote, Icon::ArrowLeft, Command::Promote, EDIT_CARD),
    run(Words::card_demote, Icon::ArrowRight, Command::Demote, EDIT_CARD),
    run(Words::card_link_to, Icon::Link, Command::LinkTo, EDIT_CARD),
    run(Words::card_stand_under, Icon::Link, Command::AlsoUnder, EDIT_CARD),
    run(Words::card_remove_here, Icon::Unlink, Command::RemoveFromHere, EDIT_ROW),
    run(Words::details_title, Icon::Details, Command::Details, READ_CARD),
    run(Words::keys_to_note, Icon::Write, Command::ToNote, EDIT_CARD),
    run(Words::keys_menu, Icon::More, Command::Menu, READ_CARD),
    run(Words::card_delete, Icon::Delete, Command::Delete, EDIT_CARD),
    level(Words::level_primary, Level::Primary),
    level(Words::level_secondary, Level::Secondary),
    level(Words::level_tertiary, Level::Tertiary),
    level(Words::level_idea, Level::Idea),
    offer(Words::project_diagram, Icon::Picture, Deed::Call(|state| state.session.view.show_diagram()), READ),
    offer(
        Words::measures_title,
        Icon::Measures,
        Deed::Call(|state| state.session.view.show_measure(None)),
        READ,
    ),
    offer(
        Words::measures_wall_of,
        Icon::Measures,
        Deed::Call(|state| state.session.view.section.set(Section::Wall)),
        READ,
    ),
    offer(Words::tools_picture, Icon::Picture, Deed::Show(Shows::Picture), READ),
    offer(Words::tools_both, Icon::Both, Deed::Show(Shows::Both), READ),
    offer(Words::tools_outline, Icon::Outline, Deed::Show(Shows::Outline), READ),
    run(Words::tools_larger, Icon::Plus, Command::ZoomIn, SEE),
    run(Words::tools_smaller, Icon::Minus, Command::ZoomOut, SEE),
    run(Words::keys_fit, Icon::FitWidth, Command::Fit, SEE),
    run(Words::view_focus, Icon::FitAll, Command::FocusBranch, READ_CARD),
    run(Words::view_show_all, Icon::Close, Command::ShowAll, READ),
    run(Words::view_filter, Icon::Filter, Command::Find, READ),
    run(Words::card_collapse, Icon::ChevronRight, Command::Collapse, READ_CARD),
    run(Words::card_expand, Icon::ChevronDown, Command::Expand, READ_CARD),
    run(Words::keys_expand_siblings, Icon::ChevronDown, Command::ExpandSiblings, READ_CARD),
    run(Words::view_open_all, Icon::ChevronDown, Command::ExpandAll, READ),
    colour(Words::view_colour_branch, ColourBy::Branch),
    colour(Words::view_colour_level, ColourBy::Level),
    colour(Words::view_colour_status, ColourBy::Status),
    colour(Words::view_colour_owner, ColourBy::Owner),
    run(Words::keys_select_column, Icon::Tick, Command::SelectColumn, READ_CARD),
    run(Words::keys_select_all, Icon::Tick, Command::SelectAll, READ),
    offer(Words::share_title, Icon::Share, Deed::Open(|| Dialog::Share), READ),
    offer(Words::project_save_file, Icon::Download, Deed::Call(|state| save::project(&state)), READ)
        .within(Group::Take),
    offer(Words::pictures_copy_slide, Icon::Copy, Deed::Call(pictures::copy_slide), READ).within(Group::Take),
    offer(Words::pictures_open, Icon::Picture, Deed::Open(|| Dialog::Pictures(Pictured::Screen)), READ)
        .within(Group::Take),
    // The menu or the dialog it was asked from has gone by then.
    offer(Words::pictures_print, Icon::File, Deed::Call(|_| after_paint(print::print)), READ)
        .within(Group::Take),
    run(Words::project_undo, Icon::Undo, Command::Undo, EDIT),
    run(Words::project_redo, Icon::Redo, Command::Redo, EDIT).within(Group::Look),
    offer(Words::advice_title, Icon::Tick, Deed::Call(|state| advice::open(&state)), READ)
        .within(Group::Look),
    offer(Words::deleted_title, Icon::Delete, Deed::Open(|| Dialog::Deleted), READ).within(Group::Look),
    offer(Words::people_name, Icon::Person, Deed::Open(|| Dialog::Name), READ).within(Group::Look),
    run(Words::keys_title, Icon::Help, Command::Keys, READ).within(Group::Look),
    Offer {
        of: Some(Words::ui_language),
        words: |words| other_language(words).own_name(),
        icon: None,
        deed: Deed::Call(|_| change(other_language(say()))),
        needs: READ,
        menu: Some(Group::Look),
    },
    offer(Words::project_delete, Icon::Delete, Deed::Open(|| Dialog::DeleteProject), OWN).within(Group::End),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::keys::{Mode, TABLE};

    /// Where one is goes by keys, and what the browser's own events bring goes by them alone.
    fn goes_by_keys(command: Command) -> bool {
        use Command::*;
        matches!(command, Walk(_) | Select | ExtendUp | ExtendDown | Cancel | Palette | Copy | Cut | Paste)
    }

    #[test]
    fn k9_every_command_of_the_keys_is_offered_in_words() {
        for row in TABLE.iter().filter(|row| row.modes != [Mode::Writing]) {
            assert_eq!(of(row.command).is_none(), goes_by_keys(row.command), "{:?}", row.command);
        }
        for offer in OFFERS {
            if let Deed::Run(command) = offer.deed {
                let reads = offer.needs.action == Action::Read;
                assert_eq!(reads, command.only_looks(), "{command:?}");
            }
        }
    }

    #[test]
    fn k9_what_cannot_be_done_here_is_not_offered() {
        let here = Here { role: Role::Owner, level: Some(Level::Primary), picture: true, row_under: true };
        let count = |here: Here| OFFERS.iter().filter(|offer| offer.is_for(&here)).count();
        // The card has one of the levels already.
        assert_eq!(count(here), OFFERS.len() - 1);
        let table = [
            (Here { role: Role::Editor, ..here }, Words::project_delete as Said),
            (Here { role: Role::Viewer, ..here }, Words::card_write),
            (Here { role: Role::Viewer, ..here }, Words::project_undo),
            (Here { level: None, ..here }, Words::card_write),
            (Here { level: None, ..here }, Words::level_idea),
            (Here { level: Some(Level::Aim), ..here }, Words::level_idea),
            (Here { row_under: false, ..here }, Words::card_remove_here),
            (Here { picture: false, ..here }, Words::tools_larger),
        ];
        for (there, words) in table {
            let named = |offer: &&Offer| (offer.words)(say()) == words(say());
            let offer = OFFERS.iter().find(named).unwrap();
            assert_eq!((offer.is_for(&here), offer.is_for(&there)), (true, false), "{}", words(say()));
        }
    }
}
