//! What an attack comes to, moment by moment.

use super::attack::Attack;
use super::cookie::Cookie;
use crate::learn::block::Tone;
use crate::learn::player::Moment;
use crate::learn::tokens::{self, HS256, SECRET};

/// Where the token is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Memory,
    LocalStorage,
    Cookie(Cookie),
}

/// What it came to.
pub struct Run {
    pub moments: Vec<Moment>,
    /// The attacker has the token.
    pub is_stolen: bool,
    /// The server did what the attacker wanted, as if it were you who asked.
    pub is_done_as_you: bool,
}

const ATTACKER: usize = 0;
const PAGE: usize = 1;
const STORAGE: usize = 2;
const SERVER: usize = 3;

/// The attack on a token that is kept there, at a server that asks for a header of its own or not.
pub fn run(place: Place, attack: Attack, own_header: bool) -> Run {
    let mut world = World {
        place,
        attack,
        token: tokens::signed(HS256, r#"{"sub":"42","role":"editor"}"#, SECRET),
        run: Run {
            moments: Vec::new(),
            is_stolen: false,
            is_done_as_you: false,
        },
    };
    match (place, attack) {
        (Place::Cookie(cookie), _) if !cookie.is_stored() => {
            let said = "SameSite=None without Secure: the browser does not store the cookie.";
            world.send(said, (SERVER, STORAGE), "Set-Cookie", Tone::Warn);
        }
        (_, Attack::Script) => world.script(),
        (_, Attack::Wire) => world.wire(),
        _ => world.forgery(own_header),
    }
    world.run
}

struct World {
    place: Place,
    attack: Attack,
    token: String,
    run: Run,
}

impl World {
    fn script(&mut self) {
        let said = "The attacker’s script runs in your page.";
        self.send(said, (ATTACKER, PAGE), "script", Tone::Plain);
        let read = match self.place {
            Place::Cookie(cookie) if cookie.http_only => {
                let said = "It reads document.cookie: the HttpOnly cookie is left out.";
                self.send(said, (STORAGE, PAGE), "nothing", Tone::Good);
                let said = "So it sends its request from your page. The browser adds the cookie.";
                self.send(said, (PAGE, SERVER), "POST with the cookie", Tone::Bad);
                return self.judged(PAGE);
            }
            Place::Cookie(_) => "It reads document.cookie.",
            Place::LocalStorage => "It reads localStorage.",
            Place::Memory => {
                self.say("It puts its own fetch in place of the browser’s, and waits.");
                "Your app’s next request goes through it."
            }
        };
        self.send(read, (STORAGE, PAGE), "token", Tone::Bad);
        self.stolen("It sends the token home.");
    }

    fn wire(&mut self) {
        self.say("You type http://, and somebody listens on the way.");
        if self.sends() {
            self.stolen("The attacker reads the cookie as it passes.");
        }
    }

    fn forgery(&mut self, own_header: bool) {
        let said = ["The attacker gets you to open ", self.attack.page(), "."].concat();
        self.send(&said, (ATTACKER, PAGE), "page", Tone::Plain);
        let sends = self.sends();
        if sends && !own_header {
            return self.judged(PAGE);
        }
        let (said, text) = match own_header {
            true => (
                "The server refuses: the header of its own page is missing.",
                "403",
            ),
            false => ("The server refuses: nobody is signed in.", "401"),
        };
        self.send(said, (SERVER, PAGE), text, Tone::Good);
    }

    /// The page sends a request; whether the browser adds what it keeps.
    fn sends(&mut self) -> bool {
        let stays = match self.place {
            Place::Cookie(cookie) => cookie.stays(&self.attack.request()),
            _ => Some("only a script of your app would"),
        };
        let (adds, text) = match stays {
            None => ("the cookie", "with the cookie"),
            Some(_) => ("nothing: ", "without"),
        };
        let why = stays.unwrap_or_default();
        let said = [
            self.attack.deed(),
            ", and the browser adds ",
            adds,
            why,
            ".",
        ]
        .concat();
        self.send(&said, (PAGE, SERVER), text, Tone::of(stays.is_some()));
        stays.is_none()
    }

    /// The attacker gets the token from the page, and uses it elsewhere.
    fn stolen(&mut self, said: &str) {
        self.send(said, (PAGE, ATTACKER), "token", Tone::Bad);
        self.run.is_stolen = true;
        let said = "The attacker sends a request from another machine.";
        self.send(said, (ATTACKER, SERVER), "POST with the token", Tone::Bad);
        self.judged(ATTACKER);
    }

    /// The server judges the token that came.
    fn judged(&mut self, from: usize) {
        let holds = tokens::verifies(&self.token, SECRET);
        self.run.is_done_as_you |= holds;
        let (said, text) = match holds {
            true => (
                "The signature holds. The server takes the request for yours.",
                "200",
            ),
            false => ("The signature does not hold.", "401"),
        };
        self.send(said, (SERVER, from), text, Tone::of(!holds));
    }

    /// Something travels.
    fn send(&mut self, said: &str, path: (usize, usize), text: &str, tone: Tone) {
        let mut moment = self.moment(said);
        moment.message(path, text, tone);
        self.run.moments.push(moment);
    }

    fn say(&mut self, said: &str) {
        let moment = self.moment(said);
        self.run.moments.push(moment);
    }

    fn moment(&self, said: &str) -> Moment {
        let kept = match self.place {
            Place::Memory => "token, in a variable",
            Place::LocalStorage => "token, in localStorage",
            Place::Cookie(cookie) if !cookie.is_stored() => "nothing",
            Place::Cookie(_) => "token, in a cookie",
        };
        let has = if self.run.is_stolen { "token" } else { "" };
        let mut moment = Moment::default();
        moment.actor("Attacker", &[has], Tone::Bad);
        moment.actor("Page", &[self.attack.page()], Tone::Plain);
        moment.actor("Browser keeps", &[kept], Tone::Plain);
        moment.actor("Server", &["the key"], Tone::Plain);
        said.clone_into(&mut moment.said);
        moment
    }
}
