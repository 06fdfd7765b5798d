//! The words for a measure and its plan.

use model::measure::{Direction, Kind, PlanField, PlanNumber};

use crate::Words;

impl Words {
    /// What a measure watches.
    pub fn kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Outcome => self.measures_kind_outcome(),
            Kind::Process => self.measures_kind_process(),
            Kind::Balancing => self.measures_kind_balancing(),
        }
    }

    /// Which way is better.
    pub fn direction(self, direction: Direction) -> &'static str {
        match direction {
            Direction::Up => self.measures_up(),
            Direction::Down => self.measures_down(),
            Direction::Neither => self.measures_neither(),
        }
    }

    /// What a text of the plan is called.
    pub fn plan_field(self, field: PlanField) -> &'static str {
        match field {
            PlanField::Purpose => self.plan_purpose(),
            PlanField::Action => self.plan_action(),
            PlanField::Calculation => self.plan_calculation(),
            PlanField::Numerator => self.plan_numerator(),
            PlanField::Denominator => self.plan_denominator(),
            PlanField::Population => self.plan_population(),
            PlanField::Unit => self.plan_unit(),
            PlanField::Source => self.plan_source(),
            PlanField::Electronic => self.plan_electronic(),
            PlanField::Method => self.plan_method(),
            PlanField::Sampling => self.plan_sampling(),
            PlanField::Frequency => self.plan_frequency(),
            PlanField::Start => self.plan_start(),
            PlanField::Collector => self.plan_collector(),
            PlanField::Reviewer => self.plan_reviewer(),
            PlanField::Reporting => self.plan_reporting(),
            PlanField::Stratification => self.plan_stratification(),
            PlanField::Display => self.plan_display(),
            PlanField::Baseline => self.plan_baseline(),
            PlanField::Chart => self.settings_kind(),
            PlanField::Rules => self.settings_rules(),
            PlanField::Phases => self.workbook_phases(),
        }
    }

    /// What a number of the plan is called.
    pub fn plan_number(self, number: PlanNumber) -> &'static str {
        match number {
            PlanNumber::Multiplier => self.plan_multiplier(),
            PlanNumber::BaselineValue => self.plan_baseline_value(),
            PlanNumber::GoalValue => self.plan_goal(),
            PlanNumber::Shift => self.settings_shift(),
            PlanNumber::Trend => self.settings_trend(),
            PlanNumber::Freeze => self.settings_freeze(),
        }
    }

    /// How often a measure is collected, of the name that a plan keeps; what was said in other words stands as it is.
    pub fn frequency(self, name: &str) -> &str {
        match name {
            "daily" => self.frequency_daily(),
            "weekly" => self.frequency_weekly(),
            "monthly" => self.frequency_monthly(),
            "quarterly" => self.frequency_quarterly(),
            "yearly" => self.frequency_yearly(),
            "each event" => self.frequency_each_event(),
            other => other,
        }
    }

    /// What is computed, of the name that a plan keeps; what was said in other words stands as it is.
    pub fn calculation(self, name: &str) -> &str {
        match name {
            "count" => self.calculation_count(),
            "percent" => self.calculation_percent(),
            "rate" => self.calculation_rate(),
            "average" => self.calculation_average(),
            "time_between" => self.calculation_time_between(),
            "opportunities_between" => self.calculation_opportunities_between(),
            other => other,
        }
    }
}
