//! ID token, access token, refresh token: which is which, how they come to be, and where each belongs.

mod flow;
mod issuer;
mod verifier;

use crate::jose::json::Document;
use crate::learn::block::{Block, Button, Line, Row, Side, Tone};
use crate::learn::{Chapter, Lesson, MOMENT, Model, Question, Stage, Step, nothing_else, tokens};
pub use issuer::PUBLIC;
use issuer::{ACCESS_MINUTES, REFRESH, SIGN_IN, VERIFIER, access_token, challenge, id_token};
use verifier::{CAREFUL_API, CAREFUL_APP, CARELESS, judged, ran};

pub const LESSON: Lesson = Lesson {
    slug: "oidc",
    title: "ID, access and refresh tokens",
    chapter: Chapter::System,
    steps: &[THREE, PKCE, SIGN, WRONG_PLACE, REFRESHED],
    questions: &[
        Question {
            ask: "An app calls an API for a user. Which token does it send?",
            answers: &[
                "The ID token: it says who the user is.",
                "The access token.",
                "The refresh token: it lives longest.",
            ],
            right: 1,
            why: "The access token is made for the API. The ID token is for the app alone, the refresh token for the issuer \
                  alone.",
        },
        Question {
            ask: "Are JWTs for authentication or for authorization?",
            answers: &[
                "Only for authentication.",
                "Only for authorization.",
                "For either: the format does not decide it.",
            ],
            right: 2,
            why: "An ID token states that somebody was authenticated. An access token carries an authorization. Both can be \
                  JWTs, under the same key; `aud` and `typ` keep them apart. [[RFC 8725 section 3.12]]",
        },
    ],
};

const THREE: Step = Step {
    title: "Three tokens, three readers",
    text: "A sign-in with OpenID Connect can end with three tokens. The **ID token** tells the app who signed in. The \
           **access token** tells an API what its bearer may do. The **refresh token** goes back to the issuer, for new \
           tokens.",
    task: "Look at all three. Whom is each for? See `aud`.",
    after: "An ID token is always a JWT. [[OpenID Connect Core section 2]] An access token need not be one; if it is, its \
            `typ` is `at+jwt`. [[RFC 9068 section 2.1]] A refresh token is read by nobody but its issuer. \
            [[RFC 6749 section 1.5]]",
    start: &[("look", "id"), ("seen", "")],
    act: |model, _| note_seen(model, "look"),
    show: |model| {
        let (label, token) = match model.get("look") {
            "access" => ("Access token, for the API", access_token(0)),
            "refresh" => ("Refresh token, for the issuer", REFRESH[0].to_owned()),
            _ => ("ID token, for the app", id_token()),
        };
        let blocks = vec![
            choice(
                "look",
                "Look at the",
                &[
                    ("id", "ID token"),
                    ("access", "access token"),
                    ("refresh", "refresh token"),
                ],
                model,
            ),
            whole(label, &token),
            contents(&token),
        ];
        Stage {
            blocks,
            is_done: ["access", "refresh"]
                .into_iter()
                .all(|look| is_seen(model, look)),
            ..Stage::default()
        }
    },
};

const PKCE: Step = Step {
    title: "PKCE: a lock for one sign-in",
    text: "The issuer answers with a code, by way of the browser, where others may catch it. So the app makes up a secret \
           text, the **verifier**, and sends only its hash ahead, the **challenge**. Whoever brings the code must show the \
           verifier. [[RFC 7636 section 4]]",
    task: "You are a thief with the code and the challenge. Try to redeem the code. Then do it as the app.",
    after: "`code_challenge = BASE64URL(SHA-256(code_verifier))`, method `S256`. From the challenge {challenge} nobody \
            computes the verifier. It is that of RFC 7636, so you can check it. [[RFC 7636 appendix B]]",
    start: &[("lesson-verifier", ""), ("was-refused", "")],
    act: |model, _| {
        if !model.is("lesson-verifier", VERIFIER) {
            model.put("was-refused", "yes");
        }
    },
    show: |model| {
        let shown = model.get("lesson-verifier");
        let (wanted, computed) = (challenge(VERIFIER), challenge(shown));
        let holds = computed == wanted;
        let blocks = vec![
            Block::Outcome {
                tone: Tone::of(holds),
                title: if holds {
                    "The issuer hands out the tokens"
                } else {
                    "400 invalid_grant"
                }
                .to_owned(),
                sentence: if holds {
                    "Whoever brings the code is whoever asked for it."
                } else {
                    "The hash of this verifier is not the challenge."
                }
                .to_owned(),
            },
            Block::Buttons {
                label: "Show",
                buttons: vec![
                    Button::new("lesson-verifier", &*wanted, "the challenge, as the thief"),
                    Button::new("lesson-verifier", VERIFIER, "the verifier, as the app"),
                ],
            },
            Block::Text {
                name: "lesson-verifier",
                label: "code_verifier",
                hint: "comes with the code",
                text: shown.to_owned(),
                painted: crate::paint::plain(shown),
                part: "key",
            },
            Block::Compare {
                label: "What the issuer does",
                sign: if holds { "=" } else { "≠" },
                left: Side::new("BASE64URL(SHA-256(code_verifier))", computed, ""),
                right: Side::new("code_challenge of the request", &*wanted, ""),
            },
        ];
        Stage {
            blocks,
            facts: vec![("challenge", wanted)],
            is_done: holds && model.is("was-refused", "yes"),
            ..Stage::default()
        }
    },
};

const SIGN: Step = Step {
    title: "A sign-in, message by message",
    text: "The browser carries two messages between app and issuer: the request there, the code back. The tokens do not \
           travel through it. [[OpenID Connect Core section 3.1]]",
    task: "Play it to its end. Then let a thief bring the code.",
    after: "Three checks tie the messages together. The `state`: this browser began the sign-in. The verifier: this app asked \
            for the code. The `nonce`: this ID token belongs to this sign-in.",
    start: &[(MOMENT, "0"), ("bringer", "app")],
    act: |model, name| {
        if name == "bringer" {
            model.put(MOMENT, "0");
        }
    },
    show: |model| {
        let options = &[("app", "the app"), ("thief", "a thief")];
        let mut blocks = vec![choice("bringer", "The code is brought by", options, model)];
        let (played, is_done) = flow::stage(model, model.is("bringer", "thief"));
        blocks.extend(played);
        Stage {
            blocks,
            is_done,
            ..Stage::default()
        }
    },
};

const WRONG_PLACE: Step = Step {
    title: "Sent to the wrong place",
    text: "Both tokens are JWTs, by the same issuer, under the same key: the signature cannot tell them apart. What tells \
           them apart is for whom they are: `aud`, and what they are: `typ`.",
    task: "Send the ID token to the API. Then show the access token to the app as a proof of who signed in.",
    after: "Any API that Alice’s access tokens go to could otherwise show them to the app and be Alice. So an app takes no \
            token whose `aud` lacks it [[OpenID Connect Core section 3.1.3.7]], and an API no token that is not `at+jwt` \
            and for it. [[RFC 9068 section 4]]",
    start: &[("token-sent", "access"), ("sent-to", "api"), ("seen", "")],
    act: |model, _| {
        let sent = [model.get("token-sent"), "-", model.get("sent-to")].concat();
        note(model, &sent);
    },
    show: |model| {
        let is_id = model.is("token-sent", "id");
        let is_to_app = model.is("sent-to", "app");
        let (label, token) = match is_id {
            true => ("ID token", id_token()),
            false => ("Access token", access_token(0)),
        };
        let rules = if is_to_app { CAREFUL_APP } else { CAREFUL_API };
        let tokens = &[("id", "the ID token"), ("access", "the access token")];
        let places = &[("api", "the API"), ("app", "the app, as a login")];
        let blocks = vec![
            choice("token-sent", "Send", tokens, model),
            choice("sent-to", "to", places, model),
            whole(label, &token),
            ran("A careless receiver", &token, CARELESS, SIGN_IN),
            ran("A careful receiver", &token, rules, SIGN_IN),
        ];
        Stage {
            blocks,
            is_done: ["id-api", "access-app"]
                .into_iter()
                .all(|sent| is_seen(model, sent)),
            ..Stage::default()
        }
    },
};

const REFRESHED: Step = Step {
    title: "When the time is over",
    text: "The access token lives {life} minutes; nobody can prolong it, for its `exp` is signed. The refresh token fetches \
           another, without Alice. [[RFC 6749 section 6]]",
    task: "Let the time pass until the API refuses. Then use the refresh token.",
    after: "What it adds: the token that goes to APIs lives shortly, and the issuer can refuse the next. With rotation each use brings \
            another refresh token and ends the old one: if the old one comes again, one of two has stolen it. \
            [[RFC 9700 section 4.14.2]]",
    start: &[("minutes", "0"), ("refreshed", "")],
    act: nothing_else,
    show: |model| {
        let minutes = model.number("minutes");
        let (refreshed, is_used) = match model.number("refreshed") {
            at if at > 0 && at <= minutes => (at, true),
            _ => (0, false),
        };
        let token = access_token(refreshed);
        let now = SIGN_IN + 60 * minutes;
        let shown = crate::words::count(minutes, "minute", "minutes");
        let refresh = Button::new("refreshed", minutes.to_string(), "Use the refresh token");
        let row = |cells: [&str; 3], tone| Row {
            cells: cells.map(str::to_owned).to_vec(),
            tone,
        };
        let (_, passes) = judged(&token, CAREFUL_API, now);
        let blocks = vec![
            Block::Range {
                name: "minutes",
                label: "Since the sign-in",
                min: 0,
                max: 60,
                value: minutes,
                shown,
            },
            Block::Buttons {
                label: "At the issuer",
                buttons: vec![refresh],
            },
            ran("The API", &token, CAREFUL_API, now),
            whole("Access token", &token),
            Block::Table {
                label: "What the app holds",
                head: vec!["Token", "Goes to", "Now"],
                rows: vec![
                    row(
                        ["ID token", "nobody else", "was checked at the sign-in"],
                        Tone::Plain,
                    ),
                    row(
                        [
                            "access token",
                            "the API",
                            if passes { "valid" } else { "expired" },
                        ],
                        Tone::of(passes),
                    ),
                    row(
                        ["refresh token", "the issuer", REFRESH[usize::from(is_used)]],
                        Tone::Good,
                    ),
                ],
            },
        ];
        Stage {
            blocks,
            facts: vec![("life", ACCESS_MINUTES.to_string())],
            is_done: is_used && refreshed >= ACCESS_MINUTES && passes,
            ..Stage::default()
        }
    },
};

/// A token that was not tampered with, for a look.
fn whole(label: &str, token: &str) -> Block {
    tokens::shown(label, token, token, PUBLIC, true)
}

/// What header and payload say, line by line.
fn contents(token: &str) -> Block {
    let [header, payload, _] = tokens::parts(token);
    let mut lines = Vec::new();
    for part in [header, payload] {
        let document = Document::parse(tokens::decoded(part)).ok();
        let text = document.and_then(|document| document.indented(1000));
        let text = text.as_deref().unwrap_or_default().lines();
        lines.extend(text.map(|text| Line {
            text: text.to_owned(),
            ..Line::default()
        }));
    }
    let outcome = match lines.is_empty() {
        true => "Nothing to decode: random characters, which only the issuer knows.",
        false => "",
    };
    Block::Code {
        label: "What it says",
        lines,
        tone: Tone::Plain,
        outcome: outcome.to_owned(),
    }
}

fn choice(
    name: &'static str,
    label: &'static str,
    options: &[(&'static str, &'static str)],
    model: &Model,
) -> Block {
    Block::Choice {
        name,
        label,
        options: options.to_vec(),
        chosen: model.get(name).to_owned(),
    }
}

/// Keeps in mind what a name has held.
fn note_seen(model: &mut Model, name: &str) {
    let seen = model.get(name).to_owned();
    note(model, &seen);
}

fn note(model: &mut Model, seen: &str) {
    if !is_seen(model, seen) {
        let seen = [model.get("seen"), seen, " "].concat();
        model.put("seen", &seen);
    }
}

fn is_seen(model: &Model, wanted: &str) -> bool {
    model.get("seen").split(' ').any(|seen| seen == wanted)
}
