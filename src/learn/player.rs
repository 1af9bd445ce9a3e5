//! A simulation is the list of all its moments, so that going back is as exact as going on.

use super::Model;
use super::block::{Actor, Message, Tone};

/// One moment of a simulation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moment {
    pub actors: Vec<Actor>,
    pub message: Option<Message>,
    /// What happens, in a sentence, for the log.
    pub said: String,
}

impl Moment {
    /// Somebody or something in it, with what it has or knows.
    pub fn actor(&mut self, name: &str, lines: &[&str], tone: Tone) {
        self.actors.push(Actor {
            name: name.to_owned(),
            lines: lines.iter().map(|line| (*line).to_owned()).collect(),
            tone,
        });
    }

    /// What travels, from one actor to another by their places.
    pub fn message(&mut self, (from, to): (usize, usize), text: &str, tone: Tone) {
        self.message = Some(Message {
            from,
            to,
            text: text.to_owned(),
            tone,
        });
    }
}

/// The name of the input that counts the moments.
pub const MOMENT: &str = "moment";

/// What an input does where whatever is chosen anew is played anew.
pub fn from_the_start(model: &mut Model, name: &str) {
    if name != MOMENT {
        model.put(MOMENT, "0");
    }
}

/// Whether it was played to its end.
pub fn is_over(moments: &[Moment], model: &Model) -> bool {
    model.number(MOMENT).saturating_add(1) >= moments.len()
}
