//! What becomes of the tokens after the sign-in: sent to the wrong place, and renewed.

use super::issuer::{ACCESS_MINUTES, SIGN_IN, access_token, id_token, refresh_token};
use super::verifier::{CAREFUL_API, CAREFUL_APP, CARELESS, judged, ran};
use super::whole;
use crate::learn::block::{Block, Button, Row, Tone};
use crate::learn::choices::{TRIED, choice, has_tried, note};
use crate::learn::{Stage, Step, nothing_else};

pub const WRONG_PLACE: Step = Step {
    title: "Sent to the wrong place",
    text: "Both tokens are JWTs of one issuer, under one key: the signature cannot tell them apart. `aud` and `typ` \
           can.",
    task: "Send the ID token to the API, and the access token to the app as a proof of who signed in.",
    after: "If the app took any token, each API that receives Alice’s access tokens could sign in as her. [[OpenID \
            Connect Core section 3.1.3.7]] [[RFC 9068 section 4]]",
    start: &[("token-sent", "access"), ("sent-to", "api"), (TRIED, "")],
    act: |model, _| {
        let sent = [model.get("token-sent"), "-", model.get("sent-to")].concat();
        note(model, &sent);
    },
    show: |model, stage| {
        *stage = {
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
                choice(model, ("token-sent", "Send"), tokens),
                choice(model, ("sent-to", "to"), places),
                whole(label, &token),
                ran("A careless receiver", &token, CARELESS, SIGN_IN),
                ran("A careful receiver", &token, rules, SIGN_IN),
            ];
            Stage {
                blocks,
                is_done: ["id-api", "access-app"]
                    .into_iter()
                    .all(|sent| has_tried(model, sent)),
                ..Stage::default()
            }
        };
    },
};

pub const REFRESHED: Step = Step {
    title: "When the time is over",
    text: "The access token lives {life} minutes. Nobody can prolong it: `exp` is signed. The refresh token fetches \
           another, without Alice. [[RFC 6749 section 6]]",
    task: "Let the time pass until the API refuses. Then use the refresh token.",
    after: "So what goes to APIs lives shortly, and the issuer can refuse the next. With rotation each use ends the \
            old refresh token; if that comes again, somebody has a copy. [[RFC 9700 section 4.14.2]]",
    start: &[("minutes", "0"), ("refreshed", "")],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let minutes = model.number("minutes");
            let refreshed = model.get("refreshed").parse::<usize>().ok();
            let refreshed = refreshed.filter(|at| *at <= minutes);
            let token = access_token(refreshed.unwrap_or(0));
            let refresh_token = refresh_token(refreshed.map_or(0, |at| at + 1));
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
                        row(["refresh token", "the issuer", &refresh_token], Tone::Good),
                    ],
                },
            ];
            Stage {
                blocks,
                facts: vec![("life", ACCESS_MINUTES.to_string())],
                is_done: passes && refreshed.is_some_and(|at| at >= ACCESS_MINUTES),
                ..Stage::default()
            }
        };
    },
};
