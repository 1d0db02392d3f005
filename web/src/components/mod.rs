//! One pattern a file, with plain arguments. None of them knows what an assessment is.

pub mod answer_card;
pub mod controls;
pub mod fields;
pub mod file_pick;
pub mod frame;
pub mod icons;
pub mod number_field;
pub mod pictures;
pub mod problems;
pub mod saved;
pub mod text_answer;
