//! One test a rule: its cases hold.

use crate::cases::holds;

#[test]
fn va1_an_aim_says_how_much_by_when_and_for_whom() {
    holds("VA1");
}

#[test]
fn va2_an_aim_says_more_than_a_direction() {
    holds("VA2");
}

#[test]
fn va3_an_aim_does_not_tell_how() {
    holds("VA3");
}

#[test]
fn va4_an_aim_is_short_and_in_plain_words() {
    holds("VA4");
}

#[test]
fn va5_nothing_is_left_open_in_an_aim_or_a_goal() {
    holds("VA5");
}

#[test]
fn va6_an_aim_whose_day_is_past_is_reviewed() {
    holds("VA6");
}

#[test]
fn vd1_there_are_two_to_five_primary_drivers() {
    holds("VD1");
}

#[test]
fn vd2_something_stands_below_each_driver() {
    holds("VD2");
}

#[test]
fn vd3_a_driver_is_no_action() {
    holds("VD3");
}

#[test]
fn vd4_each_primary_driver_is_measured_somewhere_on_its_branch() {
    holds("VD4");
}

#[test]
fn vd5_ideas_stand_under_more_than_one_primary_driver() {
    holds("VD5");
}

#[test]
fn vi1_an_idea_is_linked() {
    holds("VI1");
}

#[test]
fn vi2_an_idea_is_no_task() {
    holds("VI2");
}

#[test]
fn vi3_an_idea_says_what_would_be_done() {
    holds("VI3");
}

#[test]
fn vi4_an_idea_works_through_a_driver() {
    holds("VI4");
}

#[test]
fn vi5_ideas_that_say_nearly_the_same_are_found() {
    holds("VI5");
}

#[test]
fn vl1_a_circle_of_stored_links_is_found_though_none_is_drawn() {
    holds("VL1");
}

#[test]
fn vl2_not_everything_leads_to_everything() {
    holds("VL2");
}

#[test]
fn vl3_links_say_why() {
    holds("VL3");
}

#[test]
fn vl4_the_picture_can_be_read() {
    holds("VL4");
}

#[test]
fn vm1_one_or_two_outcome_measures_are_on_the_aim() {
    holds("VM1");
}

#[test]
fn vm2_there_are_process_and_balancing_measures() {
    holds("VM2");
}

#[test]
fn vm3_there_are_three_to_eight_measures() {
    holds("VM3");
}

#[test]
fn vm4_a_measures_name_has_no_direction() {
    holds("VM4");
}

#[test]
fn vm5_a_rate_has_numerator_and_denominator() {
    holds("VM5");
}

#[test]
fn vm6_a_measure_is_defined_and_somebody_collects_it() {
    holds("VM6");
}

#[test]
fn vm7_measures_are_collected_monthly_or_more_often() {
    holds("VM7");
}

#[test]
fn vm8_a_goal_is_there_and_better_than_the_baseline() {
    holds("VM8");
}

#[test]
fn vp1_a_cycle_has_a_prediction_and_an_idea() {
    holds("VP1");
}

#[test]
fn vp2_a_cycle_that_is_over_is_studied_and_decided() {
    holds("VP2");
}

#[test]
fn vp3_tests_begin_small_and_grow_slowly() {
    holds("VP3");
}

#[test]
fn vp4_an_idea_is_tested_more_than_once_before_it_is_adopted() {
    holds("VP4");
}

#[test]
fn vt1_the_diagram_changes_with_what_tests_show() {
    holds("VT1");
}

#[test]
fn vt2_patients_take_part_and_work_is_shared() {
    holds("VT2");
}

#[test]
fn vt3_the_diagram_holds_no_tasks_of_the_project() {
    holds("VT3");
}
