//! The words for what a project is made of.

use model::Level;
use model::action::Refusal;
use model::cycle::Act;
use model::diagram::{Amount, Matters, Status, Strength, Support};

use crate::Words;

impl Words {
    /// One card of that level: `Primary driver`.
    pub fn level(self, level: Level) -> &'static str {
        match level {
            Level::Aim => self.level_aim(),
            Level::Primary => self.level_primary(),
            Level::Secondary => self.level_secondary(),
            Level::Tertiary => self.level_tertiary(),
            Level::Idea => self.level_idea(),
        }
    }

    /// The column of that level: `Primary drivers`.
    pub fn levels(self, level: Level) -> &'static str {
        match level {
            Level::Aim => self.levels_aim(),
            Level::Primary => self.levels_primary(),
            Level::Secondary => self.levels_secondary(),
            Level::Tertiary => self.levels_tertiary(),
            Level::Idea => self.levels_idea(),
        }
    }

    /// What a card of that level answers.
    pub fn question(self, level: Level) -> &'static str {
        match level {
            Level::Aim => self.question_aim(),
            Level::Primary => self.question_primary(),
            Level::Secondary => self.question_secondary(),
            Level::Tertiary => self.question_tertiary(),
            Level::Idea => self.question_idea(),
        }
    }

    /// What became of a change idea.
    pub fn status(self, status: Status) -> &'static str {
        match status {
            Status::Suggested => self.status_suggested(),
            Status::Planned => self.status_planned(),
            Status::Testing => self.status_testing(),
            Status::Adopted => self.status_adopted(),
            Status::Parked => self.status_parked(),
            Status::Stopped => self.status_stopped(),
        }
    }

    /// How much impact, or effort.
    pub fn amount(self, amount: Amount) -> &'static str {
        match amount {
            Amount::Low => self.amount_low(),
            Amount::High => self.amount_high(),
        }
    }

    /// Whether it matters to people who use the service.
    pub fn matters(self, matters: Matters) -> &'static str {
        match matters {
            Matters::Yes => self.matters_yes(),
            Matters::No => self.matters_no(),
            Matters::Unsure => self.matters_unsure(),
        }
    }

    /// What a test said.
    pub fn support(self, support: Support) -> &'static str {
        match support {
            Support::Supported => self.support_supported(),
            Support::Refuted => self.support_refuted(),
            Support::Unknown => self.support_unknown(),
        }
    }

    /// What the team did after a test.
    pub fn act(self, act: Act) -> &'static str {
        match act {
            Act::Adopt => self.act_adopt(),
            Act::Adapt => self.act_adapt(),
            Act::Abandon => self.act_abandon(),
        }
    }

    /// How a link is drawn.
    pub fn strength(self, strength: Strength) -> &'static str {
        match strength {
            Strength::Strong => self.strength_strong(),
            Strength::Weak => self.strength_weak(),
        }
    }

    /// Why something cannot be done, as a sentence.
    pub fn refusal(self, refusal: Refusal) -> &'static str {
        match refusal {
            Refusal::Gone => self.refused_gone(),
            Refusal::Aim => self.refused_aim(),
            Refusal::NoHigherLevel => self.refused_no_higher_level(),
            Refusal::NoLowerLevel => self.refused_no_lower_level(),
            Refusal::NothingAbove => self.refused_nothing_above(),
            Refusal::WrongWay => self.refused_wrong_way(),
            Refusal::Linked => self.refused_linked(),
            Refusal::AtEnd => self.refused_at_end(),
            Refusal::UnderIdea => self.refused_under_idea(),
        }
    }
}
