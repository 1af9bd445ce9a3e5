//! The sign-in, message by message: authorization code with PKCE.

use super::issuer::{
    APP, CODE, ISSUER, NONCE, PUBLIC, SIGN_IN, STATE, VERIFIER, access_token, challenge, id_token,
    refresh_token,
};
use super::verifier::{CAREFUL_API, CAREFUL_APP, Rule, ran};
use crate::learn::block::Tone;
use crate::learn::code::ended;
use crate::learn::player::{MOMENT, Moment, is_over};
use crate::learn::{Model, Stage};
use crate::words::cut;

const BROWSER: usize = 0;
const CLIENT: usize = 1;
const AUTHORITY: usize = 2;
/// The API, or the thief of the code, who does not come so far.
const LAST: usize = 3;

const AUTHORIZE: &str = "https://id.example/authorize";
const CALLBACK: &str = "https://app.example/callback";
const LETTER: &str = "The message in full, and what its receiver makes of it";

/// A line of a message: what stands there, its value, and what it is for.
type Field<'a> = (&'a str, &'a str, &'a str);

/// All that happens.
#[derive(Default)]
struct Flow {
    /// Who there is, with what each knows so far, and what travels.
    now: Moment,
    moments: Vec<Moment>,
    /// Of each moment the message in full, or what its receiver checks.
    letters: Vec<Stage>,
    /// The first moment with tokens.
    tokens_at: Option<usize>,
}

/// What is to be seen of it; the step is done when it was played to its end.
pub fn show(model: &Model, stage: &mut Stage) {
    let mut flow = Flow::default();
    let is_stolen = model.is("bringer", "thief");
    let last = if is_stolen { "Thief" } else { "API" };
    for name in ["Browser", "App", "Issuer", last] {
        flow.now.actor(name, &[], Tone::Plain);
    }
    flow.ask();
    match is_stolen {
        true => flow.steal(),
        false => flow.redeem(),
    }
    let at = model.number(MOMENT).min(flow.letters.len() - 1);
    stage.played("A sign-in with a code", &flow.moments, model);
    stage.blocks.append(&mut flow.letters[at].blocks);
    if flow.tokens_at.is_some_and(|first| at >= first) {
        stage.token("ID token, for the app", &id_token(), PUBLIC);
        stage.token("Access token, for the API", &access_token(0), PUBLIC);
    }
    stage.is_done = is_over(&flow.moments, model);
}

impl Flow {
    /// Up to the code.
    fn ask(&mut self) {
        let challenge = challenge(VERIFIER);
        self.say("Alice opens the app. It does not know her.");
        self.letter(&[]);
        self.knows(CLIENT, "verifier", VERIFIER);
        self.knows(CLIENT, "state", STATE);
        self.knows(CLIENT, "nonce", NONCE);
        let request = [
            ("GET ", AUTHORIZE, ""),
            ("response_type=", "code", ""),
            ("client_id=", APP, ""),
            ("redirect_uri=", CALLBACK, ""),
            ("scope=", "openid offline_access orders:read", ""),
            ("prompt=", "consent", "without it no offline_access"),
            ("state=", STATE, "ties the answer to this browser"),
            ("nonce=", NONCE, "will stand in the ID token"),
            ("code_challenge=", &challenge, "SHA-256 of the verifier"),
            ("code_challenge_method=", "S256", ""),
        ];
        self.send(
            (CLIENT, BROWSER),
            "302 to the issuer",
            "The app makes verifier, state and nonce, all random.",
        );
        self.letter(&request);
        self.knows(AUTHORITY, "challenge", &challenge);
        self.send(
            (BROWSER, AUTHORITY),
            "GET /authorize",
            "Alice signs in at the issuer. The app never sees her password.",
        );
        self.letter(&request);
        self.knows(BROWSER, "code", CODE);
        self.send(
            (AUTHORITY, BROWSER),
            "302 with a code",
            "The browser is sent back with a code, for one use and a short time.",
        );
        self.letter(&[
            ("Location: ", CALLBACK, ""),
            ("code=", CODE, "no token: that would stand in the address"),
            ("state=", STATE, ""),
            ("iss=", ISSUER, ""),
        ]);
    }

    /// The app gets its tokens, and uses them.
    fn redeem(&mut self) {
        self.knows(CLIENT, "code", CODE);
        self.send(
            (BROWSER, CLIENT),
            "GET /callback",
            "The browser brings the code, with the state that the app gave it.",
        );
        self.letter(&[("code=", CODE, ""), ("state=", STATE, "as it was sent")]);
        self.bring(CLIENT, VERIFIER);
        let [id, access, refresh] = [id_token(), access_token(0), refresh_token(0)];
        self.knows(CLIENT, "ID token", &id);
        self.knows(CLIENT, "access token", &access);
        self.knows(CLIENT, "refresh token", &refresh);
        self.tokens_at = Some(self.moments.len());
        self.send(
            (AUTHORITY, CLIENT),
            "200, three tokens",
            "The tokens come straight from the issuer.",
        );
        self.letter(&[
            ("id_token=", &cut(&id, 24), ""),
            ("access_token=", &cut(&access, 24), ""),
            ("token_type=", "Bearer", ""),
            ("expires_in=", "600", ""),
            ("refresh_token=", &refresh, ""),
        ]);
        self.knows(BROWSER, "session", "of the app");
        self.send(
            (CLIENT, BROWSER),
            "302, a session cookie",
            "The app checks the ID token: Alice is signed in.",
        );
        self.check(&id, CAREFUL_APP);
        self.send(
            (CLIENT, LAST),
            "GET /orders",
            "For her orders the app sends the access token; the API checks it.",
        );
        self.check(&access, CAREFUL_API);
        self.send(
            (LAST, CLIENT),
            "200, her orders",
            "The API asked nobody: the issuer’s public key is enough.",
        );
        self.letter(&[]);
    }

    /// Somebody else comes by the code.
    fn steal(&mut self) {
        self.knows(LAST, "code", CODE);
        self.send(
            (BROWSER, LAST),
            "the code leaks",
            "Another program on Alice’s device receives the address with the code.",
        );
        self.letter(&[("code=", CODE, "")]);
        self.bring(LAST, "a guess, since the verifier never left the app");
        self.send(
            (AUTHORITY, LAST),
            "400 invalid_grant",
            "The code alone is worth nothing.",
        );
        self.letter(&[]);
    }

    /// Somebody brings the code with a verifier, and the issuer compares.
    fn bring(&mut self, who: usize, verifier: &str) {
        let computed = challenge(verifier);
        let holds = computed == challenge(VERIFIER);
        let said = match holds {
            true => "The hash of the verifier is the challenge: whoever asked brings the code.",
            false => "The hash of the verifier is not the challenge.",
        };
        self.send((who, AUTHORITY), "POST /token", said);
        let letter = self.letter(&[
            ("grant_type=", "authorization_code", ""),
            ("code=", CODE, ""),
            ("redirect_uri=", CALLBACK, ""),
            ("client_id=", APP, ""),
            ("code_verifier=", verifier, ""),
        ]);
        let found = ["it is ", &cut(&computed, 8)].concat();
        letter.line(
            Tone::of(holds),
            "S256(code_verifier) == code_challenge",
            &found,
        );
        let (tone, how) = ended(holds, false);
        letter.ended(tone, how);
    }

    fn knows(&mut self, who: usize, name: &str, value: &str) {
        let line = [name, ": ", &cut(value, 8)].concat();
        self.now.actors[who].lines.push(line);
    }

    fn send(&mut self, path: (usize, usize), text: &str, said: &str) {
        self.now.message(path, text, Tone::Plain);
        self.say(said);
    }

    fn say(&mut self, said: &str) {
        said.clone_into(&mut self.now.said);
        self.moments.push(self.now.clone());
    }

    /// The message of the moment in full.
    fn letter(&mut self, fields: &[Field<'_>]) -> &mut Stage {
        let letter = self.new_letter();
        letter.code(LETTER, Tone::Plain, "");
        for (name, value, note) in fields {
            letter.line(Tone::Plain, &[*name, value].concat(), note);
        }
        letter
    }

    /// What its receiver checks.
    fn check(&mut self, token: &str, rules: &[Rule]) {
        ran(self.new_letter(), LETTER, token, rules, SIGN_IN);
    }

    fn new_letter(&mut self) -> &mut Stage {
        let at = self.letters.len();
        self.letters.push(Stage::default());
        &mut self.letters[at]
    }
}
