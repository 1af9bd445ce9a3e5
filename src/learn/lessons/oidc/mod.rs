//! ID token, access token, refresh token: which is which, how they come to be, and where each belongs.

mod after;
mod flow;
mod issuer;
mod verifier;

use crate::jose::json::Document;
use crate::learn::block::{Block, Line, Side, Tone};
use crate::learn::choices::{TRIED, buttons, choice, has_tried, note_tried};
use crate::learn::{Chapter, Lesson, MOMENT, Question, Stage, Step, tokens};
use after::{REFRESHED, WRONG_PLACE};
pub use issuer::PUBLIC;
use issuer::{VERIFIER, access_token, challenge, id_token, refresh_token};

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
            why: "It is made for the API. The ID token is for the app alone, the refresh token for the issuer alone.",
        },
        Question {
            ask: "Are JWTs for authentication or for authorization?",
            answers: &[
                "Only for authentication.",
                "Only for authorization.",
                "For either: the format does not decide it.",
            ],
            right: 2,
            why: "An ID token states that somebody was authenticated; an access token carries an authorization. `aud` \
                  and `typ` keep them apart. [[RFC 8725 section 3.12]]",
        },
    ],
};

const THREE: Step = Step {
    title: "Three tokens, three readers",
    text: "A sign-in with OpenID Connect can end with three tokens. The **ID token** tells the app who signed in. The \
           **access token** tells an API what its bearer may do. The **refresh token** fetches new ones.",
    task: "Look at all three. Whom is each for? See `aud`.",
    after: "An ID token is always a JWT. [[OpenID Connect Core section 2]] An access token may be one, then with \
            `typ` `at+jwt`. [[RFC 9068 section 2.1]] A refresh token is read by its issuer alone. [[RFC 6749 section \
            1.5]]",
    start: &[("look", "id"), (TRIED, "")],
    act: |model, _| note_tried(model, "look"),
    show: |model, stage| {
        *stage = {
            let (label, token) = match model.get("look") {
                "access" => ("Access token, for the API", access_token(0)),
                "refresh" => ("Refresh token, for the issuer", refresh_token(0)),
                _ => ("ID token, for the app", id_token()),
            };
            let blocks = vec![
                choice(
                    model,
                    ("look", "Look at the"),
                    &[
                        ("id", "ID token"),
                        ("access", "access token"),
                        ("refresh", "refresh token"),
                    ],
                ),
                whole(label, &token),
                contents(&token),
            ];
            Stage {
                blocks,
                is_done: ["access", "refresh"]
                    .into_iter()
                    .all(|look| has_tried(model, look)),
                ..Stage::default()
            }
        };
    },
};

const PKCE: Step = Step {
    title: "PKCE: a lock for one sign-in",
    text: "The issuer’s answer is a code, by way of the browser, where others may catch it. So the app sends the hash \
           of a random **verifier** ahead, the **challenge**. Who brings the code must show the verifier. [[RFC 7636 \
           section 4]]",
    task: "You are a thief with code and challenge. Try to redeem the code. Then do it as the app.",
    after: "`code_challenge = BASE64URL(SHA-256(code_verifier))`: from {challenge} nobody computes the verifier. This \
            one is that of [[RFC 7636 appendix B]], so you can check it.",
    start: &[("lesson-verifier", ""), ("was-refused", "")],
    act: |model, _| {
        if !model.is("lesson-verifier", VERIFIER) {
            model.put("was-refused", "yes");
        }
    },
    show: |model, stage| {
        *stage = {
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
                buttons(
                    model,
                    ("lesson-verifier", "Show"),
                    &[
                        (&wanted, "the challenge, as the thief"),
                        (VERIFIER, "the verifier, as the app"),
                    ],
                ),
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
        };
    },
};

const SIGN: Step = Step {
    title: "A sign-in, message by message",
    text: "The request and the code go through the browser; the tokens do not. [[OpenID Connect Core section 3.1]]",
    task: "Play it to its end. Then let a thief bring the code.",
    after: "Three checks tie it together. `state`: this browser began the sign-in. Verifier: this app asked for the \
            code. `nonce`: the ID token belongs to this sign-in.",
    start: &[(MOMENT, "0"), ("bringer", "app")],
    act: |model, name| {
        if name == "bringer" {
            model.put(MOMENT, "0");
        }
    },
    show: |model, stage| {
        *stage = {
            let options = &[("app", "the app"), ("thief", "a thief")];
            let mut blocks = vec![choice(
                model,
                ("bringer", "The code is brought by"),
                options,
            )];
            let (played, is_done) = flow::show(model, model.is("bringer", "thief"));
            blocks.extend(played);
            Stage {
                blocks,
                is_done,
                ..Stage::default()
            }
        };
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
