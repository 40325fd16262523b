//! The journeys, each made in every engine.

mod arrival;
mod backup;
mod browse;
mod editor;
mod exam;
mod exercise;
mod handover;
mod hosts;
mod keeping;
mod keys;
mod listing;
mod looks;
mod offline;
mod pages;
mod plan;
mod progress;
mod python;
mod question;
mod remarks;
mod sharing;
mod sitting;
mod tabs;
mod update;
mod way;

use crate::engine::Screen;
use crate::person::Person;
use crate::site::Terms;

/// What happens, and under which conditions.
pub(crate) struct Journey {
    pub(crate) screen: Screen,
    pub(crate) terms: Terms,
    /// Parts of complaints and of failed requests that belong to this journey.
    pub(crate) forgives: &'static [&'static str],
    pub(crate) story: fn(&Person),
}

/// A journey on a phone, on an ordinary host, with nothing to forgive.
fn on_a_phone(story: fn(&Person)) -> Journey {
    Journey {
        screen: Screen::Phone,
        terms: Terms::default(),
        forgives: &[],
        story,
    }
}

/// The same on a desktop.
fn on_a_desktop(story: fn(&Person)) -> Journey {
    Journey {
        screen: Screen::Desktop,
        ..on_a_phone(story)
    }
}

/// Makes a test of each journey for each engine.
macro_rules! journeys {
    ($($module:ident: $($journey:ident)+;)+) => {
        mod chromium {
            $($(
                #[test]
                #[ignore = "needs the release and browsers: cargo xtask test"]
                fn $journey() {
                    crate::person::travel(crate::engine::Engine::Chromium, &super::$module::$journey());
                }
            )+)+
        }
        mod firefox {
            $($(
                #[test]
                #[ignore = "needs the release and browsers: cargo xtask test"]
                fn $journey() {
                    crate::person::travel(crate::engine::Engine::Firefox, &super::$module::$journey());
                }
            )+)+
        }
        mod webkit {
            $($(
                #[test]
                #[ignore = "needs the release and browsers: cargo xtask test"]
                fn $journey() {
                    crate::person::travel(crate::engine::Engine::WebKit, &super::$module::$journey());
                }
            )+)+
        }
    };
}

journeys! {
    arrival:
        a_first_visit_asks_for_each_file_once
        a_first_visit_asks_for_nothing_that_its_budget_leaves_out
        without_its_part_a_page_says_so_and_is_tried_again
        without_its_wasm_the_page_says_what_to_do
        the_focus_stays_where_it_was_before_the_app_came
        without_its_script_the_page_says_what_to_do
        without_scripts_the_page_asks_for_them
        after_a_panic_the_page_says_what_is_safe;
    sitting:
        ten_questions_lead_to_a_result_and_the_missed_ones_come_again
        every_kind_is_answered_by_touch
        every_kind_is_answered_by_mouse
        every_kind_is_answered_by_keyboard_alone
        lines_are_dragged_into_order
        nothing_is_graded_before_there_is_an_answer
        a_double_tap_shows_the_explanation_and_answers_nothing_unseen
        a_key_held_down_passes_no_explanation
        the_keyboard_goes_on_where_something_has_gone_away
        a_sitting_goes_on_after_a_reload;
    exam:
        an_exam_tells_nothing_until_its_end_and_goes_on_after_a_reload
        what_was_missed_is_asked_once_more_in_the_same_sitting
        an_answer_is_taken_back_by_button_and_by_key
        a_sitting_is_put_together_and_asks_nothing_else
        how_sure_one_is_takes_no_press_more;
    keys:
        keys_do_what_buttons_do
        keys_are_letters_where_somebody_writes_and_can_be_switched_off;
    question:
        a_link_leads_to_a_question_that_is_thought_over_first
        key_points_are_ticked_and_count_as_an_answer
        the_checks_of_a_question_can_be_tried
        a_topic_shows_all_its_questions_and_starts_a_sitting_of_them;
    editor:
        the_editor_takes_the_place_of_the_field_under_the_hands
        a_program_is_written_by_keyboard_alone
        keys_that_a_phone_hides_are_tapped
        the_editor_is_accessible_and_wears_the_theme
        what_was_written_is_begun_again_and_taken_back;
    exercise:
        a_solution_passes_and_counts_as_an_answer
        a_failure_names_the_mistake_and_giving_up_counts_once
        a_program_is_run_stopped_and_run_again
        what_cannot_be_stopped_is_ended_and_the_next_run_works
        a_draft_is_kept_and_begun_again_and_never_runs_by_itself
        an_exercise_is_solved_by_keyboard_alone
        once_loaded_python_needs_no_network
        without_its_pack_python_says_so_and_is_tried_again
        without_its_part_an_exercise_says_so_and_is_tried_again
        without_the_editor_one_writes_in_a_plain_field
        without_storage_an_exercise_can_be_done;
    listing:
        a_program_is_run_and_changed_where_it_is_read
        a_program_is_run_and_stopped_by_keyboard_alone
        what_runs_is_stopped_beside_any_program_of_the_page
        what_a_program_runs_in_is_asked_for_again_when_it_did_not_come
        a_program_that_cannot_run_here_says_why
        the_program_of_a_check_is_run_once_it_was_answered;
    way:
        back_and_forward_lead_through_the_screens
        the_way_back_leads_to_the_place_that_was_left
        an_address_that_leads_nowhere_says_so
        a_question_that_left_the_bank_says_so
        the_heading_has_the_focus_on_arrival;
    keeping:
        what_was_answered_is_there_after_a_reload
        an_earlier_version_s_progress_is_taken_over
        text_that_cannot_be_read_is_moved_aside
        a_newer_version_s_progress_is_left_untouched
        when_storage_is_full_earlier_answers_stay_and_it_is_said
        when_storage_is_denied_one_can_practise_and_it_is_said
        what_is_broken_in_the_log_takes_nothing_with_it
        small_pieces_are_joined_and_it_is_said_once
        little_room_is_said_before_there_is_none;
    tabs:
        two_tabs_answer_at_once_and_nothing_is_lost
        what_one_tab_records_the_other_shows_without_a_reload
        each_tab_goes_on_with_its_own_sitting
        what_two_tabs_write_for_one_exercise_is_kept_side_by_side;
    progress:
        an_empty_history_says_what_will_be_here_and_leads_to_a_sitting
        figures_are_told_in_words_and_in_tables
        a_mistake_made_twice_is_told_in_its_own_words
        the_tables_are_opened_by_keyboard_alone;
    backup:
        a_backup_brings_back_what_was_erased
        a_backup_is_added_whole_or_not_at_all
        the_answers_of_one_topic_are_erased
        the_last_answer_is_taken_back;
    browse:
        a_row_of_a_track_leads_to_its_question_and_counts
        a_track_starts_a_sitting_of_its_next_questions
        a_mistyped_word_finds_a_title_and_another_word_an_answer
        questions_are_filtered_and_found_again_on_the_way_back
        all_questions_are_reached_row_by_row
        a_question_is_found_by_keyboard_alone;
    remarks:
        a_bookmark_and_a_note_survive_a_reload_and_a_restore
        what_is_said_in_one_tab_is_seen_in_the_other
        a_note_for_which_there_is_no_room_says_so
        a_note_is_text_and_no_longer_than_it_says
        a_question_is_bookmarked_and_noted_by_keyboard_alone;
    plan:
        a_day_is_set_and_home_says_what_to_expect
        the_plan_is_begun_by_keyboard_alone
        nothing_moves_when_the_plan_comes;
    handover:
        answers_come_over_by_a_link
        a_broken_link_says_so_and_adds_nothing
        what_is_too_much_for_a_picture_is_a_link_and_for_a_link_a_backup
        a_link_is_pasted_where_no_link_is_opened
        a_backup_and_a_link_go_by_the_share_sheet_where_there_is_one
        without_a_share_sheet_there_is_the_file;
    sharing:
        a_question_is_shared_as_its_page
        a_result_is_shared_with_its_set_which_another_person_begins
        a_set_is_put_together_and_given_away_by_clipboard_or_by_hand
        an_address_of_no_set_says_so
        a_set_is_printed_as_a_question_sheet_and_an_answer_sheet;
    looks:
        every_screen_is_accessible_and_fits_on_a_phone
        every_screen_is_accessible_on_a_desktop
        the_theme_is_chosen_and_stays
        a_verdict_is_told_by_signs_and_words_and_not_by_colour_alone;
    pages:
        a_question_is_read_without_scripts
        what_one_can_try_oneself_is_answered_behind_a_press
        a_page_leads_to_its_neighbours_and_into_the_app
        an_address_that_was_mistyped_leads_to_the_question_that_was_meant
        an_address_of_earlier_days_leads_on_at_any_depth
        a_page_that_is_missing_is_not_asked_for_again_and_again
        without_scripts_a_lost_address_leads_to_the_questions
        on_paper_everything_is_open_or_the_answers_are_left_out
        the_chosen_theme_is_worn_by_static_pages_too;
    python:
        the_pack_runs_what_interviews_ask_about
        what_a_program_does_is_told_in_order_and_in_bounds
        what_one_program_changes_the_next_does_not_see
        a_case_is_judged_as_the_verifier_judges_it
        what_takes_too_long_is_stopped_from_inside
        what_cannot_be_stopped_ends_with_its_python_and_another_starts
        a_start_that_is_not_the_first_one_is_as_fresh
        nothing_leads_from_a_program_to_the_page_or_the_network
        python_starts_under_the_policy_of_the_headers;
    offline:
        after_one_visit_the_app_opens_without_a_network
        a_second_visit_asks_the_network_for_nothing
        without_a_service_worker_the_app_works_as_before
        pages_that_were_opened_once_need_no_network
        everything_is_kept_for_use_without_a_network
        what_cannot_be_kept_is_said
        without_room_nothing_is_begun_and_it_is_said;
    update:
        a_newer_version_waits_until_the_person_agrees
        another_tab_goes_on_with_the_files_of_its_own_version
        an_old_page_takes_what_the_host_has_now
        a_page_that_stays_old_is_not_loaded_for_ever
        what_was_kept_and_is_damaged_is_let_go_of;
    hosts:
        the_app_works_at_the_root_of_a_host
        the_app_works_under_a_long_path
        the_app_works_on_a_host_that_does_not_know_wasm
        the_app_can_be_installed
        an_iphone_is_told_of_its_home_screen_once;
}
