//! What is to be seen and told of a moment.

use super::super::plan::Refresh;
use super::{THIEF, World, YOU};
use crate::learn::block::Tone;
use crate::learn::player::Moment;

impl World {
    pub(super) fn say(&mut self, said: &str, message: Option<(usize, usize, &str, Tone)>) {
        let mut moment = Moment {
            said: ["Minute ", &self.now.to_string(), ": ", said].concat(),
            ..Moment::default()
        };
        if let Some((from, to, text, tone)) = message {
            moment.message((from, to), text, tone);
        }
        self.show(&mut moment);
        self.moments.push(moment);
    }

    /// Who there is now.
    fn show(&self, moment: &mut Moment) {
        let [mut list, mut good] = <[String; 2]>::default();
        if self.plan.denylist {
            list = ["list: ", &self.denied.join(" ")].concat();
        } else if self.is_revoked && self.plan.refresh != Refresh::None {
            "family revoked".clone_into(&mut good);
        } else if self.plan.refresh != Refresh::None {
            good = ["good: refresh ", &self.current.to_string()].concat();
        }
        let [access, refresh] = self.has(YOU);
        moment.actor("You", &[&access, &refresh], Tone::Plain);
        moment.actor("API", &["the key", &list], Tone::Plain);
        let role = ["you are ", self.role].concat();
        moment.actor("Issuer", &[&role, &good], Tone::Plain);
        let [access, refresh] = self.has(THIEF);
        moment.actor("Thief", &[&access, &refresh], Tone::Bad);
    }

    /// The tokens that somebody has, in words.
    pub(super) fn has(&self, who: usize) -> [String; 2] {
        let holder = &self.holders[who];
        let [mut access, mut refresh] = <[String; 2]>::default();
        if let Some(held) = &holder.access {
            access = [&held.id, " until minute ", &held.until.to_string()].concat();
        }
        if holder.refresh > 0 {
            refresh = ["refresh ", &holder.refresh.to_string()].concat();
        }
        [access, refresh]
    }
}
