//! A browser, a load balancer, servers and a store: what becomes of somebody who signed in, by how the servers know
//! them, when servers come and go and the store is lost.

mod scene;

use super::design::{Design, token};
use crate::learn::block::Tone;
use crate::learn::player::Moment;
use crate::learn::tokens::{self, SECRET};
use scene::name;

/// The moments of a simulation, and what it came to.
pub struct Run {
    pub moments: Vec<Moment>,
    /// What it had come to at the end of the sign-in and of each event, with how many moments that took.
    ends: Vec<(usize, Counts)>,
}

impl Run {
    /// How many ends have come at a moment: none, that of the sign-in, and those of events.
    pub fn ended(&self, moment: usize) -> usize {
        let ends = self.ends.iter();
        ends.filter(|(moments, _)| *moments <= moment.saturating_add(1))
            .count()
    }

    /// What it had come to after so many ends.
    pub fn counts(&self, ended: usize) -> Counts {
        let end = ended.checked_sub(1).and_then(|at| self.ends.get(at));
        end.map_or_else(Counts::default, |(_, counts)| *counts)
    }

    /// What it came to.
    pub fn result(&self) -> Counts {
        self.counts(self.ends.len())
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub answered: usize,
    /// Requests that were not answered, as nobody knew who sent them or no server was up.
    pub refused: usize,
    pub sign_ins: usize,
    pub lookups: usize,
    /// In bytes, over all servers and the store.
    pub memory: usize,
    /// Bytes of header lines that say who sends, over all requests.
    pub sent: usize,
}

/// The most servers there can be.
const MOST: usize = 4;

const BROWSER: usize = 0;
const BALANCER: usize = 1;
const SERVERS: usize = 2;

/// Somebody signs in, and then these happen: `R`, a request; `K`, a server is killed; `A`, one is added; `L`, the store
/// is lost.
pub fn run(design: Design, events: &str) -> Run {
    let mut world = World::new(design);
    world.say("You have not signed in yet.", None, Tone::Plain);
    world.sign_in();
    world.end();
    for event in events.bytes() {
        match event {
            b'K' => world.kill(),
            b'A' => world.add(),
            b'L' => world.lose(),
            _ => world.request(),
        }
        world.end();
    }
    Run {
        moments: world.moments,
        ends: world.ends,
    }
}

struct World {
    design: Design,
    token: String,
    servers: Vec<Server>,
    /// The session that the store holds, from 1.
    store: usize,
    /// The session that the browser names, likewise.
    session: usize,
    /// The server that is next, and the one that was last.
    next: usize,
    last: usize,
    moments: Vec<Moment>,
    counts: Counts,
    ends: Vec<(usize, Counts)>,
}

#[derive(Clone, Default)]
struct Server {
    is_down: bool,
    session: usize,
}

impl World {
    fn new(design: Design) -> Self {
        Self {
            design,
            token: token(),
            servers: vec![Server::default(); 3],
            store: 0,
            session: 0,
            next: 0,
            last: 0,
            moments: Vec::new(),
            counts: Counts::default(),
            ends: Vec::new(),
        }
    }

    /// An event has ended.
    fn end(&mut self) {
        let kept = self.servers.iter().map(|server| server.session);
        let kept = kept.chain([self.store]).filter(|session| *session > 0);
        self.counts.memory = kept.count() * self.design.entry();
        self.ends.push((self.moments.len(), self.counts));
    }

    fn request(&mut self) {
        let bytes = self.design.line();
        self.counts.sent += bytes;
        let carried = self.carried();
        let heavy = [&carried, ", ", &bytes.to_string(), " bytes"].concat();
        let said = ["The browser sends a request with ", &carried, "."].concat();
        self.say(&said, Some((BROWSER, BALANCER, &heavy)), Tone::Plain);
        let Some(at) = self.route() else {
            self.counts.refused += 1;
            return self.no_server();
        };
        let said = ["The balancer hands it to ", name(at), "."].concat();
        let on = Some((BALANCER, SERVERS + at, &*carried));
        self.say(&said, on, Tone::Plain);
        if self.knows(at) {
            self.counts.answered += 1;
            let how = match self.design {
                Design::Token => " verifies the signature with its key, and answers.",
                Design::Store => " knows from the store who it is, and answers.",
                _ => " has the session in its memory, and answers.",
            };
            self.answer(at, how, "200", Tone::Good);
        } else {
            self.counts.refused += 1;
            let how = " finds no such session: you have to sign in again.";
            self.answer(at, how, "401", Tone::Bad);
            self.sign_in();
        }
    }

    /// Whether a server knows who sends the request.
    fn knows(&mut self, at: usize) -> bool {
        match self.design {
            Design::Token => tokens::verifies(&self.token, SECRET),
            Design::Store => self.finds(at),
            _ => self.servers[at].session == self.session,
        }
    }

    /// Whether the store has the session of the request.
    fn finds(&mut self, at: usize) -> bool {
        self.counts.lookups += 1;
        let found = self.store == self.session;
        let (server, store) = (SERVERS + at, SERVERS + self.servers.len());
        let said = [name(at), " asks the store."].concat();
        let asked = [&self.carried(), "?"].concat();
        self.say(&said, Some((server, store, &asked)), Tone::Plain);
        let answer = if found { "Ada, editor" } else { "unknown" };
        let back = Some((store, server, answer));
        self.say("The store looks it up.", back, Tone::of(found));
        found
    }

    fn sign_in(&mut self) {
        let Some(at) = self.route() else {
            return self.no_server();
        };
        self.counts.sign_ins += 1;
        self.session += 1;
        let said = ["You sign in at ", name(at), "."].concat();
        let on = Some((BROWSER, SERVERS + at, "name and password"));
        self.say(&said, on, Tone::Plain);
        let done = match self.design {
            Design::Token => " signs a token, and keeps nothing.",
            Design::Store => {
                self.store = self.session;
                " puts a new session into the store."
            }
            _ => {
                self.servers[at].session = self.session;
                " keeps a new session in its memory."
            }
        };
        let carried = self.carried();
        self.answer(at, done, &carried, Tone::Plain);
    }

    fn kill(&mut self) {
        let up = |at: &usize| self.servers.get(*at).is_some_and(|server| !server.is_down);
        let Some(at) = [self.last].into_iter().chain(0..MOST).find(up) else {
            return self.say("No server is left.", None, Tone::Plain);
        };
        self.servers[at] = Server {
            is_down: true,
            session: 0,
        };
        let said = [name(at), " is killed, with all in its memory."].concat();
        self.say(&said, None, Tone::Plain);
    }

    fn add(&mut self) {
        let at = self.servers.len();
        if at == MOST {
            return self.say("There is no room for another server.", None, Tone::Plain);
        }
        self.servers.push(Server::default());
        let has = match self.design {
            Design::Token => " starts. The key is all it needs.",
            Design::Store => " starts. It can ask the store.",
            _ => " starts. It knows no session.",
        };
        self.say(&[name(at), has].concat(), None, Tone::Plain);
    }

    fn lose(&mut self) {
        self.store = 0;
        let said = match self.design {
            Design::Store => "The store is lost. A new one starts, empty.",
            _ => "The store is lost. Nothing here used it.",
        };
        self.say(said, None, Tone::Plain);
    }

    /// The server that the balancer chooses among those that are up.
    fn route(&mut self) -> Option<usize> {
        let count = self.servers.len();
        let mut turns = (0..count).map(|turn| (self.next + turn) % count);
        let at = turns.find(|at| !self.servers[*at].is_down)?;
        self.last = at;
        self.next = at + usize::from(self.design != Design::Sticky);
        Some(at)
    }

    fn no_server(&mut self) {
        let back = Some((BALANCER, BROWSER, "503"));
        self.say("No server is up.", back, Tone::Bad);
    }

    fn answer(&mut self, at: usize, how: &str, text: &str, tone: Tone) {
        let said = [name(at), how].concat();
        self.say(&said, Some((SERVERS + at, BROWSER, text)), tone);
    }
}
