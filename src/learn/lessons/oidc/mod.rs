//! ID token, access token, refresh token: which is which, how they come to be, and where each belongs.

mod after;
mod flow;
mod issuer;
mod verifier;

use crate::jose::json::Document;
use crate::learn::block::Tone;
use crate::learn::player::from_the_start;
use crate::learn::tried::{TRIED, has_tried, note_tried};
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
            why: "It is made for the API; the ID token for the app alone, the refresh token for the issuer alone.",
        },
        Question {
            ask: "Are JWTs for authentication or for authorization?",
            answers: &[
                "Only for authentication.",
                "Only for authorization.",
                "For either: the format does not decide it.",
            ],
            right: 2,
            why: "An ID token states an authentication, an access token carries an authorization; `aud` and `typ` \
                  keep them apart. [[RFC 8725 section 3.12]]",
        },
    ],
};

const THREE: Step = Step {
    title: "Three tokens, three readers",
    text: "A sign-in with OpenID Connect can end with three tokens. The **ID token** tells the app who signed in. The \
           **access token** tells an API what its bearer may do. The **refresh token** fetches new ones.",
    task: "Look at all three. Whom is each for? See `aud`.",
    after: "An ID token is always a JWT. [[OpenID Connect Core section 2]] An access token may be one, with `typ` \
            `at+jwt`. [[RFC 9068 section 2.1]] A refresh token is read by its issuer alone. [[RFC 6749 section 1.5]]",
    start: &[("look", "id"), (TRIED, "")],
    act: |model, _| note_tried(model, "look"),
    show: |model, stage| {
        let (label, token) = match model.get("look") {
            "access" => ("Access token, for the API", access_token(0)),
            "refresh" => ("Refresh token, for the issuer", refresh_token(0)),
            _ => ("ID token, for the app", id_token()),
        };
        let looks = [
            ("id", "ID token"),
            ("access", "access token"),
            ("refresh", "refresh token"),
        ];
        stage.choice(model, ("look", "Look at the"), &looks);
        stage.token(label, &token, PUBLIC);
        contents(stage, &token);
        stage.is_done = has_tried(model, "access") && has_tried(model, "refresh");
    },
};

const PKCE: Step = Step {
    title: "PKCE: a lock for one sign-in",
    text: "The issuer’s code comes through the browser, where others may catch it. So the app first sends the \
           **challenge**, the hash of a random **verifier**: whoever brings the code must show the verifier. [[RFC \
           7636 section 4]]",
    task: "You are a thief with code and challenge. Try to redeem the code. Then do it as the app.",
    after: "From {challenge} nobody computes the verifier. Both are those of [[RFC 7636 appendix B]]: you can check \
            them.",
    start: &[("lesson-verifier", ""), ("was-refused", "")],
    act: |model, _| {
        if !model.is("lesson-verifier", VERIFIER) {
            model.put("was-refused", "yes");
        }
    },
    show: |model, stage| {
        let wanted = challenge(VERIFIER);
        let computed = challenge(model.get("lesson-verifier"));
        let holds = computed == wanted;
        match holds {
            true => stage.outcome(
                Tone::Good,
                "The issuer hands out the tokens",
                "Whoever brings the code is whoever asked for it.",
            ),
            false => stage.outcome(
                Tone::Bad,
                "400 invalid_grant",
                "The hash of this verifier is not the challenge.",
            ),
        }
        let shown = [
            (&*wanted, "the challenge, as the thief"),
            (VERIFIER, "the verifier, as the app"),
        ];
        stage.buttons(model, ("lesson-verifier", "Show"), &shown);
        let named = ("lesson-verifier", "code_verifier", "comes with the code");
        stage.text_box(model, named, "key");
        stage.compare(
            "What the issuer does",
            ("BASE64URL(SHA-256(code_verifier))", &computed, ""),
            if holds { "=" } else { "≠" },
            ("code_challenge of the request", &wanted, ""),
        );
        stage.fact("challenge", &wanted);
        stage.is_done = holds && model.is("was-refused", "yes");
    },
};

const SIGN: Step = Step {
    title: "A sign-in, message by message",
    text: "The request and the code go through the browser; the tokens do not. [[OpenID Connect Core section 3.1]]",
    task: "Play it to its end. Then let a thief bring the code.",
    after: "`state` shows that this browser began the sign-in, the verifier that the app that asked brings the code, \
            and `nonce` that the ID token belongs to this sign-in.",
    start: &[(MOMENT, "0"), ("bringer", "app")],
    act: from_the_start,
    show: |model, stage| {
        let bringers = [("app", "the app"), ("thief", "a thief")];
        stage.choice(model, ("bringer", "The code is brought by"), &bringers);
        flow::show(model, stage);
    },
};

/// What header and payload say, line by line.
fn contents(stage: &mut Stage, token: &str) {
    stage.code("What it says", Tone::Plain, "");
    let [header, payload, _] = tokens::parts(token);
    let mut is_json = false;
    for part in [header, payload] {
        let document = Document::parse(tokens::decoded(part)).ok();
        let text = document.and_then(|document| document.indented(1000));
        for line in text.unwrap_or_default().lines() {
            stage.line(Tone::Plain, line, "");
            is_json = true;
        }
    }
    if !is_json {
        let nothing = "Nothing to decode: random characters, which only the issuer knows.";
        stage.ended(Tone::Plain, nothing);
    }
}
