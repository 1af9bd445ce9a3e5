//! What becomes of the tokens after the sign-in: sent to the wrong place, and renewed.

use super::issuer::{ACCESS_MINUTES, PUBLIC, SIGN_IN, access_token, id_token, refresh_token};
use super::verifier::{CAREFUL_API, CAREFUL_APP, CARELESS, ran};
use crate::learn::block::Tone;
use crate::learn::tried::{TRIED, has_tried, note};
use crate::learn::{Step, nothing_else};
use crate::words::count;

pub const WRONG_PLACE: Step = Step {
    title: "Sent to the wrong place",
    text: "Both tokens are JWTs under one key: the signature cannot tell them apart, `aud` and `typ` can.",
    task: "Send the ID token to the API, and the access token to the app as a proof of who signed in.",
    after: "If the app took any token, each API that receives Alice’s access tokens could sign in as her. [[OpenID \
            Connect Core section 3.1.3.7]] [[RFC 9068 section 4]]",
    start: &[("token-sent", "access"), ("sent-to", "api"), (TRIED, "")],
    act: |model, _| {
        let sent = [model.get("token-sent"), "-", model.get("sent-to")].concat();
        note(model, &sent);
    },
    show: |model, stage| {
        let (label, token) = match model.is("token-sent", "id") {
            true => ("ID token", id_token()),
            false => ("Access token", access_token(0)),
        };
        let rules = match model.is("sent-to", "app") {
            true => CAREFUL_APP,
            false => CAREFUL_API,
        };
        let tokens = [("id", "the ID token"), ("access", "the access token")];
        stage.choice(model, ("token-sent", "Send"), &tokens);
        let places = [("api", "the API"), ("app", "the app, as a login")];
        stage.choice(model, ("sent-to", "to"), &places);
        stage.token(label, &token, PUBLIC);
        ran(stage, "A careless receiver", &token, CARELESS, SIGN_IN);
        ran(stage, "A careful receiver", &token, rules, SIGN_IN);
        stage.is_done = has_tried(model, "id-api") && has_tried(model, "access-app");
    },
};

/// The minutes that are shown.
const HOUR: usize = 60;

pub const REFRESHED: Step = Step {
    title: "When the time is over",
    text: "The access token lives {life} minutes. Nobody can prolong it: `exp` is signed. The refresh token fetches \
           another, without Alice. [[RFC 6749 section 6]]",
    task: "Let the time pass until the API refuses. Then use the refresh token.",
    after: "What you send to APIs is short-lived, and the issuer can refuse the next one. With rotation each use ends \
            the old refresh token: if it comes again, somebody has a copy. [[RFC 9700 section 4.14.2]]",
    start: &[("minutes", "0"), ("refreshed", "")],
    act: nothing_else,
    show: |model, stage| {
        let minutes = model.number("minutes").min(HOUR);
        let refreshed = model.get("refreshed").parse::<usize>().ok();
        let refreshed = refreshed.filter(|at| *at <= minutes);
        let token = access_token(refreshed.unwrap_or(0));
        let refresh_token = refresh_token(refreshed.map_or(0, |at| at + 1));
        let now = SIGN_IN + 60 * minutes;
        let shown = count(minutes, "minute", "minutes");
        stage.range(model, ("minutes", "Since the sign-in"), (0, HOUR), &shown);
        let refresh = [(&*minutes.to_string(), "Use the refresh token")];
        stage.buttons(model, ("refreshed", "At the issuer"), &refresh);
        let passes = ran(stage, "The API", &token, CAREFUL_API, now);
        stage.token("Access token", &token, PUBLIC);
        stage.table("What the app holds", &["Token", "Goes to", "Now"]);
        let access = if passes { "valid" } else { "expired" };
        for (tone, cells) in [
            (
                Tone::Plain,
                ["ID token", "nobody else", "was checked at the sign-in"],
            ),
            (Tone::of(passes), ["access token", "the API", access]),
            (Tone::Good, ["refresh token", "the issuer", &refresh_token]),
        ] {
            stage.row(tone, &cells);
        }
        stage.count("life", ACCESS_MINUTES);
        stage.is_done = passes && refreshed.is_some_and(|at| at >= ACCESS_MINUTES);
    },
};
