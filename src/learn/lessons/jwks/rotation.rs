//! A rotation of keys, minute by minute.

use super::{set, signed};
use crate::learn::keys::Pair;
use crate::learn::{Moment, Tone, tokens};
use crate::words::moment::clock_minutes;

/// The orders in which it can be done.
pub const ORDERS: [(&str, &str); 6] = [
    ("0", "sign, publish, remove"),
    ("1", "sign, remove, publish"),
    ("2", "publish, remove, sign"),
    ("3", "publish, sign, remove"),
    ("4", "remove, publish, sign"),
    ("5", "remove, sign, publish"),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Publish,
    Sign,
    Remove,
}

use Act::{Publish, Remove, Sign};

const ACTS: [[Act; 3]; 6] = [
    [Sign, Publish, Remove],
    [Sign, Remove, Publish],
    [Publish, Remove, Sign],
    [Publish, Sign, Remove],
    [Remove, Publish, Sign],
    [Remove, Sign, Publish],
];

/// Minutes for which the API keeps the set.
const KEPT: usize = 5;

/// How old the token of the first user is: a minute less than it may be.
const AGE: usize = 14;

/// Minutes after an act at which both users send a request: before the API has fetched the set again, and after.
const REQUESTS: [usize; 2] = [1, 10];

/// When the first act is: 08:00 of some day.
const START: usize = 480;

/// Which keys are published, the old and the new.
type Published = [bool; 2];

const NAMES: [&str; 2] = ["old", "new"];
const USERS: [&str; 2] = ["Ann", "Ben"];

/// The order and the pace that were chosen.
pub struct Rotation {
    acts: [Act; 3],
    pace: usize,
    pub requests: Vec<Request>,
}

/// A request of a user: the key that signed the token, the set the API has kept, and whether it verified.
pub struct Request {
    at: usize,
    user: usize,
    signer: usize,
    kept: Published,
    holds: bool,
}

impl Rotation {
    /// An order by its place in [`ORDERS`], and the minutes from one act to the next.
    pub fn new(order: usize, pace: usize) -> Self {
        let mut rotation = Self {
            acts: ACTS[order.min(ACTS.len() - 1)],
            pace: pace.clamp(1, 60),
            requests: Vec::new(),
        };
        rotation.requests = rotation.requests();
        rotation
    }

    /// How many requests fail.
    pub fn failed(&self) -> usize {
        let failed = self.requests.iter().filter(|request| !request.holds);
        failed.count()
    }

    pub fn moments(&self) -> Vec<Moment> {
        let mut moments = vec![self.moment(START - 1, None, None)];
        for (at, act) in self.acts.into_iter().enumerate() {
            let (at, next) = (START + at * self.pace, START + (at + 1) * self.pace);
            moments.push(self.moment(at, Some(act), None));
            let is_last = act == self.acts[2];
            for request in &self.requests {
                if request.at > at && (is_last || request.at < next) {
                    moments.push(self.moment(request.at, None, Some(request)));
                }
            }
        }
        moments
    }

    /// All requests, each verified by the core with the keys that the API has at that time.
    fn requests(&self) -> Vec<Request> {
        let pairs = [Pair::new(1, NAMES[0]), Pair::new(2, NAMES[1])];
        let tokens = [0, 1].map(|at| signed(NAMES[at], &pairs[at]));
        let mut requests: Vec<Request> = Vec::new();
        for act in 0..3 {
            for after in REQUESTS {
                // Between acts that follow at once, nobody has time for a request.
                if act < 2 && after >= self.pace {
                    continue;
                }
                let at = START + act * self.pace + after;
                for user in 0..2 {
                    let issued = if user == 0 { at - AGE } else { at };
                    let (signer, kept) = (self.signer(issued), self.published(at - KEPT));
                    let known = requests
                        .iter()
                        .find(|known| (known.signer, known.kept) == (signer, kept));
                    let holds = match known {
                        Some(known) => known.holds,
                        None => tokens::verifies(&tokens[signer], &published(&pairs, kept)),
                    };
                    requests.push(Request {
                        at,
                        user,
                        signer,
                        kept,
                        holds,
                    });
                }
            }
        }
        requests
    }

    /// Whether an act was done at a minute.
    fn is_done(&self, act: Act, minute: usize) -> bool {
        let place = self.acts.iter().position(|own| *own == act).unwrap_or(0);
        minute >= START + place * self.pace
    }

    fn signer(&self, minute: usize) -> usize {
        usize::from(self.is_done(Sign, minute))
    }

    fn published(&self, minute: usize) -> Published {
        [!self.is_done(Remove, minute), self.is_done(Publish, minute)]
    }

    fn moment(&self, at: usize, act: Option<Act>, request: Option<&Request>) -> Moment {
        let mut moment = Moment::default();
        for (user, issued) in [at - AGE, at].into_iter().enumerate() {
            let sent = request.filter(|request| request.user == user);
            let tone = sent.map_or(Tone::Plain, |request| Tone::of(request.holds));
            let token = ["token of ", NAMES[self.signer(issued)]].concat();
            moment.actor(USERS[user], &[&token], tone);
        }
        let kept = list(self.published(at - KEPT));
        moment.actor("API", &["keeps:", kept], Tone::Plain);
        let signs = ["signs: ", NAMES[self.signer(at)]].concat();
        let issuer = ["publishes:", list(self.published(at)), &signs];
        let tone = act.map_or(Tone::Plain, |_| Tone::Warn);
        moment.actor("Issuer", &issuer, tone);
        let time = clock_minutes((at * 60) as f64);
        if let Some(request) = request {
            request.send(&time, &mut moment);
        } else {
            let said = match act {
                Some(Publish) => " The issuer publishes the new key.",
                Some(Sign) => " The issuer signs with the new key.",
                Some(Remove) => " The issuer removes the old key.",
                None => " All is as it was for long.",
            };
            moment.said = time + said;
        }
        moment
    }
}

impl Request {
    fn send(&self, time: &str, moment: &mut Moment) {
        let (user, key) = (USERS[self.user], NAMES[self.signer]);
        let came = match self.holds {
            true => " key: accepted.",
            false => " key: failed, the API does not have this key.",
        };
        moment.said = [time, " ", user, " sends a token of the ", key, came].concat();
        let kid = ["kid: ", key].concat();
        moment.message((self.user, 2), &kid, Tone::of(self.holds));
    }
}

/// The keys of a set by their names.
fn list(published: Published) -> &'static str {
    match published {
        [true, true] => "old, new",
        [true, false] => "old",
        [false, true] => "new",
        [false, false] => "nothing",
    }
}

/// What the issuer publishes.
fn published(pairs: &[Pair; 2], published: Published) -> String {
    let mut keys = Vec::new();
    for (pair, is_published) in pairs.iter().zip(published) {
        if is_published {
            keys.push(&*pair.public);
        }
    }
    set(&keys)
}
