//! What the example projects are about.

use crate::Words;

impl Words {
    /// What the example of that name is about, and how much there is of it, in one line.
    pub fn example_about(self, name: &str) -> &'static str {
        match name {
            "crisis-care" => self.home_example_crisis_care(),
            "staff-support" => self.home_example_staff_support(),
            "whole-system-flow" => self.home_example_whole_system_flow(),
            "improvement-network" => self.home_example_improvement_network(),
            "value-and-resilience" => self.home_example_value_and_resilience(),
            _ => "",
        }
    }
}
