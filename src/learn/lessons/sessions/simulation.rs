//! A browser, a load balancer, servers and a store: what becomes of somebody who signed in, by how the servers know
//! them, when servers come and go and the store is lost.

use super::design::{Design, token};
use crate::learn::block::{Actor, Message, Tone};
use crate::learn::player::Moment;
use crate::learn::tokens::{self, SECRET};

/// The moments of a simulation, and what it came to.
pub struct Run {
    pub moments: Vec<Moment>,
    pub counts: Counts,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub answered: usize,
    /// Requests that were not answered, as nobody knew who sent them or no server was up.
    pub refused: usize,
    pub sign_ins: usize,
    pub lookups: usize,
    /// In bytes, over all servers and the store, at the end.
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
    world.say("You have not signed in yet.".to_owned(), None, Tone::Plain);
    world.sign_in();
    for event in events.bytes() {
        match event {
            b'K' => world.kill(),
            b'A' => world.add(),
            b'L' => world.lose(),
            _ => world.request(),
        }
    }
    let kept = world.servers.iter().map(|server| server.session);
    let kept = kept.chain([world.store]).filter(|session| *session > 0);
    world.counts.memory = kept.count() * design.entry();
    Run {
        moments: world.moments,
        counts: world.counts,
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
        }
    }

    fn request(&mut self) {
        self.counts.sent += self.design.line();
        let line = self.design.line().to_string();
        let carried = self.carried();
        self.say(
            ["The browser sends a request with ", &carried, "."].concat(),
            Some((
                BROWSER,
                BALANCER,
                [&carried, ", ", &line, " bytes"].concat(),
            )),
            Tone::Plain,
        );
        let Some(at) = self.route() else {
            self.counts.refused += 1;
            return self.no_server();
        };
        let name = server_name(at);
        self.say(
            ["The balancer hands it to ", &name, "."].concat(),
            Some((BALANCER, SERVERS + at, carried)),
            Tone::Plain,
        );
        let is_known = self.knows(at);
        if is_known {
            self.counts.answered += 1;
            let how = match self.design {
                Design::Token => " verifies the signature with its key, and answers.",
                Design::Store => " knows from the store who it is, and answers.",
                _ => " has the session in its memory, and answers.",
            };
            self.answer(at, [&name, how].concat(), "200", Tone::Good);
        } else {
            self.counts.refused += 1;
            let said = [&name, " finds no such session: you have to sign in again."].concat();
            self.answer(at, said, "401", Tone::Bad);
            self.sign_in();
        }
    }

    /// Whether a server knows who sends the request.
    fn knows(&mut self, at: usize) -> bool {
        match self.design {
            Design::Token => tokens::verifies(&self.token, SECRET),
            Design::Store => {
                self.counts.lookups += 1;
                let found = self.store == self.session;
                let (name, session) = (server_name(at), self.carried());
                self.say(
                    [&name, " asks the store."].concat(),
                    Some((SERVERS + at, self.store_at(), [&session, "?"].concat())),
                    Tone::Plain,
                );
                let answer = if found { "Ada, editor" } else { "unknown" };
                self.say(
                    "The store looks it up.".to_owned(),
                    Some((self.store_at(), SERVERS + at, answer.to_owned())),
                    Tone::of(found),
                );
                found
            }
            _ => self.servers[at].session == self.session,
        }
    }

    fn sign_in(&mut self) {
        let Some(at) = self.route() else {
            return self.no_server();
        };
        self.counts.sign_ins += 1;
        self.session += 1;
        let name = server_name(at);
        self.say(
            ["You sign in at ", &name, "."].concat(),
            Some((BROWSER, SERVERS + at, "name and password".to_owned())),
            Tone::Plain,
        );
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
        self.answer(at, [&name, done].concat(), &self.carried(), Tone::Plain);
    }

    fn kill(&mut self) {
        let up = |at: &usize| self.servers.get(*at).is_some_and(|server| !server.is_down);
        let Some(at) = [self.last].into_iter().chain(0..MOST).find(up) else {
            return self.say("No server is left.".to_owned(), None, Tone::Plain);
        };
        self.servers[at] = Server {
            is_down: true,
            session: 0,
        };
        let said = [&server_name(at), " is killed, with all in its memory."].concat();
        self.say(said, None, Tone::Plain);
    }

    fn add(&mut self) {
        if self.servers.len() == MOST {
            return self.say(
                "There is no room for another server.".to_owned(),
                None,
                Tone::Plain,
            );
        }
        self.servers.push(Server::default());
        let has = match self.design {
            Design::Token => " starts. The key is all it needs.",
            Design::Store => " starts. It can ask the store.",
            _ => " starts. It knows no session.",
        };
        let said = [&server_name(self.servers.len() - 1), has].concat();
        self.say(said, None, Tone::Plain);
    }

    fn lose(&mut self) {
        self.store = 0;
        let said = match self.design {
            Design::Store => "The store is lost. A new one starts, empty.",
            _ => "The store is lost. Nothing here used it.",
        };
        self.say(said.to_owned(), None, Tone::Plain);
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
        let said = "No server is up.".to_owned();
        self.say(said, Some((BALANCER, BROWSER, "503".to_owned())), Tone::Bad);
    }

    fn answer(&mut self, at: usize, said: String, text: &str, tone: Tone) {
        self.say(said, Some((SERVERS + at, BROWSER, text.to_owned())), tone);
    }

    /// What the browser has to show.
    fn carried(&self) -> String {
        match self.design {
            Design::Token => "the token".to_owned(),
            _ => ["session ", &self.session.to_string()].concat(),
        }
    }

    fn store_at(&self) -> usize {
        SERVERS + self.servers.len()
    }

    fn say(&mut self, said: String, message: Option<(usize, usize, String)>, tone: Tone) {
        let message = message.map(|(from, to, text)| Message {
            from,
            to,
            text,
            tone,
        });
        self.moments.push(Moment {
            actors: self.actors(),
            message,
            said,
        });
    }

    fn actors(&self) -> Vec<Actor> {
        let actor = |name: &str, line: String| Actor {
            name: name.to_owned(),
            lines: vec![line],
            tone: Tone::Plain,
        };
        let has = |session: usize| match session {
            0 => "no session".to_owned(),
            _ => ["session ", &session.to_string()].concat(),
        };
        let own = match self.session {
            0 => "nothing".to_owned(),
            _ => self.carried(),
        };
        let chooses = match self.design {
            Design::Sticky => "always the same",
            _ => "in turn",
        };
        let mut actors = vec![actor("Browser", own), actor("Balancer", chooses.to_owned())];
        for (at, server) in self.servers.iter().enumerate() {
            let line = match self.design {
                _ if server.is_down => "down".to_owned(),
                Design::Token => "the key".to_owned(),
                Design::Store => "asks the store".to_owned(),
                _ => has(server.session),
            };
            actors.push(Actor {
                tone: Tone::of(!server.is_down),
                ..actor(&server_name(at), line)
            });
        }
        let kept = match self.design {
            Design::Store => has(self.store),
            _ => "not used".to_owned(),
        };
        actors.push(actor("Store", kept));
        actors
    }
}

fn server_name(at: usize) -> String {
    ["Server ", &"ABCD"[at..=at]].concat()
}
