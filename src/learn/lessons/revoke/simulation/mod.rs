//! Half an hour between you, an API, an issuer of tokens and a thief.

mod scene;

use super::access::Access;
use super::plan::{Event, Plan, Refresh};
use crate::learn::block::Tone;
use crate::learn::player::Moment;

pub struct Run {
    pub moments: Vec<Moment>,
    /// For how many minutes from the event on the first access token is still accepted.
    pub window: usize,
    /// The last minute in which the thief was answered; 0 if never.
    pub thief_until: usize,
    pub sign_ins: usize,
}

const YOU: usize = 0;
const API: usize = 1;
const ISSUER: usize = 2;
const THIEF: usize = 3;

/// The minute of the event, and the last one.
const EVENT: usize = 1;
pub const END: usize = 30;

pub fn run(plan: Plan) -> Run {
    let mut world = World::new(plan);
    world.sign_in();
    world.request(YOU);
    let first = world.holders[YOU].access.clone();
    world.now = EVENT;
    world.event();
    for minute in (5..=END).step_by(5) {
        world.now = minute;
        if minute >= plan.thief_from {
            world.turn(THIEF);
        }
        if !world.is_logged_out {
            world.turn(YOU);
        }
    }
    let is_good = |minute: &usize| {
        first
            .as_ref()
            .is_some_and(|first| first.judge(*minute, &world.denied).is_ok())
    };
    let window = (EVENT..2 * END).take_while(is_good).count();
    Run {
        window,
        moments: world.moments,
        thief_until: world.thief_until,
        sign_ins: world.sign_ins,
    }
}

struct World {
    plan: Plan,
    now: usize,
    role: &'static str,
    /// What you and the thief have, by their places.
    holders: [Holder; 4],
    issued: usize,
    /// The identifiers that the API does not accept.
    denied: Vec<String>,
    /// The refresh token that is good, and the first of its family, from 1. The family may have been revoked.
    current: usize,
    family: usize,
    is_revoked: bool,
    is_logged_out: bool,
    thief_until: usize,
    sign_ins: usize,
    moments: Vec<Moment>,
}

#[derive(Clone, Default)]
struct Holder {
    access: Option<Access>,
    /// The number of a refresh token, from 1.
    refresh: usize,
}

impl World {
    fn new(plan: Plan) -> Self {
        Self {
            plan,
            now: 0,
            role: "editor",
            holders: Default::default(),
            issued: 0,
            denied: Vec::new(),
            current: 0,
            family: 0,
            is_revoked: false,
            is_logged_out: false,
            thief_until: 0,
            sign_ins: 0,
            moments: Vec::new(),
        }
    }

    fn event(&mut self) {
        match self.plan.event {
            Event::LogOut => {
                self.holders[THIEF].access = self.holders[YOU].access.clone();
                self.say("A thief copies your access token from a log.", None);
                self.holders[YOU] = Holder::default();
                self.is_logged_out = true;
                self.is_revoked = true;
                self.revoke("You log out: your browser forgets what it had.", YOU);
            }
            Event::Rights => {
                self.role = "reader";
                self.revoke(
                    "You lose your rights: from now on you may only read.",
                    ISSUER,
                );
            }
            Event::RefreshStolen => {
                self.holders[THIEF].refresh = self.holders[YOU].refresh;
                self.say("A thief copies your refresh token.", None);
            }
        }
    }

    /// Where there is a list, the first access token comes onto it.
    fn revoke(&mut self, said: &str, from: usize) {
        if self.plan.denylist {
            self.denied.push("t1".to_owned());
            let said = [said, " The API puts t1 onto its list."].concat();
            self.say(&said, Some((from, API, "revoke t1", Tone::Plain)));
        } else if self.plan.refresh != Refresh::None && self.is_logged_out {
            let said = [said, " The issuer revokes the refresh token."].concat();
            self.say(&said, Some((from, ISSUER, "revoke", Tone::Plain)));
        } else {
            self.say(said, None);
        }
    }

    /// Somebody renews what has expired, and sends a request; who has nothing does nothing.
    fn turn(&mut self, who: usize) {
        let now = self.now;
        let access = self.holders[who].access.as_ref();
        let is_stale = access.is_none_or(|access| access.until <= now);
        if is_stale && self.holders[who].refresh > 0 {
            self.renew(who);
        }
        self.request(who);
    }

    fn request(&mut self, who: usize) {
        let Some(access) = self.holders[who].access.clone() else {
            return;
        };
        let said = [name(who), " a request with ", &access.id, "."].concat();
        self.say(&said, Some((who, API, &access.id, Tone::Plain)));
        match access.judge(self.now, &self.denied) {
            Ok(role) => {
                if who == THIEF {
                    self.thief_until = self.now;
                }
                let tone = if who == YOU { Tone::Good } else { Tone::Bad };
                let said = ["The API answers. Role: ", &role, "."].concat();
                self.say(&said, Some((API, who, "200", tone)));
            }
            Err(why) => {
                let tone = if who == YOU { Tone::Warn } else { Tone::Good };
                let said = ["The API refuses: ", why, "."].concat();
                self.say(&said, Some((API, who, "401", tone)));
                self.holders[who].access = None;
                if who == YOU {
                    self.sign_in();
                }
            }
        }
    }

    fn renew(&mut self, who: usize) {
        let refresh = self.holders[who].refresh;
        let number = ["refresh token ", &refresh.to_string()].concat();
        let said = [name(who), " ", &number, " to the issuer."].concat();
        self.say(&said, Some((who, ISSUER, &number, Tone::Plain)));
        let said = if !self.is_revoked && refresh == self.current {
            self.current += usize::from(self.plan.refresh == Refresh::Rotated);
            self.holders[who] = Holder {
                access: Some(self.issue()),
                refresh: self.current,
            };
            return self.hand_over(who);
        } else if !self.is_revoked && refresh >= self.family {
            self.is_revoked = true;
            "This one was used before: two have it. The issuer revokes the whole family."
        } else {
            "This family was revoked."
        };
        self.holders[who] = Holder::default();
        self.say(said, Some((ISSUER, who, "invalid_grant", Tone::Warn)));
        if who == YOU {
            self.sign_in();
        }
    }

    fn sign_in(&mut self) {
        self.sign_ins += 1;
        self.say(
            "You sign in.",
            Some((YOU, ISSUER, "name and password", Tone::Plain)),
        );
        if self.plan.refresh != Refresh::None {
            self.current += 1;
            self.family = self.current;
            self.is_revoked = false;
        }
        self.holders[YOU] = Holder {
            access: Some(self.issue()),
            refresh: self.current,
        };
        self.hand_over(YOU);
    }

    fn hand_over(&mut self, to: usize) {
        let [access, refresh] = self.has(to);
        let tokens = [&access, " ", &refresh].concat();
        let tone = if to == YOU { Tone::Good } else { Tone::Bad };
        let said = "The issuer sends new tokens.";
        self.say(said, Some((ISSUER, to, tokens.trim(), tone)));
    }

    /// A new access token, with the rights of now.
    fn issue(&mut self) -> Access {
        self.issued += 1;
        Access::issued(self.issued, self.role, self.now, self.plan.life)
    }
}

fn name(who: usize) -> &'static str {
    match who {
        YOU => "You send",
        _ => "The thief sends",
    }
}
