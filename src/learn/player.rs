//! A simulation is the list of all its moments, so that going back is as exact as going on.

use super::{Actor, Block, Message, Model};

/// One moment of a simulation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moment {
    pub actors: Vec<Actor>,
    pub message: Option<Message>,
    /// What happens, in a sentence, for the log.
    pub said: String,
}

/// The name of the input that counts the moments.
pub const MOMENT: &str = "moment";

/// The moment that was come to, with the player and the log up to it. The player comes first: whatever a scene grows to,
/// its buttons stay under the pointer.
pub fn played(label: &'static str, moments: &[Moment], model: &Model) -> Vec<Block> {
    let last = moments.len().saturating_sub(1);
    let at = model.number(MOMENT).min(last);
    let Some(moment) = moments.get(at) else {
        return Vec::new();
    };
    vec![
        Block::Player { at, last },
        Block::Scene {
            label,
            actors: moment.actors.clone(),
            message: moment.message.clone(),
        },
        Block::Log {
            lines: moments[..=at]
                .iter()
                .map(|moment| moment.said.clone())
                .collect(),
        },
    ]
}

/// Whether it was played to its end.
pub fn is_over(moments: &[Moment], model: &Model) -> bool {
    model.number(MOMENT) + 1 >= moments.len()
}
