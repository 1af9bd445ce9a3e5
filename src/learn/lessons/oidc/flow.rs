//! The sign-in, message by message: authorization code with PKCE.

use super::issuer::{
    APP, CODE, ISSUER, NONCE, SIGN_IN, STATE, VERIFIER, access_token, challenge, id_token,
    refresh_token,
};
use super::verifier::{CAREFUL_API, CAREFUL_APP, judged};
use crate::learn::Model;
use crate::learn::block::{Actor, Block, Line, Message, Tone};
use crate::learn::player::{MOMENT, Moment, is_over, played};
use crate::words::cut;

const BROWSER: usize = 0;
const CLIENT: usize = 1;
const AUTHORITY: usize = 2;
/// The API, or the thief of the code, who does not come so far.
const LAST: usize = 3;

/// All that happens, with the lines of each message.
struct Flow {
    actors: [Actor; 4],
    moments: Vec<Moment>,
    letters: Vec<Letter>,
    /// Whether the tokens are issued.
    has_tokens: bool,
}

/// A message in full, or what its receiver checks.
#[derive(Clone, Default)]
struct Letter {
    lines: Vec<Line>,
    tone: Tone,
    outcome: &'static str,
    has_tokens: bool,
}

/// What is to be seen of it, and whether it was played to its end.
pub fn show(model: &Model, is_stolen: bool) -> (Vec<Block>, bool) {
    let flow = Flow::played(is_stolen);
    let letter = flow
        .letters
        .get(model.number(MOMENT))
        .or(flow.letters.last());
    let letter = letter.cloned().unwrap_or_default();
    let mut blocks = played("A sign-in with a code", &flow.moments, model);
    blocks.push(Block::Code {
        label: "The message in full, and what its receiver makes of it",
        lines: letter.lines,
        tone: letter.tone,
        outcome: letter.outcome.to_owned(),
    });
    if letter.has_tokens {
        blocks.push(super::whole("ID token, for the app", &id_token()));
        blocks.push(super::whole("Access token, for the API", &access_token(0)));
    }
    (blocks, is_over(&flow.moments, model))
}

impl Flow {
    fn played(is_stolen: bool) -> Self {
        let last = if is_stolen { "Thief" } else { "API" };
        let mut flow = Self {
            actors: ["Browser", "App", "Issuer", last].map(|name| Actor {
                name: name.to_owned(),
                ..Actor::default()
            }),
            moments: Vec::new(),
            letters: Vec::new(),
            has_tokens: false,
        };
        flow.ask();
        match is_stolen {
            true => flow.steal(),
            false => flow.redeem(),
        }
        flow
    }

    /// Up to the code.
    fn ask(&mut self) {
        let challenge = challenge(VERIFIER);
        self.say(None, "Alice opens the app. It does not know her.", &[]);
        self.knows(CLIENT, "verifier", VERIFIER);
        self.knows(CLIENT, "state", STATE);
        self.knows(CLIENT, "nonce", NONCE);
        let request: &[(&str, &str, &str)] = &[
            ("GET ", ISSUER, ""),
            ("response_type=", "code", ""),
            ("client_id=", APP, ""),
            ("redirect_uri=", "https://app.example/callback", ""),
            ("scope=", "openid offline_access orders:read", ""),
            ("state=", STATE, "ties the answer to this browser"),
            ("nonce=", NONCE, "will stand in the ID token"),
            ("code_challenge=", &challenge, "SHA-256 of the verifier"),
            ("code_challenge_method=", "S256", ""),
        ];
        self.say(
            Some((CLIENT, BROWSER, "302 to the issuer")),
            "The app makes a verifier, a state and a nonce, all random, and sends the browser to the issuer.",
            request,
        );
        self.knows(AUTHORITY, "challenge", &challenge);
        self.say(
            Some((BROWSER, AUTHORITY, "GET /authorize")),
            "Alice signs in at the issuer. The app never sees her password.",
            request,
        );
        self.knows(BROWSER, "code", CODE);
        self.say(
            Some((AUTHORITY, BROWSER, "302 with a code")),
            "The issuer sends the browser back with a code: for one use, and for a short time.",
            &[
                ("Location: ", "https://app.example/callback", ""),
                ("code=", CODE, "no token: that would stand in the address"),
                ("state=", STATE, ""),
                ("iss=", ISSUER, ""),
            ],
        );
    }

    /// The app gets its tokens, and uses them.
    fn redeem(&mut self) {
        self.knows(CLIENT, "code", CODE);
        self.say(
            Some((BROWSER, CLIENT, "GET /callback")),
            "The browser brings the code. The state is the one the app gave to this browser.",
            &[("code=", CODE, ""), ("state=", STATE, "as it was sent")],
        );
        self.bring(CLIENT, VERIFIER);
        let [id, access, refresh] = [id_token(), access_token(0), refresh_token(0)];
        self.knows(CLIENT, "ID token", &id);
        self.knows(CLIENT, "access token", &access);
        self.knows(CLIENT, "refresh token", &refresh);
        self.has_tokens = true;
        self.say(
            Some((AUTHORITY, CLIENT, "200, three tokens")),
            "The tokens come straight from the issuer, not by way of the browser.",
            &[
                ("id_token=", &cut(&id, 24), ""),
                ("access_token=", &cut(&access, 24), ""),
                ("token_type=", "Bearer", ""),
                ("expires_in=", "600", ""),
                ("refresh_token=", &refresh, ""),
            ],
        );
        self.knows(BROWSER, "session", "of the app");
        self.say(
            Some((CLIENT, BROWSER, "302, a session cookie")),
            "The app checks the ID token: Alice it is. She is signed in.",
            &[],
        );
        self.check(judged(&id, CAREFUL_APP, SIGN_IN));
        self.say(
            Some((CLIENT, LAST, "GET /orders")),
            "For her orders the app sends the access token to the API, which checks it.",
            &[],
        );
        self.check(judged(&access, CAREFUL_API, SIGN_IN));
        self.say(
            Some((LAST, CLIENT, "200, her orders")),
            "The API answers. It asked nobody: the issuer’s public key is enough.",
            &[],
        );
    }

    /// Somebody else comes by the code.
    fn steal(&mut self) {
        self.knows(LAST, "code", CODE);
        self.say(
            Some((BROWSER, LAST, "the code leaks")),
            "Another program on Alice’s device receives the address, and with it the code.",
            &[("code=", CODE, "")],
        );
        self.bring(LAST, "a guess, since the verifier never left the app");
        self.say(
            Some((AUTHORITY, LAST, "400 invalid_grant")),
            "No tokens. The code alone is worth nothing.",
            &[],
        );
    }

    /// Somebody brings the code with a verifier, and the issuer compares.
    fn bring(&mut self, who: usize, verifier: &str) {
        let computed = challenge(verifier);
        let holds = computed == challenge(VERIFIER);
        self.say(
            Some((who, AUTHORITY, "POST /token")),
            if holds {
                "The issuer hashes the verifier. It is the challenge: whoever asked is who brings the code."
            } else {
                "The issuer hashes the verifier. It is not the challenge."
            },
            &[
                ("grant_type=", "authorization_code", ""),
                ("code=", CODE, ""),
                ("redirect_uri=", "https://app.example/callback", ""),
                ("client_id=", APP, ""),
                ("code_verifier=", verifier, ""),
            ],
        );
        let line = Line {
            text: "S256(code_verifier) == code_challenge".to_owned(),
            tone: Tone::of(holds),
            note: ["it is ", &cut(&computed, 8)].concat(),
        };
        if let Some(letter) = self.letters.last_mut() {
            letter.lines.push(line);
            letter.tone = Tone::of(holds);
            letter.outcome = if holds { "accepted" } else { "refused" };
        }
    }

    fn knows(&mut self, who: usize, name: &str, value: &str) {
        let line = [name, ": ", &cut(value, 8)].concat();
        self.actors[who].lines.push(line);
    }

    fn say(
        &mut self,
        message: Option<(usize, usize, &str)>,
        said: &str,
        letter: &[(&str, &str, &str)],
    ) {
        let mut lines = Vec::new();
        for (name, value, note) in letter {
            lines.push(Line {
                text: [*name, *value].concat(),
                note: (*note).to_owned(),
                ..Line::default()
            });
        }
        self.letters.push(Letter {
            lines,
            has_tokens: self.has_tokens,
            ..Letter::default()
        });
        self.moments.push(Moment {
            actors: self.actors.to_vec(),
            message: message.map(|(from, to, text)| Message {
                from,
                to,
                text: text.to_owned(),
                tone: Tone::Plain,
            }),
            said: said.to_owned(),
        });
    }

    /// The checks of a receiver, in place of the message.
    fn check(&mut self, (lines, passes): (Vec<Line>, bool)) {
        if let Some(letter) = self.letters.last_mut() {
            letter.lines = lines;
            letter.tone = Tone::of(passes);
            letter.outcome = if passes { "accepted" } else { "refused" };
        }
    }
}
