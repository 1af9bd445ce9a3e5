//! What is to be seen and told of a moment.

use super::super::design::Design;
use super::World;
use crate::learn::block::Tone;
use crate::learn::player::Moment;

impl World {
    /// What the browser has to show.
    pub(super) fn carried(&self) -> String {
        match self.design {
            Design::Token => "the token".to_owned(),
            _ => session(self.session),
        }
    }

    pub(super) fn say(&mut self, said: &str, message: Option<(usize, usize, &str)>, tone: Tone) {
        let mut moment = Moment::default();
        said.clone_into(&mut moment.said);
        if let Some((from, to, text)) = message {
            moment.message((from, to), text, tone);
        }
        self.show(&mut moment);
        self.moments.push(moment);
    }

    /// Who there is now.
    fn show(&self, moment: &mut Moment) {
        let own = match self.session {
            0 => "nothing".to_owned(),
            _ => self.carried(),
        };
        let chooses = match self.design {
            Design::Sticky => "always the same",
            _ => "in turn",
        };
        moment.actor("Browser", &[&own], Tone::Plain);
        moment.actor("Balancer", &[chooses], Tone::Plain);
        for (at, server) in self.servers.iter().enumerate() {
            let line = match self.design {
                _ if server.is_down => "down".to_owned(),
                Design::Token => "the key".to_owned(),
                Design::Store => "asks the store".to_owned(),
                _ => session(server.session),
            };
            moment.actor(name(at), &[&line], Tone::of(!server.is_down));
        }
        let kept = match self.design {
            Design::Store => session(self.store),
            _ => "not used".to_owned(),
        };
        moment.actor("Store", &[&kept], Tone::Plain);
    }
}

/// A session by its number, which counts from 1.
fn session(number: usize) -> String {
    match number {
        0 => "no session".to_owned(),
        _ => ["session ", &number.to_string()].concat(),
    }
}

pub(super) fn name(server: usize) -> &'static str {
    ["Server A", "Server B", "Server C", "Server D"][server]
}
