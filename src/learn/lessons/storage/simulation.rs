//! What attacks come to on a token that a browser keeps.

use super::cookie::{Cookie, Request};
use crate::learn::block::{Actor, Message, Tone};
use crate::learn::player::Moment;
use crate::learn::tokens::{self, HS256, SECRET};

/// Where the token is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Memory,
    LocalStorage,
    Cookie(Cookie),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attack {
    /// A script of the attacker runs in the page of the application.
    Script,
    /// A page of the attacker posts a form.
    Form,
    /// It leads to the application by a link.
    Link,
    /// It shows an "image" of the application.
    Image,
    /// A page of another host of the same site posts a form.
    Sibling,
    /// Somebody listens while you open the application without TLS.
    Wire,
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

impl Attack {
    pub const ALL: [Self; 6] = [
        Self::Script,
        Self::Form,
        Self::Link,
        Self::Image,
        Self::Sibling,
        Self::Wire,
    ];

    pub fn read(name: &str) -> Self {
        match name {
            "link" => Self::Link,
            "image" => Self::Image,
            "sibling" => Self::Sibling,
            _ => Self::Form,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Script => "Script in your page (XSS)",
            Self::Form => "Form elsewhere, POST",
            Self::Link => "Link elsewhere, GET",
            Self::Image => "Image elsewhere, GET",
            Self::Sibling => "Form at a sibling host, POST",
            Self::Wire => "Listening, without TLS",
        }
    }

    /// The page that is open, and what happens there.
    fn page(self) -> (&'static str, &'static str) {
        match self {
            Self::Script => ("app.site.example", "Your app sends a request"),
            Self::Form => ("evil.example", "The page posts a form to your app"),
            Self::Link => ("evil.example", "Its link leads you to your app"),
            Self::Image => ("evil.example", "The page loads an image from your app"),
            Self::Sibling => ("blog.site.example", "The page posts a form to your app"),
            Self::Wire => ("address bar", "It asks for http://app.site.example"),
        }
    }

    fn request(self) -> Request {
        Request {
            is_same_site: matches!(self, Self::Script | Self::Sibling | Self::Wire),
            is_safe: matches!(self, Self::Link | Self::Image | Self::Wire),
            is_top_level: !matches!(self, Self::Script | Self::Image),
            is_secure: self != Self::Wire,
        }
    }
}

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
            world.say(
                "SameSite=None without Secure: the browser does not store the cookie at all.",
                Some((SERVER, STORAGE, "Set-Cookie", Tone::Warn)),
            );
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
        self.say(
            "A script of the attacker runs in the page of your app.",
            Some((ATTACKER, PAGE, "script", Tone::Plain)),
        );
        match self.place {
            Place::Cookie(cookie) if cookie.http_only => {
                self.say(
                    "It reads document.cookie. The browser leaves the HttpOnly cookie out.",
                    Some((STORAGE, PAGE, "nothing", Tone::Good)),
                );
                let said = "So it sends its request from your page. The browser adds the cookie.";
                self.say(
                    said,
                    Some((PAGE, SERVER, "POST with the cookie", Tone::Bad)),
                );
                return self.judged(PAGE);
            }
            Place::Cookie(_) => self.read("It reads document.cookie."),
            Place::LocalStorage => self.read("It reads localStorage."),
            Place::Memory => {
                self.say(
                    "It puts its own fetch in place of the browser’s, and waits.",
                    None,
                );
                self.read("Your app sends its next request, through that fetch.");
            }
        }
        self.stolen(PAGE, "It sends the token home.");
    }

    fn read(&mut self, said: &str) {
        self.say(said, Some((STORAGE, PAGE, "token", Tone::Bad)));
    }

    fn wire(&mut self) {
        self.say("You type http://, and somebody listens on the way.", None);
        if self.sends() {
            self.stolen(PAGE, "The attacker reads the cookie as it passes.");
        }
    }

    fn forgery(&mut self, own_header: bool) {
        let (host, _) = self.attack.page();
        let said = ["The attacker gets you to open a page of ", host, "."].concat();
        self.say(&said, Some((ATTACKER, PAGE, "page", Tone::Plain)));
        let sends = self.sends();
        if own_header {
            self.say(
                "The server refuses: the header is missing that only its own page may add.",
                Some((SERVER, PAGE, "403", Tone::Good)),
            );
        } else if sends {
            self.judged(PAGE);
        } else {
            self.say(
                "The server refuses: nobody is signed in.",
                Some((SERVER, PAGE, "401", Tone::Good)),
            );
        }
    }

    /// The page sends a request; whether the browser adds what it keeps.
    fn sends(&mut self) -> bool {
        let stays = match self.place {
            Place::Cookie(cookie) => cookie.stays(&self.attack.request()),
            _ => Some("only a script of your app would"),
        };
        let (_, does) = self.attack.page();
        let (adds, text, tone) = match stays {
            None => ("the cookie", "with the cookie", Tone::Bad),
            Some(_) => ("nothing: ", "without", Tone::Good),
        };
        let why = stays.unwrap_or_default();
        let said = [does, ", and the browser adds ", adds, why, "."].concat();
        self.say(&said, Some((PAGE, SERVER, text, tone)));
        stays.is_none()
    }

    /// The attacker gets the token, and uses it elsewhere.
    fn stolen(&mut self, from: usize, said: &str) {
        self.say(said, Some((from, ATTACKER, "token", Tone::Bad)));
        self.run.is_stolen = true;
        let said = "The attacker sends a request from another machine.";
        self.say(
            said,
            Some((ATTACKER, SERVER, "POST with the token", Tone::Bad)),
        );
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
        self.say(said, Some((SERVER, from, text, Tone::of(!holds))));
    }

    fn say(&mut self, said: &str, message: Option<(usize, usize, &str, Tone)>) {
        let actor = |name: &str, line: &str, tone| Actor {
            name: name.to_owned(),
            lines: vec![line.to_owned()],
            tone,
        };
        let kept = match self.place {
            Place::Memory => "token, in a variable",
            Place::LocalStorage => "token, in localStorage",
            Place::Cookie(cookie) if !cookie.is_stored() => "nothing",
            Place::Cookie(_) => "token, in a cookie",
        };
        let has = if self.run.is_stolen { "token" } else { "" };
        let message = message.map(|(from, to, text, tone)| Message {
            from,
            to,
            text: text.to_owned(),
            tone,
        });
        self.run.moments.push(Moment {
            actors: vec![
                actor("Attacker", has, Tone::Bad),
                actor("Page", self.attack.page().0, Tone::Plain),
                actor("Browser keeps", kept, Tone::Plain),
                actor("Server", "the key", Tone::Plain),
            ],
            message,
            said: said.to_owned(),
        });
    }
}
